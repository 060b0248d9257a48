"""A statement of another language glossed into English, with the places of the original kept.

1. The language is told by its script, or by its small words; English and Chinese are left as they are, and so are English
   sentences that follow others: "100,000 dollars" is no hundred there, as it would be in Vietnamese.
2. Digits of other scripts become 0 to 9, numbers are spelled as in English ("1.234,5" becomes "1,234.5" in Vietnamese).
3. Patterns are glossed ("6 tháng đầu năm 2025" becomes "the first 6 months of 2025"), then terms, the longest first.
4. Words that nobody glossed get letters before them that no English word has, so that "so với" is not read as "so".
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from landsea_core.figures.glosses.english_sentences import join_texts, split_by_language
from landsea_core.figures.glosses.gloss_words import GlossWords, make_gloss_words, make_telling_words
from landsea_core.figures.glosses.number_spelling import spell_numbers, use_plain_digits
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.languages import VIETNAMESE_ONLY
from landsea_core.text.letters.scripts import UNSPACED, find_script
from landsea_core.text.traced_text import TracedText

_LANGUAGE_OF_SCRIPT = {"thai": "th", "lao": "lo", "khmer": "km", "burmese": "my"}
_VIETNAMESE = "vi"
_LEAST_MARKED, _MARKED_SHARE = 3, 0.3
_ACCENTED = 0.7
"""How much a word with any accent tells against one with letters that only Vietnamese has."""
_LEAST_TELLING = 2
_KEPT = 0xE000
"""Glosses are kept aside under private characters until all words are glossed, so that nothing is glossed twice."""
_LETTERS = re.compile(r"[^\W\d_]+")
_KEPT_ONE = re.compile("[\ue000-\uf8ff]")
_MOST_KEPT = 0xF8FF - _KEPT
_FOREIGN = "qx"
FOREIGN_WORD = re.compile(rf"\b{_FOREIGN}\w+", re.IGNORECASE)
"""A word that nobody glossed, as it stands in the text that is read."""
_BEGINS = re.compile(r"(?:^|[.!?;:\n])\s*$")


def gloss_statement(text: TracedText) -> TracedText:
    """Return a statement with its words in English, where we have them; as it is when it is in English or Chinese.

    "Xuất khẩu đạt 12,1 tỷ USD, tăng 8%" becomes "exports reached 12.1 billion USD, up 8%".
    """
    language = find_statement_language(text.text)
    words = _default_words().get(language)
    if words is None:
        return text
    pieces = [
        piece if is_english else _Glosser(words).gloss(spell_numbers(use_plain_digits(piece), language))
        for piece, is_english in split_by_language(text)
    ]
    return join_texts(pieces)


def find_statement_language(text: str) -> str:
    """Return the language of a statement; empty for English, Chinese and whatever is not known."""
    if text.isascii() or not any(find_script(character) in _LANGUAGE_OF_SCRIPT for character in set(text)):
        if _is_mostly_vietnamese(text):
            return _VIETNAMESE
        counts = {lang: len(set(words.findall(text.lower()))) for lang, words in _telling_words().items()}
        best = max(counts, key=lambda lang: counts[lang], default="")
        return best if best and counts[best] >= _LEAST_TELLING else ""
    scripts = [find_script(character) for character in text]
    most = max(UNSPACED, key=scripts.count)
    return _LANGUAGE_OF_SCRIPT.get(most, "")


def _is_mostly_vietnamese(text: str) -> bool:
    """Say whether so many words have letters of Vietnamese alone that they are no mere names in a text of another language."""
    words = [match.group().lower() for match in _LETTERS.finditer(unicodedata.normalize("NFC", text))]
    marked = sum(not VIETNAMESE_ONLY.isdisjoint(word) for word in words)
    accented = sum(not word.isascii() for word in words)
    return marked >= _LEAST_MARKED and max(marked, accented * _ACCENTED) >= _MARKED_SHARE * len(words)


@cache
def _default_words() -> dict[str, GlossWords]:
    return make_gloss_words(read_statement_lexicon())


@cache
def _telling_words() -> dict[str, re.Pattern[str]]:
    return make_telling_words(read_statement_lexicon())


class _Glosser:
    """Glosses one text with the words of one language; `kept` are the glosses made so far."""

    def __init__(self, words: GlossWords) -> None:
        self._words = words
        self._kept: list[str] = []

    def gloss(self, text: TracedText) -> TracedText:
        """Return the text in English words; private characters that somebody typed are no signs of ours."""
        text = text.replace(_KEPT_ONE, lambda match: "\ufffd")
        for pattern, template in self._words.patterns:
            text = text.replace(pattern, self._keep_by(template))
        text = text.replace(self._words.terms, lambda match: self._keep(match, self._english_of(match.group())))
        text = text.replace(_LETTERS, _mark_foreign)
        return text.replace(_KEPT_ONE, lambda match: self._kept[ord(match.group()) - _KEPT])

    def _english_of(self, written: str) -> str:
        return self._words.english.get(" ".join(written.lower().split()), written)

    def _keep_by(self, template: str) -> Callable[[re.Match[str]], str]:
        return lambda match: self._keep(match, template.format(*(group or "" for group in match.groups())))

    def _keep(self, match: re.Match[str], english: str) -> str:
        """Keep a gloss aside and return its sign; a capital stays one, and letters beside it are set apart."""
        if len(self._kept) >= _MOST_KEPT:
            return match.group()
        english = _KEPT_ONE.sub(lambda inner: self._kept[ord(inner.group()) - _KEPT], english)
        if match.group()[0].isupper():
            english = english[:1].upper() + english[1:]
        before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
        english = (" " if before.isalnum() else "") + english + (" " if after.isalnum() else "")
        self._kept.append(english)
        return chr(_KEPT + len(self._kept) - 1)


def _mark_foreign(match: re.Match[str]) -> str:
    """Return a word that nobody glossed so that no English word is seen in it; names and abbreviations stay.

    A capital makes a name, but not where a sentence begins.
    """
    word = match.group()
    if word.isupper() and word.isascii():
        return word
    plain = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    plain = plain.replace("đ", "d").replace("Đ", "D")
    if word[0].islower():
        return _FOREIGN + plain
    begins = _BEGINS.search(match.string[: match.start()])
    return _FOREIGN.capitalize() + plain.lower() if begins else plain
