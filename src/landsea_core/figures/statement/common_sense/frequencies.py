"""How often a week against how often a year: "two sailings a week, that makes 208 a year" does not fit."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import get_stretch, make_outcome
from landsea_core.figures.statement.explanations import explain_rate
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_IN = {"month": (4.0, 4.6), "quarter": (12.5, 13.5), "year": (48.0, 53.0)}
"""Weeks of a month, a quarter and a year, at least and at most: a service may pause in the year's feast weeks."""
_ROOM = 1.03
_TRIPS = frozenset({"trip", "train", "voyage", "ship", "sailing", "flight"})
_WEEK = 7
_HAN_DAYS = "一二三四五六日"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_EVERY = re.compile(
    rf"\b(?:every|each|on)\s+{_DAY}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)(?:on\s+|each\s+|every\s+)?{_DAY})+|"
    r"(?:每周|每星期|周|星期)[一二三四五六日](?:[、和及,]\s*(?:周|星期)?[一二三四五六日])+",
    re.IGNORECASE,
)
_NOUN, _STEM = re.compile(rf"\b(?!(?:{_DAY}|every|each|times|week)\b)[a-z]{{4,}}", re.IGNORECASE), 5


def check_frequencies(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether so many a month or a year are made of so many a week that stand before, one sentence at most."""
    for item in read.items:
        weeks = _IN.get(item.per)
        if weeks is None or not item.unit.kind.startswith("count:") or item.figure.is_range:
            continue
        start, _end = get_stretch(read, item.sentence - 1, item.sentence)
        lead = read.text[start : item.figure.start]
        weekly = _find_weekly(lead, item, read)
        own = read.text[read.sentences[item.sentence][0] : item.figure.start]
        is_made = read_sense_cues().made_of_runs.search(own) or read_statement_cues().so.search(own)
        if not weekly or not is_made or item.role in ("base", "delta"):
            continue
        inside = item.figure.make_interval()
        fits = inside.low <= weekly * weeks[1] * _ROOM and inside.high >= weekly * weeks[0] / _ROOM
        words = Sentence(
            "%(one)s a %(per)s are %(right)s a %(longer)s, said were %(other)s",
            one=f"{weekly:g}",
            per="week",
            right=f"{weekly * (weeks[1] + weeks[0]) / 2:,.0f}",
            longer=item.per,
            other=item.figure.print_value(),
        )
        yield make_outcome(fits, "product", words, read, item)


def check_weekdays_named(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether as many days of the week are named as are said: "every Tuesday and Saturday, three flights a week"."""
    for number, (start, end) in enumerate(read.sentences):
        days = _list_weekdays(read.text[start:end])
        if len(days) < 2:
            continue
        for at in (number, number + 1):
            text = read.sentence_text(at) if at < len(read.sentences) else ""
            said = read_sense_cues().frequencies.find_number(text)
            is_other = at != number and _is_of_another_run(read.text[start:end], text)
            if (
                not said
                or is_other
                or read_sense_cues().other_frequency.search(text)
                or read_sense_cues().other_runs.search(read.text[start:end] + text)
            ):
                continue
            words = Sentence("%(listed)s are listed, said were %(said)s", listed=len(days), said=said)
            yield Outcome(said == len(days), Finding("list", text, words))


def _is_of_another_run(first: str, second: str) -> bool:
    """Say whether a sentence is no word on the run before it: what meets on two days is not what sails three times a week."""
    if _list_weekdays(second) or read_statement_cues().refers_back.search(second[:24]):
        return True
    one, other = ({word[:_STEM].lower() for word in _NOUN.findall(text)} for text in (first, second))
    return bool(one and other) and one.isdisjoint(other)


def _list_weekdays(text: str) -> frozenset[int]:
    """Return the days of the week that a text names as a list behind "every", "on" or 每周."""
    lists = [match.group() for match in _EVERY.finditer(text)]
    if len(lists) != 1:
        return frozenset()
    han = frozenset(_HAN_DAYS.index(sign) % _WEEK + 1 for sign in lists[0] if sign in _HAN_DAYS)
    return han or frozenset(number for number, cue in read_sense_cues().weekdays.items() if cue.search(lists[0]))


def check_loads_a_week(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether so many a trip and so many trips a week make so many a week: three trips of 24 wagons, 72 wagons."""
    for weekly in read.items:
        if weekly.per != "week" or weekly.role in ("base", "delta"):
            continue
        before = [
            one for one in read.items if one.figure.end <= weekly.figure.start and weekly.sentence - one.sentence <= 1
        ]
        loads = [one for one in before if one.per in _TRIPS and one.unit.kind == weekly.unit.kind]
        start, _end = get_stretch(read, weekly.sentence - 1, weekly.sentence)
        often = (
            read_sense_cues().frequencies.find_number(read.text[start : loads[0].figure.start])
            if len(loads) == 1
            else 0
        )
        if not often:
            continue
        each, many = loads[0].figure.make_loose_interval(), weekly.figure.make_interval()
        load = loads[0].figure
        words = explain_rate(load.print_value(), loads[0].per, str(often), load.value * often, weekly)
        fits = each.low * often <= many.high * _ROOM and each.high * often * _ROOM >= many.low
        yield make_outcome(fits, "product", words, read, loads[0], weekly)


def _find_weekly(lead: str, item: Item, read: ReadStatement) -> float:
    """Return how often a week is said last before a figure, when it is said once; 0 where it is not."""
    said = read_sense_cues().frequencies.find_number(read_sense_cues().other_frequency.split(lead)[0])
    rates = [
        one
        for one in read.items
        if one.per == "week" and one.figure.end <= item.figure.start and item.sentence - one.sentence <= 1
    ]
    rates = [one for one in rates if one.unit.kind.startswith("count:") and one.role != "base"]
    if said and not rates:
        return float(said)
    return rates[0].figure.value if len(rates) == 1 and rates[0].unit.kind == item.unit.kind else 0.0
