"""The check of a statement: read it, recompute what can be recomputed, compare with the observations held.

Silence means that all fits. What was not understood is said, with what would help.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from landsea_core.figures.observations import Observation
from landsea_core.figures.statement.alike import counted, gathered
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.growth import check_growth
from landsea_core.figures.statement.held import check_held
from landsea_core.figures.statement.items import Item, Read, read_items
from landsea_core.figures.statement.parts import MOST_GROWTH, check_parts
from landsea_core.figures.statement.rates import check_rates
from landsea_core.sentences import Sentence
from landsea_core.text.eras import BUDDHIST_YEARS
from landsea_core.text.periods.buddhist_years import find_buddhist_years
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

MOST_CHARACTERS = 8_000
MOST_FIGURES = 200
"""Figures are compared with each other, so their number bounds the time."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*|[一二三四五六七八九十百千]+")


@dataclass(frozen=True)
class Checked:
    """What a statement says that cannot be true, what was understood and found in order, and what was not understood."""

    contradictions: tuple[Finding, ...]
    understood: tuple[Finding, ...]
    not_understood: tuple[Finding, ...]

    def as_json(self) -> dict[str, list[dict]]:
        """Return it for a program."""
        return {
            "contradictions": [finding.as_json() for finding in self.contradictions],
            "understood": [finding.as_json() for finding in self.understood],
            "not_understood": [finding.as_json() for finding in self.not_understood],
        }


def check_statement(text: str, held: Iterable[Observation] = ()) -> Checked:
    """Check a statement in English or Chinese against itself and against the observations held. Never raises."""
    if len(text) > MOST_CHARACTERS:
        words = Sentence(
            "The statement is longer than %(most)s characters: check it in parts.", most=f"{MOST_CHARACTERS:,}"
        )
        return Checked((), (), (Finding("too_long", "", words),))
    if sum(1 for _ in _DIGITS.finditer(text)) > MOST_FIGURES:
        words = Sentence("There are more than %(most)s figures in it: check it in parts.", most=MOST_FIGURES)
        return Checked((), (), (Finding("too_many", "", words),))
    read = read_items(text)
    outcomes = [*check_growth(read), *check_parts(read), *check_rates(read), *check_held(read, tuple(held))]
    wrong = gathered(outcome for outcome in outcomes if not outcome.fits)
    right = list({str(one.finding.explanation): one.finding for one in outcomes if one.fits}.values())
    used = {at for outcome in outcomes for at in outcome.items}
    right += counted(
        _amount(item, read) for at, item in enumerate(read.items) if at not in used and _is_plain_amount(item)
    )
    return Checked(tuple(wrong), tuple(right), tuple(counted(_not_understood(read, outcomes, used))))


def _is_plain_amount(item: Item) -> bool:
    return (
        item.unit.is_known
        and item.unit not in (POINTS, TIMES)
        and (item.unit != PERCENT or item.role in ("share", "growth"))
    )


def _amount(item: Item, read: Read) -> Finding:
    if item.unit == PERCENT:
        words = Sentence(
            "%(said)s as a %(part)s, with nothing to compute it from", said=item.figure.print_value(), part=item.role
        )
    elif item.period:
        words = Sentence("%(said)s in %(period)s", said=item.figure.print_value(), period=item.period)
    else:
        words = Sentence("%(said)s, no period named", said=item.figure.print_value())
    return Finding("amount", item.figure.text, words)


def _not_understood(read: Read, outcomes: list[Outcome], used: set[int]) -> Iterable[Finding]:
    for words in find_buddhist_years(read.text):
        yield Finding("buddhist_year", read.text.strip(), words)
    for number, _place in enumerate(read.sentences):
        if not any(item.sentence == number for item in read.items):
            words = Sentence("No figure was found here: only amounts, percentages and durations are checked.")
            yield Finding("no_figure", read.sentence_text(number), words)
    if not read.sentences:
        yield Finding("empty", "", Sentence("There is nothing to check: write a sentence with figures."))
    for at, item in enumerate(read.items):
        if item.unit == PERCENT and item.role == "growth" and item.figure.value > MOST_GROWTH and at not in used:
            words = Sentence(
                "%(said)s is more than a tenfold: look at the decimal point.", said=item.figure.print_value()
            )
            yield Finding("very_large", item.figure.text, words)
        if at in used:
            continue
        if not item.unit.is_known and item.figure.value in BUDDHIST_YEARS and not item.figure.decimals:
            continue
        if not item.unit.is_known:
            words = Sentence(
                "%(said)s has no unit: say of what it is (yuan, TEU, tonnes, days, ...).", said=item.figure.text
            )
            yield Finding("no_unit", item.figure.text, words)
        elif item.unit == PERCENT and item.role not in ("share", "growth"):
            words = Sentence(
                "%(said)s of what? Say whether it is a growth or a share, and of which total.",
                said=item.figure.print_value(),
            )
            yield Finding("percentage_of_what", item.figure.text, words)
        elif item.unit in (POINTS, TIMES):
            words = Sentence("%(said)s compared with what? The two figures are not both there.", said=item.figure.text)
            yield Finding("compared_with_what", item.figure.text, words)
