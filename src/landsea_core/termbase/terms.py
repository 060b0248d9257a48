"""The terms and their file: one line a term, with its word in each language and where that was read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("en", "zh", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
TOPICS = ("customs", "origin", "quarantine", "transport", "law")


class TermFault(ValueError):
    """What is wrong with the file of terms, with the line."""


@dataclass(frozen=True)
class Source:
    """Where a word was read: the act or page, its address, and on which day (2026-11-29)."""

    name: str
    url: str
    checked: str


@dataclass(frozen=True)
class Term:
    """A term: its words by language, and the sources of those that were found in a public text. A word without a source is the
    platform's own until one is found.
    """

    code: str
    topic: str
    names: Mapping[str, str]
    sources: Mapping[str, Source]


def read_terms(path: Path) -> list[Term]:
    """Return the terms of a file, in its order. Raises TermFault for a term that lacks a language, a code that stands twice, or
    a source without an address.
    """
    terms: dict[str, Term] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            term = _make_term(json.loads(line), f"{path.name}:{number}")
            if term.code in terms:
                raise TermFault(f"{path.name}:{number}: {term.code} stands twice")
            terms[term.code] = term
    return list(terms.values())


def _make_term(row: Mapping[str, object], where: str) -> Term:
    names, sources = row.get("names"), row.get("sources", {})
    if not isinstance(names, dict) or not isinstance(sources, dict):
        raise TermFault(f"{where}: names and sources are by language")
    lacking = [language for language in LANGUAGES if not str(names.get(language, "")).strip()]
    if lacking or row.get("topic") not in TOPICS:
        raise TermFault(f"{where}: {', '.join(lacking) or 'the topic'} is missing")
    made = {language: Source(**one) for language, one in sources.items()}
    if any(not one.url.startswith("http") for one in made.values()):
        raise TermFault(f"{where}: a source has no address")
    return Term(str(row["code"]), str(row["topic"]), names, made)
