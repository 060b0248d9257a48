"""What was typed, read into units: senses first, the longest words of each, then whatever stands between them, word by word.

Example: "durrian tests from Laos" gives four units less one: "durrian" (a word that no sense knows), "tests" with all words for
tests, and "laos" with all its names; "from" asks for nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from landsea_core.finding.cutting import cut_text, fold_for_finding
from landsea_core.finding.same_words import SameWords
from landsea_core.finding.spelt_words import fold_spelt, list_spelt
from landsea_core.text.letters.scripts import is_unspaced

Phrase = tuple[str, ...]
"""Words that stand beside each other, as they are cut for an index."""


@dataclass(frozen=True)
class Unit:
    """One thing that is asked for: the words that were typed, other words for it, and the marks of its senses."""

    typed: Phrase
    others: frozenset[Phrase] = frozenset()
    """A single word among them is spelt with its marks (`spell_word`)."""
    marks: frozenset[str] = frozenset()
    """As texts carry them: "hs:081060" for durian, "hs~:080450" for mango, which shares its code with others."""
    spelt: str = ""
    """A single word as it is spelt, where a word of the question was typed with marks; else empty."""

    def cut(self) -> tuple["Unit", ...]:
        """Return a unit for each of its words: for what nothing is called as a whole."""
        return tuple(Unit((word,)) for word in self.typed)


@dataclass(frozen=True)
class Question:
    """The units of what was typed, in their order. Empty where nothing but little words was typed."""

    units: tuple[Unit, ...]

    def __bool__(self) -> bool:
        return bool(self.units)


def read_question(text: str, same: SameWords, most: int) -> Question:
    """Read what was typed into at most `most` units, each once."""
    folded = fold_for_finding(text)
    spelt = _find_spellings(text)
    found: list[Unit] = []
    at = 0
    for span in same.find_spans(folded):
        found += _read_words(folded[at : span.start], same, spelt)
        said = folded[span.start : span.end]
        typed = cut_text(said)
        written = " ".join(spelt.get(word, word) for word in typed) if spelt else ""
        marks = same.narrow_senses(span, said, written)
        word = spelt.get(typed[0], "") if len(typed) == 1 else ""
        others = frozenset(phrase for mark in marks for phrase in same.phrases[mark]) - {typed, (word,)}
        found.append(Unit(typed, others, frozenset(_as_carried(mark, same) for mark in marks), word))
        at = span.end
    found += _read_words(folded[at:], same, spelt)
    return Question(tuple(dict.fromkeys(found))[:most])


def _find_spellings(text: str) -> dict[str, str]:
    """Return how the words of a text are spelt, by their folded letters, where one of them has marks: whoever types some means
    all. No word typed in two ways.
    """
    ways: dict[str, set[str]] = {}
    for spelt in list_spelt(text):
        ways.setdefault(fold_spelt(spelt), set()).add(spelt)
    found = {folded: spelt for folded, (spelt, *more) in ways.items() if not more}
    return found if any(spelt != folded for folded, spelt in found.items()) else {}


def _as_carried(mark: str, same: SameWords) -> str:
    kind, _, value = mark.partition(":")
    if kind != "good":
        return mark
    code = value.partition(":")[0]
    return f"hs~:{code}" if code in same.shared else f"hs:{code}"


def _read_words(folded: str, same: SameWords, spelt: Mapping[str, str]) -> Iterator[Unit]:
    """Word by word where a script has spaces; where it has none, what stands together is one unit."""
    for piece in folded.split():
        words = cut_text(piece)
        if not words or piece in same.little:
            continue
        if any(is_unspaced(letter) for letter in piece):
            yield Unit(words)
        else:
            yield from (Unit((word,), spelt=spelt.get(word, "")) for word in words if word not in same.little)
