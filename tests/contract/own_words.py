"""Which words in Latin letters are of which language, by the texts of the platform and of the reference themselves: what texts
of other languages have and no text of this one has is foreign to its reader. English is the source of all.
"""

import gettext
import json
import re
from functools import cache
from pathlib import Path

from babel import Locale

import landsea
from landsea_core.text.data_files import find_default_data_folder

LATIN = ("en", "vi", "id", "ms", "fil")
SHORTEST = 3
"""Shorter words are in many languages."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NOT_WORDS = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]+>|&\w+;|https?://\S+|[\w.+-]+@[\w.-]+")


@cache
def words_of_others(language: str) -> frozenset[str]:
    """Return the words, in small letters, that texts of other languages in Latin letters have and none of this one has."""
    others = frozenset[str]().union(*(_words_in(other)[1] for other in LATIN if other != language))
    return others - _words_in(language)[0]


@cache
def _words_in(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return all words of the texts of a language, and those that stand there in small letters: those are no names."""
    every, small = set[str](), set[str]()
    for text in _texts_in(language):
        for word in _WORD.findall(_NOT_WORDS.sub(" ", text)):
            every.add(word.casefold())
            if len(word) >= SHORTEST and word.islower():
                small.add(word)
    return frozenset(every), frozenset(small)


def _texts_in(language: str) -> list[str]:
    """Return what pages say in a language, its official terms among it; English is what the texts of another one translate."""
    of = "vi" if language == "en" else language
    texts: list[str] = []
    for path in Path(landsea.__file__).parents[1].glob(f"*/**/locale/{of}/LC_MESSAGES/django.mo"):
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        for source, said in catalog.items():
            texts.append(said if language != "en" else source[0] if isinstance(source, tuple) else source)
    for path in (find_default_data_folder() / "reference" / "words" / of).glob("*.jsonl"):
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        texts += [str(row["en" if language == "en" else "said"]) for row in rows]
    terms = (find_default_data_folder() / "terms" / "terms.jsonl").read_text(encoding="utf-8").splitlines()
    texts += [json.loads(line)["names"][language] for line in terms]
    return [text.partition("\x04")[2] or text for text in texts if isinstance(text, str)] + _names_of_time(of)


def _names_of_time(language: str) -> list[str]:
    """Return what days and months are called, whole and short ("Hun" for June in Filipino), as pages write dates."""
    locale = Locale.parse(language)
    return [
        name
        for names in (locale.months["format"], locale.days["format"])
        for width in ("wide", "abbreviated")
        for name in names[width].values()
    ]
