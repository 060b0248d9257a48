"""Official sources of news that are known by name: read from the reference files, and added switched off.

What each row says of a source's form is where it was observed or documented; none was read live from here. Each kind of form
is tried on recorded pages (`tests/recorded`).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.rules.models import NewsSource

FILE = "news_sources.jsonl"
FORMS = ("observed", "documented", "assumed")


@dataclass(frozen=True)
class KnownSource:
    """A source of news. `form` says how its form is known (`FORMS`), `seen` in words where."""

    code: str
    name: str
    country: str
    url: str
    kind: str
    form: str
    seen: str


def read_known_sources(folder: Path) -> list[KnownSource]:
    """Return the known sources of a folder of reference files; none where it has no such file."""
    path = folder / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [KnownSource(**json.loads(line)) for line in lines if line.strip()]


def add_known_sources(folder: Path, *, now: datetime) -> int:
    """Add, switched off, the known sources that are not here yet; what an operator changed stays. Return how many."""
    added = 0
    with transaction.atomic():
        for one in read_known_sources(folder):
            named = {"name": one.name, "kind": one.kind, "country": one.country}
            source, is_new = NewsSource.objects.get_or_create(url=one.url, defaults=named)
            if is_new:
                append_entry(stream=f"news:{source.pk}", act="add_source", actor="operator", at=now)
                added += 1
    return added
