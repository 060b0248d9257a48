"""The beginning or end of a change that its own sentence does not name: taken from the figures around it."""

import re
from itertools import combinations

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.change import SAID, Change, is_yearly_mismatch
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject, may_be_compared, read_subject
from landsea_core.figures.statement.yearly_growths import is_each_year
from landsea_core.text.units.unit import PERCENT

_NOUN = re.compile(r"[A-Za-z]{4,}")
_STEM = 5
_BOTH = 2
_MOST_EARLIER = 3
"""With more amounts before it, nobody can tell which two a growth without ends is about."""
Parts = dict[str, int]


def complete_change(change: Change, read: ReadStatement, told: frozenset[int] = frozenset()) -> Parts:
    """Return the parts of a change with a missing beginning or end, looked for among the figures around it.

    "Trade was 6.59 bn in 2023. In 2025 it reached 8.59 bn, up 30 % on 2023": the base is taken from the sentence before. The
    places that are `told` have a growth of their own: they are both ends of no other.
    """
    said = next((item for role in SAID if (item := change.item_of(role, read))), None)
    if said is None and change.word is None:
        return change.parts
    anchor = said or read.items[max(change.parts.values())]
    amounts = _list_amounts(change, read)
    has_base, has_result = "base" in change.parts, "result" in change.parts
    found: Parts = {}
    if not has_base and not has_result and said is not None and said.role in ("growth", "multiple", "delta"):
        earlier = [at for at in amounts if read.items[at].sentence < anchor.sentence]
        found = {} if set(earlier[-2:]) <= told else _find_both(said, earlier, read)
    elif has_result and not has_base:
        found = _find_base(change, said, anchor, amounts, read)
    elif has_base and not has_result and said is not None:
        found = _find_result(change, anchor, amounts, read)
    if not _are_about_one_thing(said or anchor, found, change, read):
        found = {}
    return _put_larger_first(change.parts | found, read)


def _are_about_one_thing(said: Item, found: Parts, change: Change, read: ReadStatement) -> bool:
    """Say whether what was taken from other sentences is of the same country, way, goods and measure as the change."""
    subjects = [read_subject(read.items[at], read) for at in (*found.values(), *change.parts.values())]
    subjects.append(find_subject(said.before) if said.role == "delta" else read_subject(said, read))
    if found and _is_said_again(said, found, read):
        return True
    if any(_speaks_of_others(said, read.items[at], read) for at in found.values()):
        return False
    return not found or all(may_be_compared(one, other) for one, other in combinations(subjects, 2))


def _speaks_of_others(said: Item, end: Item, read: ReadStatement) -> bool:
    """Say whether a change is of something else than a sentence before it that tells its own two figures.

    "Packing houses rose from 1,100 to 2,350. Orchards doubled" is; "it", "this", "the number" go on from the sentence before.
    """
    if said.sentence == end.sentence or not said.before.isascii():
        return False
    beside = [one for one in read.items_of_sentence(end.sentence) if one.unit.kind == end.unit.kind and not one.per]
    if len(beside) < _BOTH:
        return False
    start = read.sentences[said.sentence][0]
    lead = read.text[start : said.figure.start]
    if read_statement_cues().refers_back.search(lead):
        return False
    own = (
        {word.lower()[:_STEM] for word in _NOUN.findall(lead)}
        - read_statement_cues().not_telling
        - read_statement_cues().of_change
    )
    told = {word.lower()[:_STEM] for word in _NOUN.findall(read.sentence_text(end.sentence))}
    return bool(own) and own.isdisjoint(told)


def _is_said_again(said: Item, found: Parts, read: ReadStatement) -> bool:
    """ "Cut from 3,200 to 2,720 dollars. The operator speaks of a reduction of 25 %": of the sentence before."""
    if {"base", "result"} - found.keys() or not read_statement_cues().names_change.search(said.before):
        return False
    base, result = read.items[found["base"]], read.items[found["result"]]
    is_told = base.role == "base" and result.role == "result" and base.sentence == result.sentence == said.sentence - 1
    return is_told and (result.figure.value < base.figure.value) == (said.sign < 0)


def _list_amounts(change: Change, read: ReadStatement) -> list[int]:
    """Return the places of the amounts that may be a beginning or an end: of the unit of the change, if it has one."""
    ends = (end for role in ("base", "result") if (end := change.item_of(role, read)))
    kind = next((end.unit.kind for end in ends), None)
    return [
        at
        for at, item in enumerate(read.items)
        if item.role in AMOUNT_ROLES
        and not item.per
        and at not in change.places
        and not item.is_peak
        and (item.unit != PERCENT if kind is None else item.unit.kind == kind)
    ]


