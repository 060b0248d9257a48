"""Bare numbers that share the unit of a figure beside them: "from 6.59 to 8.59 bn yuan" are both billions of yuan."""

import re
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Quantity
from landsea_core.figures.statement.joined_counts import join_counted
from landsea_core.figures.statement.sentence_ends import ends_sentence
from landsea_core.text.units.unit import PEOPLE, PERCENT, PLAIN, POINTS, THINGS, TIMES

_RELATIONS = (PERCENT, POINTS, TIMES)
_OTHER_NOUN = re.compile(r"\s*(?:qx\w+\s*)+, each\b", re.IGNORECASE)
""" "4 | qxcan qxcau, each 7 million dollars": a noun that nobody glossed, of which each has something else."""
_THERE_WERE = re.compile(r"\bthere (?:were|was|are|is)(?: still| only| about)?\s*$", re.IGNORECASE)
""" "In the three months together there were | 114": no months."""
_FOREIGN = re.compile(r"\s+qx[a-z]+")
""" "60 | qxtieu qxthuong have 900 million": what nobody glossed is counted, and no money."""
_FARTHEST = 60
"""Characters between a bare number and the figure behind it whose unit it takes."""
_SENTENCES = re.compile(r"[.。;；!?]\s")
_NO_THING = re.compile(
    r"\s*(?:$|[,.;:)，。；]|(?:in|by|last|from|up|down|this|or|and|with|during|over|for|as|after|a|to|are|is|were|was|still|"
    r"have|has|had|live|work|remain|went|came|left|voted|against|agreed|refused)\b)",
    re.IGNORECASE,
)
"""What stands behind a number that no noun follows."""
_THING_BEFORE_BRACKET = re.compile(r"[\u4e00-\u9fff]{2,5}\(")
""" "2 billion | 第纳尔(" is of what is named there, which another currency in the bracket explains."""
_CLAUSE_ENDS = re.compile(r"\s*[,，;；]")
_IN_A_ROW = re.compile(r"\s*(?:[,，、]\s*(?:and\s+)?|\band\s+|[和及])\s*", re.IGNORECASE)
""" "80, 100 and | 120 containers": a row of numbers has the unit of its last."""
_IS_DONE_WITH = re.compile(
    r"\s+(?:(?:were|was|are|have been|had been|got)\s+(?:\w+ly\s+)?"
    r"(?:[a-z]+ed|sold|sent|bought|built|held|made|lost|cut|put)\b|qxve\b)",
    re.IGNORECASE,
)
""" "Tickets cost 30 yuan. | 2,000 were sold": things that something is done with are no money."""
_MILLION, _LARGE, _THOUSAND = 1e6, 1e4, 1e3
_CURRENCY = 3
"""Letters of a currency."""
_OF_A_LENGTH = re.compile(r"\s*(?:x\s*)?(?:of\s+)?(?:20|40|45)[ -]?(?:feet|foot|ft)\b", re.IGNORECASE)
""" "600 | of 40 feet": boxes, and no TEU."""
_LEAD = 24
"""Characters before a figure in which "out of all" stands."""
_OF_ALL = re.compile(r"(?:^|[.;]\s)\s*(?:out )?of (?:the |its |all )?$", re.IGNORECASE)
_FROM = re.compile(r",\s*from\s*$", re.IGNORECASE)
""" "Doubled in three years, from | 14 to 41": these are no years."""
_OTHER_MEASURE = re.compile(
    r"岁|级|层|楼|代|折|届|克|毫升|公?升|加仑|磅|盎司|英里|英尺|斤|工作日|\s*(?:working|business) days"
)
"""Measures that nothing is added up in: a number before them is of no unit of another."""
_MORE = re.compile(r"\s+(?:more|others?|new ones?)\b", re.IGNORECASE)
_REMAINING = re.compile(r"\b(?:remaining|other)\s$", re.IGNORECASE)
_MOST_APART, _MOST_APART_WITH_MAGNITUDE = 50, 100
"""Two figures of one unit in one sentence differ by no more than so many times: else the number is of something else."""


def share_units(figures: list[Quantity], text: str) -> list[Quantity]:
    """Return the figures with the units that they take from others: first from one behind, then from one before, then from
    the only thing that the whole statement counts.
    """
    figures = join_counted(figures, text)
    out = _take_only_unit(_take_from_before(_take_from_behind(figures, text), text), text)
    return [
        replace(one, unit=PERCENT, words="%") if one.unit == PLAIN and one.signed and "%" in one.text else one
        for one in out
    ]


