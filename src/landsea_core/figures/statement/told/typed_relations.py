"""Relations that are told in the words of a text as typed, in its own language: what contradicts one is accused, and what
fits one lets off what other checks said of the same figures.

The rows "typed_relation" of `data/lexicon/typed_relations.jsonl` are written as those of `check_told` are, for English, Chinese
and Vietnamese as people write them, and know comparisons ("A < B": "fell to {A} from {B}").
"""

from collections.abc import Iterator

from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.told.check_told import find_all, judge_match
from landsea_core.figures.statement.told.masked_text import mask_typed_text
from landsea_core.figures.statement.told.wordings import list_typed_relations
from landsea_core.text.traced_text import TracedText


def check_typed_relations(text: str, respelled: TracedText, read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the figures of each relation keep it, one outcome for the same figures."""
    masked = mask_typed_text(text, respelled, read)
    told: set[tuple[bool, frozenset[int]]] = set()
    for relation in list_typed_relations():
        for wording in relation.wordings:
            for match in find_all(wording, masked.text):
                outcome = judge_match(relation, match, masked, read)
                if outcome is not None and (key := (outcome.fits, outcome.items)) not in told:
                    told.add(key)
                    yield outcome
