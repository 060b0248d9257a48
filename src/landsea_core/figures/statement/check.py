"""The check of a statement: read it, recompute what can be recomputed, compare with the observations held.

Silence means that all fits. What was not understood is said, with what would help.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from landsea_core.figures.observations import Observation
from landsea_core.figures.statement.alike_findings import count_repeated, gather_alike
from landsea_core.figures.statement.claims import check_claims
from landsea_core.figures.statement.excuses import drop_growths_of_parts
from landsea_core.figures.statement.excuses_of_lists import drop_sums_of_lists
from landsea_core.figures.statement.findings import Finding
from landsea_core.figures.statement.leftovers import list_not_understood, list_plain_amounts
from landsea_core.figures.statement.original import FigureMark, Original
from landsea_core.figures.statement.outcomes import list_outcomes
from landsea_core.figures.statement.read_statement import MOST_FIGURES, read_statement, respell_statement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.figures.statement.told import check_typed_relations, drop_told_otherwise
from landsea_core.figures.statement.weighing import WeighedStatement
from landsea_core.sentences import Sentence

MOST_CHARACTERS = 8_000
_MOST_RESPELLED = 2 * MOST_CHARACTERS
"""Some signs are a dozen letters when they are spelled out."""
_DIGITS = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:[.,]\d+)?|[一二三四五六七八九十百千]+")
"""One number each: "1,234,567.8" is one, "1,1,1,1" is a row of them and no number."""


@dataclass(frozen=True)
class Checked:
    """What a statement says that cannot be true, what was understood and found in order, and what was not understood."""

    contradictions: tuple[Finding, ...]
    understood: tuple[Finding, ...]
    not_understood: tuple[Finding, ...]
    marks: tuple[FigureMark, ...] = ()

    def as_json(self) -> dict[str, list[dict[str, Any]]]:
        """Return it for a program."""
        return {
            "contradictions": [finding.as_json() for finding in self.contradictions],
            "understood": [finding.as_json() for finding in self.understood],
            "not_understood": [finding.as_json() for finding in self.not_understood],
            "figures": [mark.as_json() for mark in self.marks],
        }


def check_statement(text: str, held: Iterable[Observation] = ()) -> Checked:
    """Check a statement or a paragraph against itself and against the observations held. Never raises; keeps nothing of it.

    "From 6.59 to 8.59 bn yuan, up 24.2 %" is a contradiction: it is +30.3 %.
    """
    try:
        return _check(text, held)
    finally:
        find_subject.cache_clear()  # its words were somebody's, and the process lives on


def _check(text: str, held: Iterable[Observation]) -> Checked:
    if len(text) > MOST_CHARACTERS:
        return _refuse_long()
    if _has_too_many_figures(text):
        return _refuse_many()
    respelled = respell_statement(text)
    if len(respelled.text) > _MOST_RESPELLED:
        return _refuse_long()
    if _has_too_many_figures(respelled.text):  # "½" is two numbers by then
        return _refuse_many()
    read = read_statement(respelled.text)
    if len(read.items) > MOST_FIGURES:  # "four lines" are a figure without a digit
        return _refuse_many()
    outcomes = list_outcomes(read, tuple(held))
    weighed = WeighedStatement(read)
    outcomes = weighed.keep_likely(outcomes)
    outcomes += weighed.find_slips(outcomes)
    outcomes += check_claims(text, respelled, read)
    typed = list(check_typed_relations(text, respelled, read))
    outcomes = drop_sums_of_lists(drop_growths_of_parts(drop_told_otherwise(outcomes, typed, read), read), read)
    accused = [one.items for one in outcomes if not one.fits]
    outcomes += [one for one in typed if not one.fits and not any(one.items <= items for items in accused)]
    wrong = gather_alike(outcome for outcome in outcomes if not outcome.fits)
    right = list({str(one.finding.explanation): one.finding for one in outcomes if one.fits}.values())
    used = {at for outcome in outcomes for at in outcome.items}
    right += count_repeated(list_plain_amounts(read, used))
    original = Original(text, respelled, read)
    return Checked(
        original.quote(wrong),
        original.quote(right),
        original.quote(count_repeated(list_not_understood(read, used))),
        original.mark_figures(outcomes),
    )


def _has_too_many_figures(text: str) -> bool:
    return sum(1 for _ in _DIGITS.finditer(text)) > MOST_FIGURES


def _refuse_long() -> Checked:
    words = Sentence(
        "The statement is longer than %(most)s characters: check it in parts.", most=f"{MOST_CHARACTERS:,}"
    )
    return Checked((), (), (Finding("too_long", "", words),))


def _refuse_many() -> Checked:
    words = Sentence("There are more than %(most)s figures in it: check it in parts.", most=MOST_FIGURES)
    return Checked((), (), (Finding("too_many", "", words),))
