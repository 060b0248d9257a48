"""Claims found in a text: words of one value that stand in no figure and are neither denied nor foreseen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_LEAD = 26
"""Characters before a claim in which words may take it back."""


@dataclass(frozen=True)
class Claim:
    """Words with what they claim, and their place in the text as typed."""

    value: str
    start: int
    end: int
    sentence: int
    words: str


def find_claims(typed: TypedStatement, *values: str) -> Iterator[Claim]:
    """Yield the claims of some values as they stand; of two that overlap the one that begins first, or else the longer one.

    So 不合格 is no 合格.
    """
    found = [
        Claim(value, *match.span(), typed.find_sentence(match.start()), match.group())
        for value in values
        for match in find_cue(value).finditer(typed.text)
    ]
    last = 0
    for claim in sorted(found, key=lambda one: (one.start, -one.end)):
        if claim.start >= last and not typed.is_inside_figure(claim.start, claim.end):
            last = claim.end
            if not is_taken_back(typed, claim.start):
                yield claim


def contradict_claim(
    kind: str, claim: Claim, said: TypedFigure, made: str, told: Iterable[TypedFigure], typed: TypedStatement
) -> Outcome:
    """Return the contradiction between a figure that is claimed and what the figures told before it make.

    Example: "48 + 31 + 12 and altogether 102 do not go together", with `made` "48 + 31 + 12".
    """
    words = Sentence(
        "%(one)s and %(other)s do not go together",
        one=made,
        other=f"{claim.words.strip()} {said.item.figure.print_value()}",
    )
    finding = Finding(kind, typed.read.sentence_text(claim.sentence), words)
    return Outcome(False, finding, typed.read.places_of(said.item, *(one.item for one in told)))


def is_taken_back(typed: TypedStatement, place: int) -> bool:
    """Say whether words of the clause before a place deny what it says, foresee it, or ask."""
    begin = max(typed.find_clause(place)[0], place - _LEAD)
    return bool(find_cue("no_claim").search(typed.text[begin:place]))
