"""What a rule finds: the rows, the rule's name, one sentence; and what several rules ask of two claims."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.sentences import Sentence
from landsea_core.text.periods import find_periods

_SUBJECT_WORD = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]", re.IGNORECASE)


@dataclass(frozen=True)
class Contradiction:
    """Rows that cannot all be true, the rule that says so, and why, in one sentence."""

    ids: tuple[str, ...]
    rule: str
    explanation: Sentence

    def as_json(self) -> dict:
        """Return it for a program."""
        return {"ids": list(self.ids), "rule": self.rule, "explanation": str(self.explanation)}


@lru_cache(maxsize=4096)
def subject_key(subject: str) -> frozenset[str]:
    """Return the words of a subject, brackets left out, so that two rows about one thing can be found."""
    bare = re.sub(r"\([^()]*\)", " ", subject)
    for period in reversed(find_periods(bare)):
        bare = bare[: period.start] + bare[period.end :]
    return frozenset(word.lower() for word in _SUBJECT_WORD.findall(bare)) - fact_cues().not_a_subject


def by_subject(claims: Iterable[Claim]) -> dict[frozenset[str], list[Claim]]:
    """Return the claims of each subject."""
    found: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[subject_key(claim.subject)].append(claim)
    return found


def ids_of(*claims: Claim) -> tuple[str, ...]:
    """Return the ids of the rows of these claims, once each, in order."""
    return tuple(dict.fromkeys(claim.fact.id for claim in claims))
