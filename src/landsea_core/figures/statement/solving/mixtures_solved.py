"""How much of a whole, that has no figure, one of its two parts is: 300 kilos of robusta with 200 of arabica are 60 percent."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, print_percent, widen_percentage
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_BOTH = 2
_AND = re.compile(r"[,，;；。.]|\band\b|\bwith\b")
_ALL = 100.0
_OF_ALL = re.compile(
    r"# (?:of )?(?:the |all |its )*(?:total|workforce|staff|employees|members|number of|all|them all|both)\b|"
    r"总数|总量|全部|全体",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}|[\u4e00-\u9fff]{2}", re.IGNORECASE)


def solve_mixture(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return the share that the named one of two parts has of both, where the sentence before joins them to one thing."""
    said = operands.said
    if said.unit != PERCENT or said.role not in ("", "share") or said.figure.bound:
        return None
    parts = [one for one in operands.near if one.unit != PERCENT]
    are_alike = (
        len(parts) == _BOTH and parts[0].unit.kind == parts[1].unit.kind and parts[0].sentence == parts[1].sentence
    )
    if not are_alike or any(one.per or one.role not in ("", "result") or one.figure.bound for one in parts):
        return None
    told = read.sentence_text(parts[0].sentence)
    is_of_all = _OF_ALL.search(said.before + " # " + said.after)
    if not (read_statement_cues().mixes.search(told) or is_of_all) or len(operands.near) != _BOTH:
        return None
    named = [one for one in parts if _list_words(one) & set(_WORD.findall((said.before + " " + said.after).lower()))]
    is_change = read_statement_cues().up.search(said.after) or read_statement_cues().down.search(said.after)
    is_change = is_change or read_sense_cues().says_difference_behind.match(said.after)
    if len(named) != 1 or is_change or read_sense_cues().says_difference.search(said.before):
        return None
    return _say(named[0], parts, said)


def _list_words(item: Item) -> set[str]:
    return set(_WORD.findall(_AND.split(item.after.lower())[0])) | set(_WORD.findall(item.before.lower()))


def _say(part: Item, parts: list[Item], said: Item) -> Solution:
    total = sum(one.figure.value for one in parts)
    share = part.figure.value / total * _ALL
    room = sum(one.figure.make_interval().high - one.figure.value for one in parts) / total * _ALL
    words = Sentence(
        "%(part)s of %(whole)s is %(right)s, said was %(said)s",
        part=part.figure.print_value(),
        whole=part.figure.print_value(total),
        right=print_percent(share, 1, sign=False),
        said=said.figure.print_value(),
    )
    return Solution("share", Interval(share - room, share + room), widen_percentage(said.figure), words, tuple(parts))
