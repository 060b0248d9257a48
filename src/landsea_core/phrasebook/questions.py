"""Two questions in one text: where it is cut, so that an ask can be offered for each of them.

"Why are the goods held and when are they released?" compared as a whole is near to neither ask. Which words ask, which join
two questions, and which tell something before a question stands in the lexicon (kinds "question_word", "question_idle",
"question_joint" and "question_told"); what is compared with what, in `offering`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from landsea_core.phrasebook.phrases import MOST_OFFERED, Ask
from landsea_core.text.languages import VIETNAMESE_ONLY
from landsea_core.text.letters.folding import normalize_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.letters.scripts import UNSPACED, find_script, is_dependent_sign, is_unspaced
from landsea_core.text.lexicon import Lexicon

KINDS = frozenset({"question_word", "question_idle", "question_joint", "question_told"})
"""What a lexicon must hold for these words."""
Offered = list[tuple[Ask, float]]
_ANYWHERE, _FIRST, _LAST = "anywhere", "first", "last"
_ENDS = re.compile(r"[?？។៕။.。!！;；\n]+")
_COMMAS = re.compile(r"[,，၊、]+")
_ASKED = re.compile(r"[?？]\s*$")
_AROUND = " \t\n.,;:!?…\"'()，。！？；：、។៕။၊"
"""What stands around a piece and is none of its words; vowel signs, which no letter class holds, are."""
_SIGNS = "".join(
    letter
    for letter in map(chr, range(0x0E01, 0x17DE))
    if find_script(letter) in UNSPACED and is_dependent_sign(letter)
)
"""What belongs to the letter before it, so that no word ends there: "ไหม" asks, "ไหม้" burns."""
_SHORTEST = {True: 3, False: 6}
"""Letters of a question, in a script without spaces and in one with them: "plate?" is one, "or" is none."""
_MOST_READ = 400


@dataclass(frozen=True)
class QuestionWords:
    """The words of each language that ask (`asking`), those that hold such a word and ask nothing (`idle`: "nobody", "some days
    ago"), the words that join two questions (`joints`), and those of pieces that tell what a question behind them is about
    (`told`: "we do not know why", "when we came").
    """

    asking: dict[str, re.Pattern[str]]
    idle: re.Pattern[str]
    joints: re.Pattern[str]
    told: re.Pattern[str]

    @classmethod
    def make(cls, lexicon: Lexicon) -> "QuestionWords":
        """Return the words of a lexicon."""
        by_language: dict[str, list[str]] = {}
        for one in lexicon.list_entries("question_word"):
            by_language.setdefault(one.lang, []).append(_pattern_of(one.term, one.value))
        asking = {language: re.compile("|".join(patterns)) for language, patterns in by_language.items()}
        idle, joints, told = (_any_of(lexicon, f"question_{kind}") for kind in ("idle", "joint", "told"))
        return cls(asking, idle, joints, told)

    def split_in_two(self, text: str) -> tuple[str, str] | None:
        """Return the first two questions of a text, as they were typed; None where it asks one thing, or nothing.

        1. A text may be cut where a sentence ends, at a comma, before a word that joins, and, in a script without spaces, at a
           space; in this order, each kind only where the ones before it make no two questions.
        2. A piece asks when it has a word that asks, or is a sentence that ends with a question mark ("What is missing, the
           invoice?" asks once); both pieces have to in one language, and Vietnamese by its letters is no other: "ba" asks
           in Filipino and is three in Vietnamese.
        3. What tells something asks at most as the last piece: "I do not know when it is released" alone is a polite question,
           and before "what is missing?" it is none.
        """
        typed = text[:_MOST_READ]
        read = normalize_spelling(typed)
        typed = typed if len(typed) == len(read) else read
        alike = simplify_characters(read)
        possible = frozenset({"vi"}) if VIETNAMESE_ONLY & set(read) else frozenset(self.asking)
        for pieces, are_sentences in self._cut(alike):
            spoken = [self._languages_asking(alike[piece], by_mark=are_sentences) & possible for piece in pieces]
            asked = [
                (piece, languages)
                for piece, languages in zip(pieces, spoken, strict=True)
                if languages and (piece is pieces[-1] or not self.told.search(alike[piece]))
            ]
            for (one, in_one), (other, in_other) in zip(asked, asked[1:], strict=False):
                if in_one & in_other:
                    return typed[one].strip(), typed[other].strip()
        return None

    def _cut(self, text: str) -> Iterable[tuple[list[slice], bool]]:
        """Yield where the pieces are, for each kind of place at which a text may be cut, and whether these end sentences;
        a mark ends its piece.
        """
        spaces = [at for at, letter in enumerate(text) if letter == " " and at and is_unspaced(text[at - 1])]
        ends = [found.end() for found in _ENDS.finditer(text)]
        for places in (
            ends,
            [found.end() for pattern in (_ENDS, _COMMAS) for found in pattern.finditer(text)],
            [found.start() for found in self.joints.finditer(text)],
            spaces,
        ):
            edges = sorted({0, *places, len(text)})
            pieces = (slice(start, end) for start, end in zip(edges, edges[1:], strict=False))
            yield [piece for piece in pieces if _is_long(text[piece])], places is ends

    def _languages_asking(self, piece: str, *, by_mark: bool) -> frozenset[str]:
        if by_mark and _ASKED.search(piece):
            return frozenset(self.asking)
        bare = piece.strip(_AROUND)
        if joint := self.joints.match(bare):
            bare = bare[joint.end() :].strip(_AROUND)
        bare = self.idle.sub(" ", bare)
        return frozenset(language for language, words in self.asking.items() if words.search(bare))


def offer_for_each(
    text: str, words: QuestionWords, offer: Callable[[str], Offered], most: int = MOST_OFFERED
) -> Offered:
    """Return what `offer` finds for a text; where it asks two things, what is nearest to the whole text still comes first, and
    the first ask of either question is among the `most`.
    """
    whole = offer(text)
    both = words.split_in_two(text)
    if both is None:
        return whole
    return _join(whole, [offer(question)[:1] for question in both])[:most]


def _join(whole: Offered, of_questions: Sequence[Offered]) -> Offered:
    """The first of the whole, the first of each question, the rest of the whole; each ask once."""
    kept: dict[str, tuple[Ask, float]] = {}
    for ask, near in (*whole[:1], *(one for offered in of_questions for one in offered), *whole[1:]):
        kept.setdefault(ask.code, (ask, near))
    return list(kept.values())


def _pattern_of(term: str, where: str) -> str:
    """Return how a word is found: whole in a script with spaces; at the beginning or end of a piece, if it asks only there."""
    words = simplify_characters(normalize_spelling(term))
    pattern = rf"{re.escape(words)}(?![{_SIGNS}])" if is_unspaced(words[0]) else rf"\b{re.escape(words)}\b"
    return {_FIRST: rf"^{pattern}", _LAST: rf"{pattern}$"}.get(where, pattern)


def _any_of(lexicon: Lexicon, kind: str) -> re.Pattern[str]:
    """Return the words of a kind, the longest first; nothing fits where there are none."""
    terms = sorted((one.term for one in lexicon.list_entries(kind)), key=len, reverse=True)
    return re.compile("|".join(_pattern_of(term, _ANYWHERE) for term in terms) or r"(?!)")


def _is_long(piece: str) -> bool:
    letters = [letter for letter in piece if letter.isalnum()]
    return bool(letters) and len(letters) >= _SHORTEST[is_unspaced(letters[0])]
