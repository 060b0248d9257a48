"""An average growth a year, compounded over the years between two figures."""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import print_percent
from landsea_core.figures.statement.differences import print_without_unit_of
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import HOURS_A_YEAR, PERCENT

_BEFORE, _BEHIND = 40, 20
"""Characters around a growth in which is said that it is one of each year."""
_BEFORE_LENGTH, _BEHIND_LENGTH = 16, 4
_SLACK = 0.1
"""Percentage points by which an average may be off besides its rounding."""


def is_each_year(said: Item) -> bool:
    """Say whether a growth is told as one of each year ("12 % a year", 年均)."""
    return bool(read_statement_cues().each_year.search(said.before[-_BEFORE:] + said.after[:_BEHIND]))


def check_yearly_growth(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome | None:
    """Return whether an average growth a year fits; None where it is not said over how many years.

    From 100 to 121 in two years is 10 % a year: (121 / 100) ^ (1 / 2) - 1.
    """
    if base.unit == PERCENT:
        return None
    if base.period and result.period:
        years = (result.period.first - base.period.first) / 12
    else:
        years = _find_years_named(said, read)
    if years <= 0 or base.figure.value <= 0:
        return None
    right = ((result.figure.value / base.figure.value) ** (1 / years) - 1) * 100
    words = Sentence(
        "from %(base)s to %(result)s in %(years)s years is %(right)s a year, said was %(said)s",
        base=print_without_unit_of(base, result),
        result=result.figure.print_value(),
        years=f"{years:g}",
        right=print_percent(right),
        said=print_percent(said.signed_value, said.figure.decimals),
    )
    fits = abs(right - said.signed_value) <= said.figure.step + _SLACK
    return Outcome(fits, Finding("growth_each_year", read.sentence_text(result.sentence), words))


def _find_years_named(said: Item, read: ReadStatement) -> float:
    """Return over how many years a growth runs, said in its sentence as a length ("over three years", 三年来); 0 for none."""
    start, end = read.sentences[said.sentence]
    for item in read.items_of_sentence(said.sentence):
        if item.unit.kind == "time" and item.figure.scale >= HOURS_A_YEAR:
            around = read.text[
                max(start, item.figure.start - _BEFORE_LENGTH) : min(end, item.figure.end + _BEHIND_LENGTH)
            ]
            if read_statement_cues().over_years.search(around):
                return round(item.figure.value / item.figure.scale, 2)
    return 0
