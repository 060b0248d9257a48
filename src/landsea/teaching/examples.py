"""The labelled examples of this checkout, read once a process: in which of them a word would be heard."""

from functools import cache
from pathlib import Path

from django.conf import settings

from landsea_core.text.data_files import read_rows
from landsea_core.text.lexicon.added_words import (
    COUNTRY,
    MATTER,
    TOPIC,
    AddedTerm,
    FoldedExample,
    count_term_in_examples,
)

LABELS = {MATTER: "matter", TOPIC: "topic", COUNTRY: "where"}


@cache
def read_training_examples() -> tuple[FoldedExample, ...]:
    """Return all training examples; those of the test set stay out, so that no word is written to please it."""
    folder = Path(settings.ROOT) / "data" / "examples"
    return tuple(
        FoldedExample.from_row(row) for path in sorted(folder.glob("training.*.jsonl")) for row in read_rows(path)
    )


def count_heard(term: AddedTerm) -> tuple[int, int] | None:
    """Return in how many examples a word is heard and how many of them are about its value; None where they have no such
    label.
    """
    return count_term_in_examples(term, read_training_examples(), LABELS[term.kind]) if term.kind in LABELS else None
