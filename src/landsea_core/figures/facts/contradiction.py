"""What a rule finds: the rows, the rule's name, one sentence; and what several rules ask of claims."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.dividing import drop_brackets
from landsea_core.figures.facts.metric_words import drop_periods
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_SUBJECT_WORD = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]", re.IGNORECASE)


@dataclass(frozen=True)
class Contradiction:
    """Rows that cannot all be true, the rule that says so, and why, in one sentence."""

    ids: tuple[str, ...]
    rule: str
    explanation: Sentence

    def as_json(self) -> dict[str, Any]:
        """Return it for a program."""
        return {"ids": list(self.ids), "rule": self.rule, "explanation": str(self.explanation)}


@lru_cache(maxsize=4096)
def find_subject_key(subject: str) -> frozenset[str]:
    """Return the words of a subject, brackets and months left out, so that two rows about one thing can be found."""
    bare = drop_periods(drop_brackets(subject))
    return frozenset(word.lower() for word in _SUBJECT_WORD.findall(bare)) - read_fact_cues().not_a_subject


def group_by_subject(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims of each subject."""
    found: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[find_subject_key(claim.subject)].append(claim)
    return list(found.values())


def group_by_row(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims of each row."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.fact.id].append(claim)
    return list(found.values())


def list_dated(claims: Iterable[Claim]) -> list[tuple[Claim, Period]]:
    """Return the claims that have months, with them."""
    return [(claim, claim.period) for claim in claims if claim.period]


def list_ids(*claims: Claim) -> tuple[str, ...]:
    """Return the ids of the rows of these claims, once each, in order."""
    return tuple(dict.fromkeys(claim.fact.id for claim in claims))


def ask_one_thing(one: Claim, other: Claim) -> bool:
    """Say whether two claims are of one unit and their metrics ask the same."""
    return one.kind == other.kind and one.label == other.label
