"""A share against the only part and whole around it, told in its sentence or in the one before."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, widen_percentage
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.text.units.unit import PERCENT

_BOTH = 2
_ALL = 100.0
_AMONG = re.compile(r"[\u4e00-\u9fff]中(?:有|,|，|[\u4e00-\u9fff]{2,3})?$")
_OF_NAMED = re.compile(
    r"\s*of (?:the |its )+(capacity|quota|plan|target|length|area|fleet|stock|budget)\b", re.IGNORECASE
)
_NAMED_OF = re.compile(r"(?:为|占|达|相当于)([\u4e00-\u9fff]{2,4})的$")
_OF_THE = re.compile(r"\s*(?:out )?of (?:the|its|all|these|those)\s*", re.IGNORECASE)
_NAMED_RATE = re.compile(r"([\u4e00-\u9fff]{2})率")
_LONGEST_GAP = 44


def solve_share(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "It has 250 firms, of which 75 are foreign. Foreign ones account for 40 percent" cannot be: one whole, one part."""
    said = operands.said
    if said.unit != PERCENT or said.role not in ("share", "") or said.figure.bound:
        return None
    if any(one.unit == PERCENT for one in operands.all):
        return None
    amounts = [one for one in operands.near if one.role in ("", "result") and not one.per and one.unit.kind != "time"]
    if len(amounts) != _BOTH or amounts[0].unit.kind != amounts[1].unit.kind:
        return None
    part, whole = sorted(amounts, key=lambda one: one.figure.value)
    stretch = read.text[amounts[0].figure.end : amounts[1].figure.start]
    lead = read.text[read.sentences[amounts[0].sentence][0] : amounts[0].figure.start]
    is_first = whole is amounts[0]
    is_of = part is amounts[0] and bool(_OF_THE.fullmatch(stretch))  # "1,400 of the 5,600 bales"
    is_led = is_of or is_first and bool(read_statement_cues().of_lead.search(lead) or _is_among(amounts, stretch, said))
    cues = read_statement_cues()
    is_told = is_led or bool(cues.of_which.search(stretch)) or bool(cues.incomplete.search(stretch))
    is_again = (
        bool(cues.of_the_total.match(said.after)) or _names_whole(whole, said) or _is_progress(amounts, said, read)
    )
    is_part = is_told or (whole is amounts[0] and is_again)
    if not is_part or whole.figure.value <= 0:
        return None
    return _say(part, whole, said)


def _is_among(amounts: list[Item], stretch: str, said: Item) -> bool:
    """ "900份报关单 | 中有 | 36份出错, 差错率4%": a part of those that stand before, by the rate of what it did."""
    named = _NAMED_RATE.search(said.before)
    is_same = named is None or bool(set(named.group(1)) & set(amounts[1].after.split(",")[0]))
    return bool(_AMONG.search(stretch)) and is_same


def _names_whole(whole: Item, said: Item) -> bool:
    """ "A capacity of 200 million; it holds 70 million, | 35 % of the capacity", 为库容的35%: by the word beside it."""
    found = _OF_NAMED.match(said.after) or _NAMED_OF.search(said.before)
    return found is not None and found.group(1).lower() in (whole.before + " " + whole.after).lower()


def _is_progress(amounts: list[Item], said: Item, read: ReadStatement) -> bool:
    """ "The tunnel is 2.4 km long; 1.8 km, or | 85 percent, have been dug": how much of a whole is done, told twice."""
    gap = read.text[amounts[1].figure.end : said.figure.start]
    is_again = len(gap) < _LONGEST_GAP and read_statement_cues().same_progress.search(gap)
    text = read.text[amounts[0].figure.end : read.sentences[said.sentence][1]]
    if read_statement_cues().down.search(text) or read_statement_cues().up.search(text):
        return False  # "120 last year, 90 this year, or 25 percent fewer"
    is_told = is_again and (read_statement_cues().is_under_way.search(text) or read_sense_cues().says_so.search(gap))
    noun = amounts[0].unit.kind.removeprefix("count:")
    names_whole = read_sense_cues().says_so.search(gap) and re.match(
        rf"\s*of (?:the |its |all )?{re.escape(noun)}\b", said.after
    )
    return bool(is_told or names_whole)


def _say(part: Item, whole: Item, said: Item) -> Solution | None:
    inside, around = part.figure.make_interval(), whole.figure.make_interval()
    right = Interval(inside.low / around.high * _ALL, inside.high / around.low * _ALL) if around.low > 0 else None
    rest = widen_percentage(said.figure)
    if right is None or right.low <= _ALL - said.figure.value <= right.high:
        return None  # the share of the others
    words = explain_share(part, whole, said.figure.print_value())
    return Solution("share", right, rest, words, (part, whole))
