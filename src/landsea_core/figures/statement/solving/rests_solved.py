"""What is left of a whole when some of it is told: "of 900 files 640 are approved; the other 360 are examined" cannot be."""

import re

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, print_percent
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind, list_around
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_MOST_PARTS = 4
_ALL = 100.0
_OF_THE = re.compile(r"\s*(?:out )?of (?:the|its|these|those|all)?\s*", re.IGNORECASE)
_FRACTION = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|tenths?)\b|半|分之|成", re.IGNORECASE)
_THE_REST = re.compile(r"\s*(?:the rest|remaining)\b")


def solve_rest(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what is left of the first and largest of the figures before one that words call all the others."""
    said, cues = operands.said, read_statement_cues()
    if said.unit == PERCENT:
        return _solve_other_percent(said, read)
    is_amount = said.unit not in (POINTS, TIMES) and not said.per and not said.figure.bound
    is_named = cues.rest_before.search(find_clause_before(said)) or cues.rest_behind.match(find_clause_behind(said))
    if not is_amount or not is_named or said.role not in ("", "result"):
        return None
    around = [one for one in list_around(read, said.sentence, before=2) if one.figure.end <= said.figure.start]
    alike = [one for one in around if is_alike(one, said)]
    if len(alike) == 1:
        return _solve_unpaid(alike[0], around, said, read)
    if not 2 <= len(alike) <= _MOST_PARTS + 1 or said.sentence - alike[-1].sentence > 1:
        return None
    return _solve_parts(alike, said, read)


def _solve_parts(alike: list[Item], said: Item, read: ReadStatement) -> Solution | None:
    if _OF_THE.fullmatch(read.gap_between(alike[0], alike[1])) and alike[0].figure.value < alike[1].figure.value:
        alike[:2] = alike[1::-1]  # "75 of the 300"
    whole, *parts = alike
    is_one = whole.sentence == said.sentence
    if whole.role == "base" and not is_one:
        return None  # "last year 150; this year 110": two times; but "last year it had 150, settled 110" is one
    return _say(whole, parts, said) if _are_parts(whole, parts, said, read) else None


def _solve_other_percent(said: Item, read: ReadStatement) -> Solution | None:
    """ "Half goes by road, 30 percent by rail and | the remaining | 30 by river" cannot be: all of it is a hundred."""
    here = [one for one in read.items_of_sentence(said.sentence) if one.unit == PERCENT]
    cues = read_statement_cues()
    is_rest = cues.rest_before.search(find_clause_before(said)) or _THE_REST.match(said.after)
    if (
        not is_rest
        or len(here) < 2
        or here[-1] is not said
        or any(one.role not in ("", "share", "result") for one in here)
    ):
        return None
    text = read.sentence_text(said.sentence)
    if sum(1 for _ in _FRACTION.finditer(text)) > sum(bool(_FRACTION.search(one.figure.text)) for one in here):
        return None  # a half that was not read
    told = sum(one.figure.value for one in here[:-1])
    if (
        cues.of_which.search(text)
        or cues.of_these.search(text)
        or any(one.figure.bound for one in here)
        or told >= _ALL
    ):
        return None
    room = sum(one.figure.make_interval().high - one.figure.value for one in here)
    words = Sentence(
        "the shares %(shares)s make %(total)s, not 100 %%",
        shares=" + ".join(one.figure.print_value().removesuffix(" %") for one in here),
        total=print_percent(told + said.figure.value, 1, sign=False),
    )
    right = Interval(_ALL - told - room, _ALL - told + room)
    return Solution(
        "shares", right, Interval(said.figure.value, said.figure.value), words, tuple(here[:-1]), is_closed=True
    )


def _solve_unpaid(whole: Item, around: list[Item], said: Item, read: ReadStatement) -> Solution | None:
    """ "30 percent of the 80,000 were paid in advance. The other | 66,000 fall due" cannot be: what a percentage leaves."""
    percents = [one for one in around if one.unit == PERCENT]
    is_sure = len(percents) == 1 and percents[0].role in ("", "share") and not percents[0].figure.bound
    if not is_sure or whole.figure.bound or whole.role not in ("", "result") or whole.figure.value <= said.figure.value:
        return None
    text = read.text[whole.figure.end : said.figure.start]
    is_named = read_statement_cues().rest_before.search(
        find_clause_before(said)
    ) and not read_statement_cues().of_these.search(text)
    if read_statement_cues().arrives_anew.search(text) or not is_named:
        return None
    part, around_whole = percents[0].figure.make_interval().scale(0.01), whole.figure.make_interval()
    right = Interval(around_whole.low * (1 - part.high), around_whole.high * (1 - part.low))
    words = explain_share(said, whole, f"100 % − {percents[0].figure.print_value()}")
    return Solution("share", right, said.figure.make_interval(), words, (whole, percents[0]))


def _are_parts(whole: Item, parts: list[Item], said: Item, read: ReadStatement) -> bool:
    """Say whether figures are plain parts of a whole, each told once, and nothing came to it meanwhile."""
    if any(one.role in ("base", "delta") for one in parts) or any(one.figure.bound for one in (whole, *parts)):
        return False
    cues, text = read_statement_cues(), read.text[parts[0].figure.start : read.sentences[said.sentence][1]]
    if any(cues.is_qualified.search(find_clause_behind(one)) for one in parts):
        return False
    is_nested = bool(cues.of_which.search(text)) and len(parts) > 1
    is_open = is_nested or cues.arrives_anew.search(text) or cues.overlap.search(text)
    return not is_open and whole.figure.value > sum(one.figure.value for one in parts)


def _say(whole: Item, parts: list[Item], said: Item) -> Solution:
    inside = [one.figure.make_interval() for one in parts]
    around = whole.figure.make_interval()
    right = Interval(around.low - sum(one.high for one in inside), around.high - sum(one.low for one in inside))
    made = sum(one.figure.value for one in (*parts, said))
    words = Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=" + ".join(one.figure.print_value() for one in (*parts, said)),
        right=whole.figure.print_value(made),
        whole=whole.figure.print_value(),
    )
    return Solution("sum", right, said.figure.make_interval(), words, (whole, *parts))
