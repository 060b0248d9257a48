"""Reads the phrasebook's rows: asks, answers and choices, with what they are in other languages."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from landsea_core.phrasebook.phrases import Answer, Ask, Choice, Phrasebook
from landsea_core.translations import Translations

FOLDER = "phrasebook"


class PhraseFault(ValueError):
    """A row that cannot be used; says file, line and why."""


def read_phrasebook(reference: Path) -> Phrasebook:
    """Read the phrasebook below the folder of the reference. Raises PhraseFault."""
    translations = Translations.load(reference, FOLDER)
    lists: dict[str, dict[str, Choice]] = {}
    for row in _read_rows(reference, "choices", translations):
        name, _, code = row["code"].partition(".")
        lists.setdefault(name, {})[code] = Choice(code, row["says"])
    answers = {
        row["code"]: Answer(row["code"], row["version"], row["says"], row["fits_all"])
        for row in _read_rows(reference, "answers", translations)
    }
    asks = {row["code"]: _make_ask(row, answers, lists) for row in _read_rows(reference, "asks", translations)}
    return Phrasebook(asks, answers, lists)


def _read_rows(reference: Path, name: str, translations: Translations) -> Iterator[dict[str, Any]]:
    path = reference / FOLDER / f"{name}.jsonl"
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = translations.fill(json.loads(line))
            code = row["code"]
        except (ValueError, KeyError, AttributeError):
            raise PhraseFault(f"{path.name}:{number}: this is no row with a code.") from None
        if code in seen:
            raise PhraseFault(f"{path.name}:{number}: {code} stands there twice; keep one.")
        seen.add(code)
        yield row


def _make_ask(row: Mapping[str, Any], answers: Mapping[str, Answer], lists: Mapping[str, Any]) -> Ask:
    unknown = [code for code in row["answers"] if code not in answers]
    unknown += [name for name in row["lists"].values() if name not in lists]
    if unknown:
        raise PhraseFault(f"asks.jsonl: {row['code']} names {', '.join(unknown)}, which is not on file.")
    return Ask(
        code=row["code"],
        version=row["version"],
        topic=row["topic"],
        asker=row["asker"],
        answerer=row["answerer"],
        marker=row["marker"],
        says=row["says"],
        answers=tuple(row["answers"]),
        lists=row["lists"],
    )
