"""Which months a figure of a statement is about, and from which months a growth is measured."""

import re
from dataclasses import dataclass, replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Quantity
from landsea_core.figures.statement.item import Item
from landsea_core.text.periods import Period

_BESIDE = re.compile(r"\s*(?:的|'s)?\s*")
_BESIDE_BEHIND = re.compile(r"\s*(?:in|during)?\s*")
_AND = re.compile(r"\band\b|[,，;；和而]", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*[,，;；]")
_SENTENCE = 200
_LEAD_OF_YEAR = 40
"""Characters before a year in which it is called another one ("for comparison, in all of 2009")."""
_LEAD = 24
"""Characters before a period in which it is said that something is measured from there."""


@dataclass(frozen=True)
class Surroundings:
    """The text around one figure: `begin` and `end` reach to the figures beside it, `sentence` is (start, end)."""

    figure: Quantity
    begin: int
    end: int
    sentence: tuple[int, int]
    periods: list[Period]
    text: str

    def words_between(self, start: int, end: int) -> str:
        """Return the words between two places, periods and what leads to them taken out."""
        words, at = "", start
        for period in self.periods:
            if start <= period.start < end:
                words += read_statement_cues().leads_to_period.sub("", self.text[at : period.start])
                at = period.end
        return words + self.text[at:end]

    def find_period(self) -> tuple[Period | None, bool]:
        """Return the period of the figure, and whether it was only named as the one before ("last year's").

        A period behind the figure counts first ("3.2 bn in 2025"), then the one named last before it.
        """
        cues, figure = read_statement_cues(), self.figure
        for period in self.periods:
            gap = self.text[figure.end : period.start]
            if figure.end <= period.start < self.end and cues.behind_figure.match(gap) and not self._is_of_next(gap):
                return (None, True) if period.earlier else (period, False)
        past = [period for period in self.periods if period.end <= figure.start]
        here = [period for period in past if self.sentence[0] <= period.start]
        if here and here[-1].start >= self.begin and here[-1].earlier:
            gap = self.text[here[-1].end : figure.start]
            return None, not (cues.by_how_much.search(gap) or self._is_of_figure_before(here[-1]))
        fixed = [period for period in here if not period.earlier] or self._list_set_before(past)
        return (fixed[-1], False) if fixed else (None, False)

    def _is_of_next(self, gap: str) -> bool:
        """ "In the first half 4.2 million crossed and in | the second half 4.8": the figure has its own period before it."""
        has_own = any(self.begin <= one.start and one.end <= self.figure.start for one in self.periods)
        return has_own and bool(_AND.search(gap))

    def _is_of_figure_before(self, period: Period) -> bool:
        """ "3.5 times the same period, reaching 500,000": the period belongs to the figure before it, in its own clause."""
        lead, gap = self.text[self.begin : period.start], self.text[period.end : self.figure.start]
        return self.begin > self.sentence[0] and not _CLAUSE.search(lead) and bool(_CLAUSE.match(gap))

    def _list_set_before(self, past: list[Period]) -> list[Period]:
        """Return the periods that sentences before are about; what they are only compared with ("than in 2024") is none."""
        fixed = [period for period in past if not period.earlier]
        told = [
            period for period in fixed if not read_statement_cues().compared_with_period.search(self._lead_of(period))
        ]
        return told or fixed

    def _lead_of(self, period: Period) -> str:
        return self.text[max(0, period.start - _LEAD) : period.start]

    def find_compared(self) -> Period | None:
        """Return the period that a growth is measured from, where one is named beside it ("up 12 % since 2020")."""
        cues, figure = read_statement_cues(), self.figure
        for period in self.periods:
            if period.earlier:
                continue
            lead = self.text[max(self.begin, period.start - _LEAD) : period.start]
            if figure.end <= period.start < self.end and cues.measured_from.search(lead):
                return period
            if self.begin <= period.start < figure.start and cues.measured_from_before.search(lead):
                return period
        return None


def add_years(periods: list[Period], text: str) -> list[Period]:
    """Give periods without a year the year named last before, or else first after, unless that is told for comparison."""
    known = [period for period in periods if period.year]
    if not known:
        return periods
    first = known[0]
    is_apart = read_statement_cues().other_year.search(text[max(0, first.start - _LEAD_OF_YEAR) : first.start])
    behind = [] if is_apart else [first]
    return [period if period.earlier else _give_year(period, known, behind) for period in periods]


def _give_year(period: Period, known: list[Period], behind: list[Period]) -> Period:
    """Return a period in the year named last before it, or else in the one `behind` it; as it is where there is none."""
    named = [other for other in known if other.start < period.start] or behind
    return period.in_year(named[-1].year) if named else period


def find_free_results(items: list[Item], periods: list[Period], text: str) -> list[Item]:
    """ "Trade rose from 6.59 bn in 2023 to 8.59 bn", 由2023年的65.9亿元增至85.9亿元: 2023 is of the beginning only.

    The end takes the period that the sentence named before, or none.
    """
    out = list(items)
    for at, (base, item) in enumerate(zip(items, items[1:], strict=False), start=1):
        is_end = base.role == "base" and item.role == "result" and base.sentence == item.sentence
        if is_end and base.period and item.period == base.period and _is_its_own(base, periods, text):
            earlier = [
                one
                for one in periods
                if one.end <= base.period.start and not one.earlier and one.start >= base.figure.start - _SENTENCE
            ]
            out[at] = replace(item, period=earlier[-1] if earlier else None)
    return out


def _is_its_own(base: Item, periods: list[Period], text: str) -> bool:
    """Say whether a period stands right beside a beginning, and not before the whole sentence."""
    for period in periods:
        if period.end <= base.figure.start and base.period and period.is_same(base.period):
            lead = text[max(0, period.start - _LEAD) : period.start]
            if _BESIDE.fullmatch(
                text[period.end : base.figure.start]
            ) and read_statement_cues().measured_from_before.search(lead):
                return True
        gap = text[base.figure.end : period.start]
        if base.period and period.is_same(base.period) and _BESIDE_BEHIND.fullmatch(gap):
            return True
    return False


def take_first_of_span(items: list[Item], periods: list[Period], text: str) -> list[Item]:
    """ "Between 2023 and 2025 ... from A to B": A belongs to the first of the two."""
    first_of = {
        other.start: one
        for one, other in zip(periods, periods[1:], strict=False)
        if read_statement_cues().span.fullmatch(text[one.end : other.start].strip())
    }
    return [
        replace(item, period=first_of[item.period.start])
        if item.role == "base"
        and item.period
        and item.period.start in first_of
        and item.period.end <= item.figure.start
        else item
        for item in items
    ]
