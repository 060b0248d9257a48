"""What is denied and told all the same: closed in February and passed in February, all released and six held back.

Only where both are told of the same things in the same words (or in a pair of opposites), and nothing between excepts some.
"""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import get_stretch, is_plain_amount
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_CLAUSES = re.compile(r"[,，;；。]|\.(?=\s|$)|\b(?:while|whereas)\b")
_WORD = re.compile(r"[a-z]{4,}", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_STEM, _LEAST_SHARED = 5, 3
_LEAD = 24
_MOST_BEHIND = 6
"""Figures behind "all 28 lots" in which an exception is looked for."""


def check_denials(read: ReadStatement) -> Iterator[Outcome]:
    """Yield what is told though it was denied; silence where something is excepted."""
    yield from _check_first_ever(read)
    if read_sense_cues().excepts.search(read.text):
        return
    yield from _check_closed(read)
    yield from _check_all(read)
    yield from _check_none(read)


def _check_closed(read: ReadStatement) -> Iterator[Outcome]:
    """ "Closed throughout February. In February 900 vehicles passed" cannot be, nor "closed on Sundays ... last Sunday"."""
    cues = read_sense_cues()
    for number, (start, end) in enumerate(read.sentences):
        closed = cues.is_closed.search(read.text, start, end)
        if closed is None or cues.half_closed.search(read.text[start:end]):
            continue
        for item in [one for one in read.items if abs(one.sentence - number) <= 1][:_MOST_BEHIND]:
            if item.sentence == number or abs(item.sentence - number) > 1 or not _is_count(item):
                continue
            text = read.sentence_text(item.sentence)
            if not cues.passes.search(text) or not _are_of_one_time(number, item, read):
                continue
            yield _say(closed.group(), item, read)


def _are_of_one_time(number: int, item: Item, read: ReadStatement) -> bool:
    """Say whether a sentence names the month of a figure, or its day of the week, and nothing narrower."""
    start, end = read.sentences[number]
    closed = [period for period in read.periods if start <= period.start < end]
    if closed or item.period:
        is_one = len(closed) == 1 and item.period is not None and closed[0].is_same(item.period)
        return is_one and item.period is not closed[0] and not (closed[0].day or (item.period and item.period.day))
    return bool(_list_weekdays(read.sentence_text(number)) & _list_weekdays(read.sentence_text(item.sentence)))


def _are_of_other_times(first: int, last: int, read: ReadStatement) -> bool:
    """Say whether the later of two sentences names a month or a day of the week that the first does not."""
    told, again = _list_months(first, read), _list_months(last, read)
    days, later = _list_weekdays(read.sentence_text(first)), _list_weekdays(read.sentence_text(last))
    return bool(again - told) or bool(later - days)


def _list_months(number: int, read: ReadStatement) -> frozenset[tuple[int | None, int, int, int | None]]:
    start, end = read.sentences[number]
    return frozenset((one.year, one.month, one.months, one.day) for one in read.periods if start <= one.start < end)


def _list_weekdays(text: str) -> frozenset[int]:
    return frozenset(number for number, cue in read_sense_cues().weekdays.items() if cue.search(text))


def _check_all(read: ReadStatement) -> Iterator[Outcome]:
    """ "All 28 lots passed. Three lots did not pass" cannot be: the same word denied, or its opposite."""
    cues = read_sense_cues()
    for whole in read.items:
        lead = read.text[max(0, whole.figure.start - _LEAD) : whole.figure.start]
        rest = read.text[whole.figure.end : read.sentences[whole.sentence][1]]
        is_before, is_behind = cues.all_of.search(lead), cues.all_of_behind.match(rest[:_LEAD])
        if not _is_count(whole) or not (is_before or is_behind):
            continue
        done = _clause_behind(whole, read) if is_before else rest
        at = read.items.index(whole) + 1
        for part in read.items[at : at + _MOST_BEHIND]:
            is_next = part.sentence - whole.sentence <= 1
            same = part.unit.kind == whole.unit.kind or not part.unit.is_known or part.unit.kind == "count:things"
            if not is_next or not same or not 0 < part.figure.value <= whole.figure.value:
                continue
            if _are_of_other_times(whole.sentence, part.sentence, read):
                continue
            told = _clause_around(part, read)
            if _denies(done, told) or _is_opposite(done, told):
                yield _say(done.strip(), part, read)


def _check_none(read: ReadStatement) -> Iterator[Outcome]:
    """ "No lorry was turned back. Of the lorries turned back most carried fruit": the same words, not denied."""
    cues = read_sense_cues()
    for number, (start, end) in enumerate(read.sentences):
        none = cues.none_of.search(read.text, start, end)
        if none is None or number + 1 >= len(read.sentences) or _are_of_other_times(number, number + 1, read):
            continue
        denied = _stems(_CLAUSES.split(read.text[none.end() : end])[0])
        begin, finish = read.sentences[number + 1]
        for clause in _CLAUSES.split(read.text[begin:finish]):
            if cues.denies.search(clause) or cues.other_times.search(clause) or not cues.some_of.search(clause):
                continue
            if (
                len(denied) > 1
                and len(denied & _stems(clause)) >= min(2, len(denied))
                and _has_same_end(denied, clause)
            ):
                words = Sentence(
                    "%(one)s and %(other)s do not go together", one=none.group().strip(), other=clause.strip()
                )
                yield Outcome(False, Finding("denial", read.sentence_text(number + 1), words))
                break


def _check_first_ever(read: ReadStatement) -> Iterator[Outcome]:
    """ "The first time that a cold train runs there. Last November 26 cold trains already ran there" cannot be."""
    cues = read_sense_cues()
    for number in range(len(read.sentences) - 1):
        start, end = read.sentences[number]
        begin, finish = read.sentences[number + 1]
        first = cues.first_ever.search(read.text, start, end)
        again = read.text[begin:finish]
        if first is None or not cues.happened_before.search(again) or cues.denies.search(again):
            continue
        if not _is_earlier((start, end), (begin, finish), read):
            continue
        told, said = _content(read.text[first.end() : end]), _content(again)
        if len(told) >= _LEAST_SHARED and len(told & said) * 2 >= len(told):
            words = Sentence("%(one)s and %(other)s do not go together", one=first.group(), other=again.strip())
            yield Outcome(False, Finding("denial", again.strip(), words))


def _is_earlier(first: tuple[int, int], later: tuple[int, int], read: ReadStatement) -> bool:
    """Say whether the second sentence tells of a time before the first: by its dates, or as "last year"."""
    one, other = ([period for period in read.periods if start <= period.start < end] for start, end in (first, later))
    if any(period.earlier for period in other):
        return not any(period.earlier for period in one)
    dated = [period for period in (*one[:1], *other[:1]) if period.year]
    return len(dated) == 2 and dated[1].first < dated[0].first


def _content(text: str) -> frozenset[str]:
    """Return the stems of the words of a text, of Chinese each two signs that stand together."""
    han = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return _stems(text) | frozenset(han) - read_sense_cues().no_label


def _has_same_end(denied: frozenset[str], clause: str) -> bool:
    return bool(denied & _stems(clause))


def _denies(done: str, told: str) -> bool:
    """Say whether the same word is told and denied: "all passed", "three did not pass"."""
    denial = read_sense_cues().denies.search(told)
    if denial is None:
        return False
    behind = told[denial.end() :]
    latin = _stems(done) & _stems(behind)
    han = {
        behind[at : at + 2] for at in range(len(behind) - 1) if ord(behind[at]) > 0x2E80 and behind[at : at + 2] in done
    }
    return bool(latin or han) and not read_sense_cues().denies.search(done)


def _is_opposite(done: str, told: str) -> bool:
    return any(
        (pair.one.search(done) and pair.other.search(told) and not pair.one.search(told))
        or (pair.other.search(done) and pair.one.search(told) and not pair.other.search(told))
        for pair in read_sense_cues().opposites
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text)) - read_sense_cues().no_label


def _clause_behind(item: Item, read: ReadStatement) -> str:
    return _CLAUSES.split(read.text[item.figure.end : read.sentences[item.sentence][1]])[0]


def _clause_around(item: Item, read: ReadStatement) -> str:
    start, _end = get_stretch(read, item.sentence, item.sentence)
    return _CLAUSES.split(read.text[start : item.figure.start])[-1] + " " + _clause_behind(item, read)


def _is_count(item: Item) -> bool:
    return item.unit.kind.startswith("count:") and (is_plain_amount(item) or bool(item.per)) and item.figure.value > 0


def _say(denied: str, item: Item, read: ReadStatement) -> Outcome:
    words = Sentence("%(one)s and %(other)s do not go together", one=denied, other=item.figure.print_value())
    return Outcome(False, Finding("denial", read.sentence_text(item.sentence), words), read.places_of(item))
