"""What a person changed of what was read, and the example that can be learnt from it.

A reading suggests, a person decides: where the two differ, the difference is evidence about the reader. Whether it is good
evidence a person says later; nothing here looks at a text or keeps one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MATTER, TOPIC, PLACE, COUNTRY, GOODS, URGENCY, LANGUAGE = KINDS = (
    "matter",
    "topic",
    "place",
    "country",
    "goods",
    "urgency",
    "language",
)
LEARNT_FROM = "case-"
"""How the id of a row begins that was learnt from a case, and not written for this project."""
NEEDS_A_READING = frozenset({PLACE, COUNTRY, GOODS})
"""A text need not name these: what a person adds where nothing was read is not a correction."""


@dataclass(frozen=True)
class Change:
    """One value that a person changed: `before` was suggested (empty: nothing was read), with `confidence` (0 to 1, None when
    nothing was read); `after` is what the person chose (empty: none of what was suggested).
    """

    kind: str
    before: str
    after: str
    confidence: float | None = None


def list_changes(suggested: Mapping[str, tuple[str, float]], chosen: Mapping[str, str]) -> list[Change]:
    """Return what was changed. `suggested` maps kinds to (value, confidence); `chosen` holds only what a person decided.

    Goods agree when one code begins with the other: a chapter does not contradict a heading within it.
    """
    found = []
    for kind in KINDS:
        if kind not in chosen:
            continue
        before, confidence = suggested.get(kind, ("", None))
        after = chosen[kind]
        if _agree(kind, before, after) or (not before and kind in NEEDS_A_READING):
            continue
        found.append(Change(kind, before, after, confidence if before else None))
    return found


def _agree(kind: str, before: str, after: str) -> bool:
    if kind == GOODS and before and after:
        return before.startswith(after) or after.startswith(before)
    return before == after


@dataclass(frozen=True)
class Learnt:
    """What is known of a case whose correction was accepted. `text` names nobody; `hs` has two to six digits or none."""

    id: str
    text: str
    language: str
    filer_country: str
    country: str
    topic: str
    matter: str
    authority: str
    in_scope: bool
    urgent: bool
    hs: str


def make_example(learnt: Learnt) -> dict[str, Any]:
    """Return the row of `data/examples` that this case becomes; ValueError when it lacks topic, matter or authority."""
    missing = [name for name in ("topic", "matter", "authority") if not getattr(learnt, name)]
    if missing:
        raise ValueError(f"{learnt.id} has no {' and no '.join(missing)}, so nothing can be learnt from it.")
    return {
        "id": learnt.id,
        "lang": learnt.language,
        "text": learnt.text,
        "from": learnt.filer_country or None,
        "where": learnt.country or None,
        "topic": learnt.topic,
        "alt_topic": [],
        "matter": learnt.matter,
        "hs": learnt.hs[:2] or None,
        "authority": learnt.authority,
        "alt_authority": [],
        "scope": "in" if learnt.in_scope else "out",
        "urgent": learnt.urgent,
    }