def _take_from_behind(figures: list[Quantity], text: str) -> list[Quantity]:
    out = list(figures)
    for at in range(len(out) - 1, -1, -1):
        one = out[at]
        following = next((other for other in out[at + 1 :] if other.unit not in _RELATIONS), None)
        if one.unit != PLAIN or following is None or _is_rate(one, text) or _THING_BEFORE_BRACKET.match(text, one.end):
            continue
        gap = text[one.end : following.start]
        has_end = ends_sentence(text[one.end - 1 : following.start])
        if _does_something(gap) or _OF_A_LENGTH.match(gap) or _is_money_of_things(one, following):
            continue
        if _OTHER_NOUN.match(gap) or (_is_money(following) and one.scale == 1 and _FOREIGN.match(gap)):
            continue
        if read_statement_cues().of_them.match(text[one.end :]):
            continue  # "six engineers, | two | of them from Laos, and eight lawyers"
        is_in_a_row = _IN_A_ROW.fullmatch(gap) and len(out) > at + 2
        if _CLAUSE_ENDS.match(gap) and not is_in_a_row and _stands_in_clause(out[:at], one, text):
            continue
        if len(gap) < _FARTHEST and not has_end and _may_share(one, following):
            out[at] = one.in_unit_of(following)
    return out


def _is_money(figure: Quantity) -> bool:
    return len(figure.unit.kind) == _CURRENCY and figure.unit.kind.isupper()


def _does_something(gap: str) -> bool:
    """ "Of 320 drivers 192 | had waited less than six hours": who did something is counted, and is no hours."""
    return bool(read_statement_cues().does_something.match(gap))


def _is_money_of_things(one: Quantity, following: Quantity) -> bool:
    """ "320 million to eleven projects": what has so large a size is not as many as things that are counted one by one."""
    return one.scale >= _MILLION and following.scale == 1 and following.unit.kind.startswith("count:")


def _stands_in_clause(before: list[Quantity], one: Quantity, text: str) -> bool:
    """ "28 days and the other route | 15, so two weeks are saved": a unit stands before it, no comma between."""
    previous = before[-1] if before else None
    if previous is None or previous.unit in (*_RELATIONS, PLAIN):
        return False
    return not re.search(r"[,，;]|[.。](?=\s|$)", text[previous.end : one.start]) and _may_share(one, previous)


def _take_from_before(figures: list[Quantity], text: str) -> list[Quantity]:
    out = list(figures)
    for at, one in enumerate(out):
        previous = next((other for other in reversed(out[:at]) if other.unit not in (*_RELATIONS, PLAIN)), None)
        if one.scale >= _MILLION:
            large = (
                other for other in reversed(out[:at]) if other.unit not in (*_RELATIONS, PLAIN) and other.scale > 1
            )
            previous = next(large, previous)
        if previous is not None and previous.unit.kind in ("time", "length"):
            previous = _find_divided(out[:at], one, text) or previous
        if one.unit not in (PLAIN, THINGS) or previous is None:
            continue
        if _OTHER_MEASURE.match(text, one.end) or (previous.unit.kind == "time" and _FROM.search(text[: one.start])):
            continue
        if previous.unit.kind == "time" and _THERE_WERE.search(text[: one.start]):
            continue
        if _is_money(previous) and one.scale == 1 and _IS_DONE_WITH.match(text, one.end):
            continue
        if one.unit == THINGS and any(other.unit == THINGS and _is_rate(other, text) for other in out[:at]):
            continue  # 每箱12个,250箱共3600个: what each box has, and no boxes
        if one.unit == THINGS and (previous.unit == PEOPLE or not previous.unit.kind.startswith("count:")):
            continue
        is_near = not ends_sentence(text[previous.end - 1 : one.start]) or read_statement_cues().of_them.match(
            text[one.end :]
        )
        goes_on = (
            is_near
            or _counts_more(previous, one, text)
            or _ends_clause_behind(previous, one, text)
            or _goes_on_from(previous, one, out[:at], text)
        )
        if goes_on and (_is_written_out(one, previous) or (previous.words.startswith("hundred ") and one.scale == 1)):
            out[at] = replace(one, unit=previous.unit, words=previous.words.split()[-1])
            continue
        if goes_on and (_may_share(one, previous) or _is_rate(one, text)):
            out[at] = one.in_unit_of(previous)
    return out


def _counts_more(previous: Quantity, one: Quantity, text: str) -> bool:
    """ "It runs 48 reefer trucks. Twelve | more are on order", "The remaining | five": of the count of the sentence before."""
    is_told = _MORE.match(text[one.end :]) or _REMAINING.search(text[: one.start])
    is_next = len(_SENTENCES.findall(text[previous.end : one.start])) <= 1
    return bool(is_told) and is_next and previous.unit.kind.startswith("count:")


