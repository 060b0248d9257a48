"""Finding what tells who somebody is: what the caller knows, then patterns, then what only looks like a name (`held_words`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from landsea_core.anonymise.held_words import find_capitals, find_chinese_names, find_unreadable_sentences
from landsea_core.anonymise.model import KNOWN, KnownWords, Mention, MentionKind
from landsea_core.anonymise.patterns import COMMON_WORDS, COMPANIES, PERSONS, SURE
from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.scripts import find_script


def find_mentions(text: str, known: KnownWords = KnownWords()) -> list[Mention]:  # noqa: B008 - a frozen value
    """Return what was found, in order, without overlaps: sure findings win over held ones, longer over shorter."""
    found = [
        *_find_secret_words(text, known.secret),
        *_find_by_patterns(text),
        *_find_companies_and_persons(text, known),
    ]
    found += [*find_capitals(text, known), *find_chinese_names(text, known), *find_unreadable_sentences(text)]
    taken: list[Mention] = []
    for one in sorted(
        found, key=lambda one: (not one.sure, one.kind is MentionKind.PASSAGE, one.start - one.end, one.start)
    ):
        over = [at for at, other in enumerate(taken) if one.start < other.end and other.start < one.end]
        if one.kind is MentionKind.PASSAGE or not over:
            taken.append(one)
        elif one.why == KNOWN:  # a company's whole name, in which the part that is known lies
            taken = [replace(other, why=KNOWN) if at in over else other for at, other in enumerate(taken)]
    return sorted(taken, key=lambda one: (one.start, one.end))


def _find_secret_words(text: str, secret: Iterable[str]) -> Iterator[Mention]:
    """Whatever the platform knows about those behind the text: written as known, or folded (without marks, in capitals)."""
    folded, places = _fold_with_positions(text)
    for word in secret:
        for needle in {fold_spelling(word), *(_split_name(word))}:
            start = folded.find(needle)
            while needle and start >= 0:
                begin, end = places[start], places[start + len(needle) - 1] + 1
                if _is_whole_word(text, begin, end):
                    yield Mention(MentionKind.PERSON, begin, end, text[begin:end], True, KNOWN)
                start = folded.find(needle, start + 1)


def _split_name(word: str) -> list[str]:
    """The single words of a name that are long enough to tell who it is."""
    return [
        fold_spelling(part)
        for part in re.split(r"[\s,.&()/-]+", word)
        if len(part) > 3 and fold_spelling(part) not in COMMON_WORDS
    ]


def _fold_with_positions(text: str) -> tuple[str, list[int]]:
    """The text folded character by character, and where each folded character came from."""
    out, places = [], []
    for at, character in enumerate(text):
        for folded in fold_spelling(character):
            out.append(folded)
            places.append(at)
    return "".join(out), places


def _is_whole_word(text: str, start: int, end: int) -> bool:
    """Say whether a Latin word is not cut in two; other scripts have no edges to look at."""
    if find_script(text[start]) != "latin":
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalpha() and find_script(before) == "latin") and not (
        after.isalpha() and find_script(after) == "latin"
    )


def _find_by_patterns(text: str) -> Iterator[Mention]:
    for kind, why, pattern in SURE:
        for match in pattern.finditer(text):
            yield Mention(kind, match.start(), match.end(), match.group(), True, why)


def _find_companies_and_persons(text: str, known: KnownWords) -> Iterator[Mention]:
    for kind, patterns in ((MentionKind.COMPANY, COMPANIES), (MentionKind.PERSON, PERSONS)):
        for why, pattern in patterns:
            for match in pattern.finditer(text):
                words = match.group().rstrip()
                if words and words.strip().lower() not in known.harmless:
                    yield Mention(kind, match.start(), match.start() + len(words), words, True, why)
