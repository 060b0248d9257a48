"""The names that no translation may lose: goods, places and offices of the reference, as each language calls them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from landsea.base.kept import Kept
from landsea_core.translating.names import Name, Names
from landsea_core.translations import KINDS, fill_rows

_KINDS = (("goods", "id"), ("places", "code"), ("offices", "code"))
MEAN_MORE = frozenset(
    {
        *("G470", "G471", "G473", "G483", "G484", "G685"),  # lorry, tractor, coach, trailer, container, cars
        *("G450", "G478", "G671"),  # lift, transmission, machines
        *("G486", "G492", "G673", "G675", "G694"),  # server, phones, computers, paper
    }
)
"""Goods whose names messages use for something else: what carries the cargo, what one writes on and calls with. A translator
may say them as they are meant: 集装箱 is "container" to a Vietnamese desk, and the paper that is lacking is no paper.
"""
_kept = Kept(unchanging=True)


def read_known_names() -> Names:
    """Return them, read once in a process."""
    folder = Path(settings.REFERENCE)
    return _kept.get(folder, lambda: Names(_read_names(folder)))


def _read_names(reference: Path) -> Iterator[Name]:
    for kind, key in _KINDS:
        rows = _rows_of(reference / f"{kind}.jsonl")
        for row in fill_rows(reference / f"{kind}.jsonl", rows) if kind in KINDS else rows:
            if row[key] in MEAN_MORE:
                continue
            said = {language: _listed(words) for language, words in row["names"].items() if language != "local"}
            others = row.get("other_names", {})
            yield Name(
                f"{kind}:{row[key]}", {one: _with_shorter(words, others.get(one, ())) for one, words in said.items()}
            )


def _rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _listed(words: str | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _with_shorter(names: tuple[str, ...], others: str | list[str]) -> tuple[str, ...]:
    """Return names with those of the other names that are parts of them: 磨憨 beside 磨憨口岸. Whatever else a place is called
    ("Brunei", of its capital) may mean more than the place.
    """
    return names + tuple(one for one in _listed(others) if any(one in name for name in names))