def _ends_clause_behind(previous: Quantity, one: Quantity, text: str) -> bool:
    """ "Clearance used to take 48 hours; now it takes | 6.": a clause set off by a semicolon, that ends with its number."""
    gap = text[previous.end : one.start]
    is_last = bool(re.match(r"\s*(?:[.。;；,，]|$)", text[one.end :]))
    return is_last and bool(re.fullmatch(r"[^.。!?]*[;；][^.。!?;；]*", gap)) and previous.unit.kind == "time"


def _find_divided(before: list[Quantity], one: Quantity, text: str) -> Quantity | None:
    """ "Of 320 drivers 192 had waited less than six hours and | 96 longer": the count with which its sentence begins."""
    for whole in reversed(before):
        is_count = whole.unit.kind.startswith("count:") and one.low < whole.low
        if is_count and _OF_ALL.search(text[max(0, whole.start - _LEAD) : whole.start]):
            return None if ends_sentence(text[whole.end - 1 : one.start]) else whole
    return None


def _goes_on_from(previous: Quantity, one: Quantity, before: list[Quantity], text: str) -> bool:
    """ "Exports were 1.75 billion dollars. They climbed to 1.93 billion, ...": of what, the only unit before it says."""
    counted = {
        other.unit.kind for other in before if other.unit not in (*_RELATIONS, PLAIN) and other.unit.kind != "time"
    }
    is_next = len(_SENTENCES.findall(text[previous.end : one.start])) <= 1
    has_size = one.scale != 1 and (previous.scale != 1 or previous.low >= _LARGE)
    return has_size and is_next and counted == {previous.unit.kind} and bool(_NO_THING.match(text, one.end))


def _take_only_unit(figures: list[Quantity], text: str) -> list[Quantity]:
    """Give bare numbers the unit of all others, when the whole statement counts one thing (lengths of time apart)."""
    counted = [one for one in figures if one.unit not in (*_RELATIONS, PLAIN) and one.unit.kind != "time"]
    if len({one.unit.kind for one in counted}) != 1:
        return figures
    only = counted[-1]
    figures = [
        replace(one, unit=only.unit, words=only.words.split()[-1])
        if one.unit == PLAIN and one.scale == 1 and _has_same_size(one, only) and _NO_THING.match(text, one.end)
        else one
        for one in figures
    ]
    return [one.in_unit_of(only) if _may_take(one, only, text) else one for one in figures]


def _is_written_out(bare: Quantity, united: Quantity) -> bool:
    """ "1.2 million containers, in 2024 alone | 300,000": a large number in full, of what is counted in millions."""
    is_large = bare.scale == 1 and bare.low >= _THOUSAND and united.scale >= _MILLION and bool(united.words)
    return is_large and 1 / _MOST_APART < bare.low / united.low < _MOST_APART if united.low else False


def _has_same_size(bare: Quantity, united: Quantity) -> bool:
    """ "Three hundred members came. | 180 voted for it": written out, whatever the other is counted in."""
    return _is_written_out(bare, united) or (united.words.startswith("hundred ") and bare.low <= united.low)


def _may_take(bare: Quantity, only: Quantity, text: str) -> bool:
    is_open = bare.unit == PLAIN and bare.scale == 1 and not _OTHER_MEASURE.match(text, bare.end)
    is_open = is_open and not _OTHER_NOUN.match(text, bare.end)
    is_done = _IS_DONE_WITH.match(text, bare.end) or _FOREIGN.match(text, bare.end)
    is_open = is_open and not (_is_money(only) and is_done)
    return is_open and _may_share(bare, only)


def _is_rate(figure: Quantity, text: str) -> bool:
    return bool(read_statement_cues().rates.find_unit(text[figure.end :], text[: figure.start]))


def _may_share(bare: Quantity, united: Quantity) -> bool:
    """Say whether a bare number may be of the unit of another figure, by their sizes."""
    if united.unit == PLAIN:
        ratio = bare.low / (united.low / united.scale or 1)
        return (
            bare.scale == 1 and united.scale > 1 and 1 / _MOST_APART_WITH_MAGNITUDE < ratio < _MOST_APART_WITH_MAGNITUDE
        )
    if bare.scale != 1:  # "6.59 bn": its own magnitude, only the unit is missing
        return united.unit.kind not in ("time", "length")
    ratio = bare.value / (united.value / united.scale or 1)
    return 1 / _MOST_APART < abs(ratio) < _MOST_APART
