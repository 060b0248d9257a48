"""The names that no translation may lose: goods, places and offices of the reference, as each language calls them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from landsea.base.kept import Kept
from landsea_core.translating.names import Name, Names
from landsea_core.translations import fill_rows

_KINDS = (("goods", "id"), ("places", "code"), ("offices", "code"))
_kept = Kept()


def known_names() -> Names:
    """Return them, read once in a process."""
    return _kept.get("names", lambda: Names(_read_names(Path(settings.REFERENCE))))


def _read_names(reference: Path) -> Iterator[Name]:
    for kind, key in _KINDS:
        for row in fill_rows(reference / f"{kind}.jsonl", _rows_of(reference / f"{kind}.jsonl")):
            said = {language: _listed(words) for language, words in row["names"].items() if language != "local"}
            yield Name(f"{kind}:{row[key]}", said)


def _rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _listed(words: str | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)
