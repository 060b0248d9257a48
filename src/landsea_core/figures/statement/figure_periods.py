"""Which months a figure of a statement is about, and from which months a growth is measured."""

from dataclasses import dataclass, replace

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Quantity
from landsea_core.figures.statement.item import Item
from landsea_core.text.periods import Period

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
                words += statement_cues().leads_to_period.sub("", self.text[at : period.start])
                at = period.end
        return words + self.text[at:end]

    def find_period(self) -> tuple[Period | None, bool]:
        """Return the period of the figure, and whether it was only named as the one before ("last year's").

        A period behind the figure counts first ("3.2 bn in 2025"), then the one named last before it.
        """
        cues, figure = statement_cues(), self.figure
        for period in self.periods:
            gap = self.text[figure.end : period.start]
            if figure.end <= period.start < self.end and cues.behind_figure.match(gap):
                return (None, True) if period.earlier else (period, False)
        past = [period for period in self.periods if period.end <= figure.start]
        here = [period for period in past if self.sentence[0] <= period.start]
        if here and here[-1].start >= self.begin and here[-1].earlier:
            return None, not cues.by_how_much.search(self.text[here[-1].end : figure.start])
        fixed = [period for period in here if not period.earlier] or [period for period in past if not period.earlier]
        return (fixed[-1], False) if fixed else (None, False)

    def find_compared(self) -> Period | None:
        """Return the period that a growth is measured from, where one is named beside it ("up 12 % since 2020")."""
        cues, figure = statement_cues(), self.figure
        for period in self.periods:
            if period.earlier:
                continue
            lead = self.text[max(self.begin, period.start - _LEAD) : period.start]
            if figure.end <= period.start < self.end and cues.measured_from.search(lead):
                return period
            if self.begin <= period.start < figure.start and cues.measured_from_before.search(lead):
                return period
        return None


def add_years(periods: list[Period]) -> list[Period]:
    """Give periods without a year the year named last before, or else first after."""
    known = [period for period in periods if period.year]
    if not known:
        return periods
    return [
        period.in_year(([other for other in known if other.start < period.start] or known[:1])[-1].year)
        if not period.earlier
        else period
        for period in periods
    ]


def take_first_of_span(items: list[Item], periods: list[Period], text: str) -> list[Item]:
    """ "Between 2023 and 2025 ... from A to B": A belongs to the first of the two."""
    first_of = {
        other.start: one
        for one, other in zip(periods, periods[1:], strict=False)
        if statement_cues().span.fullmatch(text[one.end : other.start].strip())
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
