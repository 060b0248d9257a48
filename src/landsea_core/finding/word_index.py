"""An index of texts by their words in every language, and how well each answers a question.

1. Each unit of a question finds texts: by its own words, by other forms of them, by words of other languages, by its marks, and
   where nothing holds it, by what it is misspelt from.
2. A unit that many texts hold counts little, one that few hold counts much; one that none holds counts most.
3. A text is an answer when it holds at least `LEAST` of what counts. So "the zebra" finds nothing.
4. The more of a name is said by the question, the higher the text stands: a place before an office that is called after it.
5. Who asks for what is nearest (`find_or_nearest`) gets, where too little is an answer, texts that hold at least two units of
   what some text holds at all: "EO 105 Marcos flexible rice tariff" has words that no rule says, and means one rule.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from landsea_core.finding.cutting import cut_text
from landsea_core.finding.postings import Postings
from landsea_core.finding.questions import Phrase, Question, Unit
from landsea_core.finding.spelt_words import fold_spelt
from landsea_core.finding.word_forms import WordForms
from landsea_core.text.letters.scripts import is_unspaced

LEAST = 0.55
"""Which share of what counts in a question a text must hold."""
NEAR = 0.18
"""Which share of what counts in the units that some text holds one must hold, to be near."""
NEAR_UNITS = 2
LEAST_BEGUN = 5
"""Letters of a word that nothing holds, from which on it may be the beginning of another."""
ENOUGH = 5
"""With so many answers, or where a short question has any, nothing is added that is only near."""
LONG_QUESTION = 5
"""Units of a question from which on it is long: some of its words are chatter, and one answer may be a chance."""
IN_NAME, IN_BODY = 1.0, 0.55
OWN, FORM, BEGUN, OTHER, MISSPELT, OTHER_MARKS = 1.0, 0.95, 0.85, 0.9, 0.8, 0.7
"""How well a text holds a unit: by the very words; another form; a word that goes on; words of the same sense; what it is
misspelt from; letters with other marks than were typed, or with marks where none were."""
BY_MARK = {"hs": 0.7, "hs~": 0.3, "country": 0.7, "same": 0.75, "place": 0.8}
COUNTS = {"hs": 1.6, "hs~": 1.6, "place": 1.3, "country": 0.8, "same": 0.8}
"""How much a unit of a sense counts beside a plain word that as many texts hold: goods tell most of what is asked for."""
BY_CHAPTER = {6: 1.0, 4: 0.7, 2: 0.4}
CLOSE_NAME = 0.4
_MOST_BEGUN = 60
_MOST_FOUND = 1000
_MOST_CLOSE = 40
_MOST_KEPT = 512
"""Units whose texts are remembered; then all are forgotten."""
_BREAK = " | "
Matched = tuple[dict[int, float], set[str]]
"""The texts that hold a unit, by number, with how well; and the words by which."""


@dataclass(frozen=True)
class Text:
    """One thing that can be found: its key, what it is called in every language, what else is said of it, and the marks of
    what it is about. `lift` puts its kind a little before others.
    """

    key: str
    names: Sequence[str]
    body: Sequence[str] = ()
    marks: frozenset[str] = frozenset()
    lift: float = 0.0


@dataclass(frozen=True)
class Found:
    """A text that answers, by its key, and how well (about 0 to 1.5)."""

    key: str
    score: float


@dataclass
class _Weighed:
    """A question weighed against all texts, by their numbers: what counts in the units that each holds, how well it holds them,
    and how many; what counts in all units, in those that some text holds, and the words by which.
    """

    held: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    score: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    units: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    total: float = 0.0
    known_total: float = 0.0
    asked: set[str] = field(default_factory=set)


class WordIndex:
    """Texts by their words. Made once, then only read, by any number of threads."""

    def __init__(self, texts: Iterable[Text]):
        self._texts = list(texts)
        marked: defaultdict[str, set[int]] = defaultdict(set)
        self._names: list[tuple[Phrase, ...]] = []
        bodies: list[list[Phrase]] = []
        for number, text in enumerate(self._texts):
            self._names.append(tuple(dict.fromkeys(filter(None, map(cut_text, text.names)))))
            bodies.append([cut_text(one) for one in dict.fromkeys(text.body)])
            for mark in text.marks:
                marked[mark].add(number)
        self._joined = [(_join(names), _join(body)) for names, body in zip(self._names, bodies, strict=True)]
        self._letters = [names.replace(" ", "") for names, _body in self._joined]
        self._named = Postings.make(zip(self._names, (text.names for text in self._texts), strict=True))
        self._said = Postings.make(zip(bodies, (text.body for text in self._texts), strict=True))
        self._marked = dict(marked)
        self._numbers = {text.key: number for number, text in enumerate(self._texts)}
        self._words = sorted(self._named.by_folded.keys() | self._said.by_folded.keys())
        self._forms = WordForms.make(self._words)
        self._kept: dict[tuple[Unit, bool], Matched] = {}

    def knows(self, unit: Unit, question: Question) -> bool:
        """Whether a text holds a unit of a question as it was typed, or what means the same: then it is not misspelt."""
        return bool(self._find_typed(unit, unit is question.units[-1])[0])

    def find(self, question: Question, known: Collection[Unit] = (), most: int = _MOST_FOUND) -> list[Found]:
        """Return the texts that answer a question, the best first. `known`: units that some index holds as they were typed."""
        return self._list_answers(question, self._weigh(question, known))[:most]

    def find_or_nearest(self, question: Question, known: Collection[Unit] = ()) -> list[Found]:
        """Return the texts that answer a question, the best first, and after them, where they are few, those nearest to it.

        Near is what holds at least two units of the question, however many others no text holds: nothing is near to one word.
        """
        weighed = self._weigh(question, known)
        found = self._list_answers(question, weighed)[:_MOST_FOUND]
        if len(found) >= ENOUGH or (found and len(question.units) < LONG_QUESTION):
            return found
        least = NEAR * weighed.known_total
        near = {
            number for number, part in weighed.held.items() if part >= least and weighed.units[number] >= NEAR_UNITS
        }
        answers = {one.key for one in found}
        ordered = self._order(near, weighed, weighed.known_total)
        return found + [one for one in ordered if one.key not in answers][: ENOUGH - len(found)]

    def _list_answers(self, question: Question, weighed: _Weighed) -> list[Found]:
        """Return the texts that hold enough of a question, and those that it names, the best first."""
        least = LEAST * weighed.total
        answers = {number for number, part in weighed.held.items() if part >= least}
        return self._order({*answers, *self._find_named(question)}, weighed, weighed.total)

    def _weigh(self, question: Question, known: Collection[Unit]) -> _Weighed:
        """How much of a question each text holds, and how well."""
        weighed = _Weighed()
        for unit in question.units:
            counts = max((COUNTS[mark.partition(":")[0]] for mark in unit.marks), default=1.0)
            for texts, words in self._match(unit, question, known):
                count = counts * log(1 + len(self._texts) / max(1.0, sum(texts.values())))
                weighed.total += count
                weighed.known_total += count if texts else 0.0
                weighed.asked |= words
                for number, quality in texts.items():
                    weighed.held[number] += count
                    weighed.score[number] += count * quality
                    weighed.units[number] += 1
        return weighed

    def _order(self, numbers: Iterable[int], weighed: _Weighed, whole: float) -> list[Found]:
        """These texts by how well they answer what counts as a whole, the best first."""
        answers = {number: weighed.score[number] / whole for number in numbers}
        near = sorted(answers, key=lambda number: -answers[number])[:_MOST_CLOSE]
        for number in near:
            answers[number] += CLOSE_NAME * self._closeness(number, weighed.asked) + self._texts[number].lift
        ordered = sorted(answers.items(), key=lambda one: (-one[1], self._texts[one[0]].key))
        return [Found(self._texts[number].key, value) for number, value in ordered]

    def _find_named(self, question: Question) -> set[int]:
        """The texts that are the very thing a unit names, a place by its code, however much else was asked."""
        named = {mark.partition(":")[2] for unit in question.units for mark in unit.marks if mark.startswith("place:")}
        return {self._numbers[key] for key in named if key in self._numbers}

    def _match(self, unit: Unit, question: Question, known: Collection[Unit]) -> list[Matched]:
        """The texts of a unit, by how well they hold it, and the words by which; of its words one by one, where it is written
        without spaces and nothing holds it as a whole.
        """
        found = self._find_typed(unit, unit is question.units[-1])
        if found[0] or unit in known:
            return [found]
        if len(unit.typed) > 1:
            return [self._find_typed(part, False) for part in unit.cut()]
        return [self._find_misspelt(unit)]

    def _find_typed(self, unit: Unit, is_last: bool) -> Matched:
        """What `_look_for_unit` finds, remembered here: an index that refers to itself is given back late or, frozen
        (`gc.freeze`), never, and a new one comes with each change of the directory.
        """
        found = self._kept.get((unit, is_last))
        if found is None:
            found = self._look_for_unit(unit, is_last)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[unit, is_last] = found
        return found

    def _look_for_unit(self, unit: Unit, is_last: bool) -> Matched:
        found: dict[int, float] = {}
        words = {*unit.typed, *self._add_typed(found, unit, is_last)}
        for phrase in unit.others:
            if len(phrase) == 1:
                self._add_spelt(found, phrase[0], OTHER)
            else:
                self._add(found, phrase, OTHER)
            words.update(map(fold_spelt, phrase))
        for number, quality in self._find_marked(unit.marks):
            found[number] = max(found.get(number, 0.0), quality)
        if not found and is_unspaced(unit.typed[0][0]):
            self._add_letters(found, "".join(unit.typed))
        return found, words

    def _add_typed(self, found: dict[int, float], unit: Unit, is_last: bool) -> set[str]:
        """Add what holds the words as they were typed; a single one without marks in its other forms too, the last one if it is
        but begun, and with whatever marks where none were meant or nothing is spelt so. Return the words by which, beside those
        that were typed.
        """
        words: set[str] = set()
        if len(unit.typed) == 1:
            self._add_spelt(found, unit.spelt or unit.typed[0], OWN)
        if found and unit.spelt not in ("", *unit.typed):
            return words
        if len(unit.typed) == 1:
            words = self._forms.find_forms(unit.typed[0])
            for form in words:
                self._add(found, (form,), FORM)
        if not (found and unit.spelt):
            self._add(found, unit.typed, OTHER_MARKS if found else OWN)
        for whole in self._find_begun(unit.typed[-1]) if is_last else ():
            self._add(found, (*unit.typed[:-1], whole), BEGUN)
            words.add(whole)
        return words

    def _find_misspelt(self, unit: Unit) -> Matched:
        """What holds a longer word, "rhinoceros" for "rhino", or else one that the unit is misspelt from."""
        found: dict[int, float] = {}
        word = unit.typed[0]
        others = set(self._find_begun(word)) if len(word) >= LEAST_BEGUN else set()
        others = others or self._forms.find_misspelt(word)
        for other in others:
            self._add(found, (other,), MISSPELT)
        return found, {*unit.typed, *others}

    def _add(self, found: dict[int, float], phrase: Phrase, quality: float) -> None:
        """Add the texts that hold a phrase, folded."""
        together = f" {' '.join(phrase)} " if len(phrase) > 1 else ""
        for postings, part, where in ((self._said, 1, IN_BODY), (self._named, 0, IN_NAME)):
            for number in postings.list_holding(phrase):
                if not together or together in self._joined[number][part]:
                    found[number] = max(found.get(number, 0.0), quality * where)

    def _add_spelt(self, found: dict[int, float], spelt: str, quality: float) -> None:
        """Add the texts that hold a word with these marks, or, less well, without any."""
        for postings, where in ((self._said, IN_BODY), (self._named, IN_NAME)):
            for numbers, as_marked in zip(postings.list_spelling(spelt), (1.0, OTHER_MARKS), strict=True):
                for number in numbers:
                    found[number] = max(found.get(number, 0.0), quality * where * as_marked)

    def _add_letters(self, found: dict[int, float], letters: str) -> None:
        """Texts whose names hold the very letters, however a dictionary cut them: reads all names."""
        for number, names in enumerate(self._letters):
            if letters in names:
                found[number] = OWN

    def _find_begun(self, word: str) -> list[str]:
        """The words of texts that begin with an unfinished one."""
        if len(word) < (1 if is_unspaced(word[0]) else 3):
            return []
        at = bisect_left(self._words, word)
        begun: list[str] = []
        while at < len(self._words) and self._words[at].startswith(word) and len(begun) < _MOST_BEGUN:
            begun.append(self._words[at])
            at += 1
        return [one for one in begun if one != word]

    def _find_marked(self, marks: frozenset[str]) -> Iterable[tuple[int, float]]:
        for mark in marks:
            kind, _, value = mark.partition(":")
            shorter = (
                [(value[:length], part) for length, part in BY_CHAPTER.items()] if kind == "hs" else [(value, 1.0)]
            )
            for code, part in shorter:
                for number in self._marked.get(f"{kind}:{code}", ()):
                    yield number, BY_MARK[kind] * part

    def _closeness(self, number: int, asked: set[str]) -> float:
        """Which share of the letters of a text's closest name the question says, 0 to 1."""
        return max(
            (sum(len(word) for word in name if word in asked) / sum(map(len, name)) for name in self._names[number]),
            default=0.0,
        )


def _join(phrases: Iterable[Phrase]) -> str:
    return _BREAK + _BREAK.join(" ".join(words) for words in phrases) + _BREAK
