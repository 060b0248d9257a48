"""The text of a page as its reader sees it, and which of it is in a script or language that is not the reader's.

What stands in an element with another `lang` is an original and marked as one; what stands in one with `translate="no"`, or in
one of code, is a name or a code. What somebody typed into a field is not the page's. Everything else has to be in the language
of the page: `find_foreign` says what is not, and why it is held to be foreign.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lxml import html
from tests.contract.own_words import LATIN, words_of_others

from landsea_core.text.traditional import TRADITIONAL, convert_to_traditional

SCRIPTS = {"zh": "CJK", "th": "THAI", "lo": "LAO", "km": "KHMER", "my": "MYANMAR"}
NOT_READ = {"script", "style", "template", "textarea", "svg", "noscript", "title"}
"""A page's title says what its heading says, and cannot mark a part of itself."""
CODES = {"code", "kbd", "samp", "pre"}
SAID_IN_ATTRIBUTES = ("placeholder", "aria-label", "title", "alt")
UNITS = re.compile(r"^(j|k|km|kg|mg|kwh|g|m|h|t|l|teu|co2e?|min|ms|kb|mb|gb|px|am|pm|x|s)$", re.IGNORECASE)
NOT_WORDS = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+|(?<![\w.])[\w*-]+(\.[\w-]+)+(/\S*)?|/[\w{}<>:/.?=&-]*|\S*[\d_=<>{}#]\S*"
)
"""Addresses, paths, file names, and whatever has a digit or a sign of a program in it."""
PHRASE = re.compile(r'"([^"]+)"')
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
WHOLE_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
"""With its hyphens ("I-save", "e-mail"), as `own_words` counts words of languages in Latin letters."""


class Why(StrEnum):
    """Why a text is held to be foreign."""

    SCRIPT = "another script"
    ENGLISH = "English words"
    OTHER = "words of another language"
    NAME = "a name in Latin letters, not marked"
    SIMPLIFIED = "simplified characters"


@dataclass(frozen=True)
class Run:
    """A piece of a page's text; `marked`: it is said to be in another language, or a name or code."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Foreign:
    """A piece that is not the reader's, with the words of it that are not."""

    why: Why
    words: str
    text: str


def read_runs(content: str) -> Iterator[Run]:
    """Yield the pieces of a page (HTML) in the order in which they stand, what attributes say to a reader among them."""
    page = html.document_fromstring(content)
    yield from _read(page, (page.get("lang") or "en").lower(), marked=False)


def _read(element: html.HtmlElement, language: str, *, marked: bool) -> Iterator[Run]:
    if not isinstance(element.tag, str) or element.tag in NOT_READ:
        return
    of_this = element.get("lang", language).lower()  # an empty one says that nobody knows what somebody typed
    marked = marked or element.get("translate") == "no" or element.tag in CODES
    marked = marked or (of_this != language and element.tag != "html")
    said = [element.get(name, "") for name in SAID_IN_ATTRIBUTES]
    if element.tag == "input" and element.get("type") in ("submit", "button"):
        said.append(element.get("value", ""))
    for text in (*said, element.text or ""):
        if text.strip():
            yield Run(" ".join(text.split()), marked)
    for child in element:
        yield from _read(child, language, marked=marked)
        if child.tail and child.tail.strip():
            yield Run(" ".join(child.tail.split()), marked)


def find_foreign(text: str, language: str) -> Foreign | None:
    """Return what of a piece is not in the language of the page ("th", "zh-hans"), None where all of it is."""
    own = language.partition("-")[0]
    if language == TRADITIONAL and (simplified := [sign for sign in text if _is_simplified(sign)]):
        return Foreign(Why.SIMPLIFIED, " ".join(simplified), text)
    words = WORD.findall(NOT_WORDS.sub(" ", text))
    others = [word for word in words if _script_of(word) not in ("LATIN", SCRIPTS.get(own, "LATIN"))]
    if others:
        return Foreign(Why.SCRIPT, " ".join(others), text)
    if own in LATIN:
        return _find_other_latin(WHOLE_WORD.findall(NOT_WORDS.sub(" ", text)), own, text)
    latin = [word for word in words if _script_of(word) == "LATIN" and not UNITS.match(word) and not word.isupper()]
    if not latin:
        return None
    why = Why.ENGLISH if any(word[0].islower() for word in latin) else Why.NAME
    return Foreign(why, " ".join(latin), text)


def _find_other_latin(words: list[str], own: str, text: str) -> Foreign | None:
    """Told by words that texts of other languages have and those of this one have not: two or more and a quarter of all, or
    half of all.
    """
    others = [word for word in words if word.casefold() in words_of_others(own)]
    is_foreign = len(others) * 2 >= len(words) if len(others) == 1 else len(others) * 4 >= len(words)
    return Foreign(Why.OTHER, " ".join(others), text) if others and is_foreign else None


def _is_simplified(sign: str) -> bool:
    """Whether a sign is written in simplified texts only: one that Big5, the old code of Taiwan, has not."""
    if sign.isascii() or convert_to_traditional(sign) == sign:
        return False
    try:
        sign.encode("big5")
    except UnicodeEncodeError:
        return True
    return False


def _script_of(word: str) -> str:
    name = unicodedata.name(next((sign for sign in word if sign.isalpha()), "a"), "LATIN")
    return name.partition(" ")[0]


@dataclass(frozen=True)
class Expected:
    """Words that may stand on pages of any language unmarked, by the reason: they are written so everywhere."""

    by_word: dict[tuple[str, str], str]
    """By the word and the address of the page ("" on all pages)."""
    by_phrase: dict[str, str]
    """Names of several words, or of words that would be English elsewhere ("second"): as they stand, letter by letter."""

    def leave_out(self, text: str) -> tuple[str, str]:
        """Return a piece without the names of several words in it, and why the first of them may stand there, if any."""
        found = [phrase for phrase in self.by_phrase if phrase in text]
        for phrase in found:
            text = text.replace(phrase, " ")
        return text, self.by_phrase[found[0]] if found else ""

    def find(self, foreign: Foreign, pattern: str = "") -> str:
        """Return why all foreign words of a piece may stand there; empty where one of them may not. `pattern` is the page's
        address as its route has it.
        """
        words = [word.casefold() for word in foreign.words.split(" ")]
        reasons = [self.by_word.get((word, "")) or self.by_word.get((word, pattern), "") for word in words]
        return reasons[0] if all(reasons) else ""


def read_expected(path: Path) -> Expected:
    """Read a file of lines "reason: word word ..." or "reason: "name of words" "another""; after a # stands a remark. Behind a
    reason may stand a page's address ("reason @teaching/words/: calm"): its words are expected on that page alone.
    """
    found: dict[tuple[str, str], str] = {}
    phrases: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        place, _colon, words = line.partition("#")[0].partition(": ")
        reason, _at, pattern = place.strip().partition(" @")
        phrases |= dict.fromkeys(PHRASE.findall(words), reason)
        found |= {(word, pattern): reason for word in PHRASE.sub(" ", words).casefold().split()}
    return Expected(found, dict(sorted(phrases.items(), key=lambda pair: -len(pair[0]))))