def _find_both(said: Item, earlier: list[int], read: ReadStatement) -> Parts:
    """Return the last two amounts of the sentences before, of one unit, the one with the earlier months first."""
    pair = earlier[-2:]
    if len(pair) < 2 or len({read.items[at].unit.kind for at in pair}) > 1 or len(earlier) > _MOST_EARLIER:
        return {}
    first, second = sorted(pair, key=lambda at: (read.items[at].role != "base", _first_month(read.items[at]), at))
    if is_yearly_mismatch(said, read.items[first], read.items[second]):
        return {}
    if not _follows_at_once(said, read.items[max(first, second)], read):
        return {}
    if not _are_two_ends(read.items[first], read.items[second]):
        return {}
    return {"base": first, "result": second}


def _follows_at_once(said: Item, last: Item, read: ReadStatement) -> bool:
    """Say whether a growth follows the sentence of its ends, or goes on from it with "it", "this", "the increase"."""
    start = read.sentences[said.sentence][0]
    goes_on = read_statement_cues().refers_back.search(read.text[start : said.figure.start])
    return said.sentence - last.sentence <= 1 or bool(goes_on) or not said.before.isascii()


def _are_two_ends(first: Item, second: Item) -> bool:
    """Say whether two amounts are told as earlier and later: by their periods, or by words like "from" and "last year"."""
    if first.role == "base" or second.role == "base":
        return True
    if (
        second.role == "result"
        and second.sentence - first.sentence <= 1
        and read_statement_cues().later_before.search(second.before)
    ):
        return True
    return bool(first.period and second.period and not first.period.is_same(second.period))


def _first_month(item: Item) -> int:
    return item.period.first if item.period else 0


def _find_base(change: Change, said: Item | None, anchor: Item, amounts: list[int], read: ReadStatement) -> Parts:
    end = read.items[change.parts["result"]]
    candidates = [at for at in amounts if _is_base_for(read.items[at], end, anchor)]
    candidates = [at for at in candidates if not _belongs_elsewhere(read.items[at], end, read)]
    if not candidates and said is not None and said.role == "growth" and is_each_year(said):
        near = [at for at in amounts if end.sentence - read.items[at].sentence in (0, 1)]
        candidates = near if len(near) == 1 and _is_years_before(read.items[near[0]], end) else []
    if not candidates and said is not None and said.role == "delta":
        # "555 in January and 584 a year later, 29 more"
        here = [at for at in amounts if read.items[at].sentence == end.sentence]
        candidates = here if len(here) == 1 and here[0] < change.parts["result"] else []
    return {"base": candidates[-1]} if candidates else {}


def _is_years_before(base: Item, end: Item) -> bool:
    """Say whether a figure is of a whole year, and the other one of a later year."""
    return bool(
        base.period and end.period and base.period.months == end.period.months and base.period.first < end.period.first
    )


def _belongs_elsewhere(base: Item, end: Item, read: ReadStatement) -> bool:
    """ "1,185 trains in May, against 1,000 a year before. Since January there were 5,420": 1,000 is compared with 1,185.

    What is counted on since the beginning of a year is compared with no single month.
    """
    if base.sentence == end.sentence:
        return False
    beside = [
        one for one in read.items_of_sentence(base.sentence) if one.unit.kind == base.unit.kind and one is not base
    ]
    is_taken = any(one.role in ("", "result") and one.period and end.period for one in beside)
    is_other = is_taken and not any(one.period and end.period and one.period.is_same(end.period) for one in beside)
    counts = [bool(read_sense_cues().counted_on.search(read.sentence_text(one.sentence))) for one in (base, end)]
    return base.role == "base" and bool(beside) and (is_other or counts[0] != counts[1])


def _find_result(change: Change, anchor: Item, amounts: list[int], read: ReadStatement) -> Parts:
    begin = read.items[change.parts["base"]]
    near = (at for at in amounts if abs(read.items[at].sentence - anchor.sentence) <= 1)
    candidates = [at for at in near if _is_base_for(begin, read.items[at], anchor)]
    return {"result": candidates[0]} if len(candidates) == 1 else {}


def _put_larger_first(parts: Parts, read: ReadStatement) -> Parts:
    """ "5 days by rail, 30 by sea: 25 are saved": what is saved is counted from the larger, when no word says otherwise."""
    if not {"base", "result", "delta"} <= set(parts) or read.items[parts["base"]].role == "base":
        return parts
    base, result = read.items[parts["base"]], read.items[parts["result"]]
    if read.items[parts["delta"]].sign < 0 and base.figure.value < result.figure.value:
        return parts | {"base": parts["result"], "result": parts["base"]}
    return parts


def _is_base_for(base: Item, end: Item, said: Item) -> bool:
    """Say whether a figure elsewhere is the beginning: it has the period named, or the same months a year before."""
    if base.unit.kind == end.unit.kind and base.role == "base" and abs(base.sentence - end.sentence) == 1:
        return True
    if base.period is None or end.period is None or base.unit.kind != end.unit.kind:
        return False
    if said.compared:
        return base.period.is_same(said.compared)
    return base.period.months == end.period.months and end.period.first - base.period.first == 12
