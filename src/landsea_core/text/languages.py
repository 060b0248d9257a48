"""Which language a text is written in.

The script decides first: Chinese, Thai, Lao, Khmer and Burmese writing each stand for one language here. Vietnamese
typed with its tone marks is known by them. What is left (English, Indonesian, Malay, Filipino, Vietnamese without
marks) is told by its small words, and by py3langid where these are too few. Indonesian and Malay are easily taken for each
other, and nobody here knows Tetum: the reader of the page may always correct the guess.
"""

from collections import Counter
from functools import cache
from typing import Any

from landsea_core.text.evidence import Guess
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import find_script
from landsea_core.text.lexicon import Lexicon

LANGUAGE_OF_SCRIPT = {"han": "zh", "thai": "th", "lao": "lo", "khmer": "km", "burmese": "my"}
UNKNOWN = "und"
COUNTRY_OF = {
    "zh": "CN",
    "vi": "VN",
    "th": "TH",
    "lo": "LA",
    "km": "KH",
    "my": "MM",
    "id": "ID",
    "ms": "MY",
    "fil": "PH",
    "tet": "TL",
}
"""The country in which a language is the usual one of business; English belongs to none of them."""
# One Chinese character says about as much as this many letters of a spelled language.
_HAN_WEIGHT = 2.5
# A second language is named from this share of the letters on: less is a name or an abbreviation.
_SECOND_SHARE = 0.2
VIETNAMESE_ONLY = frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_FEW_LETTERS = 4
# This many more small words of one language than of any other settle it without py3langid.
_CLEAR_LEAD = 2
_LANGID_NAMES = {"en": "en", "vi": "vi", "id": "id", "ms": "ms", "tl": "fil"}


@cache
def _load_identifier() -> Any:
    """py3langid's own model, restricted to the Latin-script languages of the corridor; loading takes a third of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LANGID_NAMES))
    return identifier


class LanguageReader:
    """Tells languages, with the small words of the lexicon's kind "language_word"."""

    def __init__(self, lexicon: Lexicon):
        self._small_words = lexicon.get_index("language_word")

    def read_language(self, text: PreparedText) -> Guess:
        """The main language (code, or "und" when there are too few letters).

        `detail` names the second language of a mixed text, else it is empty; `words` holds the small words, if they
        decided.
        """
        if self not in text.found:
            text.found[self] = self._find_language(text)
        found: Guess = text.found[self]
        return found

    def _find_language(self, text: PreparedText) -> Guess:
        letters = self._count_letters(text)
        total = sum(letters.values())
        if total < _FEW_LETTERS:
            return Guess(UNKNOWN, 0.0)
        latin, sure = "", 0.0
        words: tuple[str, ...] = ()
        if letters.get("latin", 0) >= total * _SECOND_SHARE:
            latin, sure, words = self._find_latin_language(text)
        shares = {
            (latin or "en") if name == "latin" else LANGUAGE_OF_SCRIPT.get(name, "und"): amount / total
            for name, amount in letters.items()
        }
        ordered = sorted(shares, key=lambda language: (-shares[language], language))
        second = next((language for language in ordered[1:] if shares[language] >= _SECOND_SHARE), "")
        main = ordered[0]
        confidence = shares[main] * (sure if main == latin else 0.99)
        return Guess(main, round(confidence, 3), words if main == latin else (), second)

    def list_languages(self, text: PreparedText) -> frozenset[str]:
        """The languages of a text as a set, for `PhraseIndex.find`; empty when they are not known."""
        guess = self.read_language(text)
        return frozenset({guess.value, guess.detail} - {UNKNOWN, ""})

    @staticmethod
    def _count_letters(text: PreparedText) -> dict[str, float]:
        letters: Counter[str] = Counter()
        for character, count in Counter(text.folded).items():
            name = find_script(character)
            if name and not character.isdigit():
                letters[name] += count
        return {name: count * (_HAN_WEIGHT if name == "han" else 1.0) for name, count in letters.items()}

    def _find_latin_language(self, text: PreparedText) -> tuple[str, float, tuple[str, ...]]:
        marked = sum(1 for character in text.normal if character in VIETNAMESE_ONLY)
        if marked >= 2 and marked * 30 >= len(text.normal):
            return "vi", 0.97, ()
        found: dict[str, set[str]] = {}
        for hit in self._small_words.find(text):
            found.setdefault(hit.payload.value, set()).add(hit.words)
        votes = sorted(found, key=lambda language: (-len(found[language]), language))
        lead = len(found[votes[0]]) if votes else 0
        next_best = len(found[votes[1]]) if len(votes) > 1 else 0
        if lead >= next_best + _CLEAR_LEAD:
            return votes[0], min(0.95, 0.7 + 0.05 * (lead - next_best)), tuple(sorted(found[votes[0]]))[:6]
        code, _ = _load_identifier().classify(text.folded[:2_000])
        guess = _LANGID_NAMES.get(code, "en")
        if lead and len(found.get(guess, ())) < lead:
            guess = votes[0]
        return guess, 0.6, tuple(sorted(found.get(guess, ())))[:6]


def tell_language_by_script(text: str) -> str:
    """Return the language of a text where its letters alone tell it: "zh", "lo", "vi"; empty where they do not (English,
    Indonesian, Malay, Filipino). Needs no lexicon, for pages with many texts.
    """
    scripts = Counter(script for one in text if one.isalpha() and (script := find_script(one)))
    if not scripts:
        return ""
    script = scripts.most_common(1)[0][0]
    if script == "latin":
        return "vi" if not VIETNAMESE_ONLY.isdisjoint(text.lower()) else ""
    return LANGUAGE_OF_SCRIPT.get(script, "")
