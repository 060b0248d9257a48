"""Lexicons: the words behind every suggestion, as files that coordinators can read and edit.

A lexicon is a folder of JSONL files. One row is one value in one language:

    {"kind": "matter", "value": "gate_queue", "topic": "transport_border", "lang": "en",
     "terms": [["queue*", 0.7], ["lorry + stuck + gate", 1.0]], "source": "..."}

A term is matched folded. A star at its end lets the word go on (queue* finds queueing). A plus joins parts that must
stand near each other in any order. A part in angle brackets stands for all words of a class (rows of kind "class"), so
that "<price> + <doubt>" is one pattern for all languages. A negative weight speaks against the value. The order of rows
means nothing. What the terms mean for a text is decided by the readers beside this module; nothing here looks at one.
"""

import json
from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from landsea_core.text.data_files import ALL_KINDS, read_rows
from landsea_core.text.lexicon.added_words import (
    NOTHING_ADDED,
    AddedWords,
    drop_replaced_terms,
    make_rows_of_terms,
)
from landsea_core.text.lexicon.entries import Entry, read_entries
from landsea_core.text.lexicon.phrase_index import PhraseIndex


class Lexicon:
    """All rows of a folder's JSONL files by kind, each kind indexed when it is first asked for.

    `version` is what the folder's lexicon.json says; empty when there is none.
    """

    def __init__(self, rows: Iterable[tuple[str, dict[str, Any]]], version: str = ""):
        self.version = version
        self._rows: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self._indexes: dict[str, PhraseIndex] = {}
        for where, row in rows:
            self._rows.setdefault(row.get("kind", ""), []).append((where, row))

    @classmethod
    def load(cls, folder: Path, added: AddedWords = NOTHING_ADDED, kinds: Collection[str] = ALL_KINDS) -> "Lexicon":
        """Read the rows of these kinds (of all, unless said otherwise) in every *.jsonl of a folder, and what was added over
        them; the version says both. Raises LexiconFault for a broken line, FileNotFoundError without a folder.
        """
        if not folder.is_dir():
            raise FileNotFoundError(
                f"There is no lexicon folder at {folder}. Give the folder that holds *.jsonl files."
            )
        about = folder / "lexicon.json"
        version = json.loads(about.read_text(encoding="utf-8"))["version"] if about.is_file() else ""
        named_rows = (
            (f"{path.name} {row.get('kind')}/{row.get('value')}/{row.get('lang')}", row)
            for path in sorted(folder.glob("*.jsonl"))
            for row in read_rows(path, kinds)
        )
        if not added.terms:
            return cls(named_rows, version)
        replaced = {term.key: term for term in added.terms}
        rows = [(where, drop_replaced_terms(row, replaced)) for where, row in named_rows]
        rows += [(f"added {row['kind']}/{row['value']}/{row['lang']}", row) for row in make_rows_of_terms(added.terms)]
        return cls(rows, f"{version}+{added.version}")

    def list_kinds(self) -> list[str]:
        """Return the kinds of rows that there are."""
        return list(self._rows)

    def list_rows(self, kind: str) -> list[dict[str, Any]]:
        """The rows of one kind as they stand in the files."""
        return [row for _, row in self._rows.get(kind, [])]

    def list_entries(self, kind: str) -> list[Entry]:
        """All entries of one kind, sorted, so that the order of rows and files means nothing."""
        return sorted(entry for where, row in self._rows.get(kind, []) for entry in read_entries(row, where))

    def get_index(self, kind: str) -> PhraseIndex:
        """The index that finds the terms of one kind in a text; built on first use and kept."""
        if kind not in self._indexes:
            phrases = ((entry.term, entry.lang, entry) for entry in self.list_entries(kind))
            self._indexes[kind] = PhraseIndex(phrases, self._classes)
        return self._indexes[kind]

    @cached_property
    def _classes(self) -> dict[str, list[tuple[str, str]]]:
        """The words of each class, as (word, language) pairs."""
        classes: dict[str, list[tuple[str, str]]] = {}
        for entry in self.list_entries("class"):
            classes.setdefault(entry.value, []).append((entry.term, entry.lang))
        return classes
