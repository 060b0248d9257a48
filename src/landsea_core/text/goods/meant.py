"""Goods that a few English words mean, where names of trade and the nomenclature's own words are weighed against each other.

A name of trade may cover only a word that describes: "cotton jerseys" are no cotton, "scrap of rubber" is no rubber. Where the
descriptions of the nomenclature hold the goods themselves and more of what was typed, their codes are meant, or are asked
about beside the others. What nothing reads stays with the names.
"""

from collections.abc import Collection, Sequence

from landsea_core.text.evidence import Guess
from landsea_core.text.goods.tariff_words import TariffMatch, TariffWords, Word, find_head, list_words
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.phrase_index import Hit

NEARLY_AS_SURE = 0.5
"""A reading half as sure as the best one is still asked about, if its answer differs."""
_MOST_WORDS = 8
_CERTAINTY = 0.7
_HEADING = 4


def weigh_by_tariff(
    text: PreparedText, guesses: Sequence[Guess], mentions: Collection[Hit], tariff: TariffWords
) -> list[Guess]:
    """Return the guesses, best first, with the codes that the words of the nomenclature lead to: alone where nothing else was
    read or where they hold all that it did and the goods themselves, else behind what was read. `mentions` are the names that
    were found in the text. Of several guesses those half as sure as the best count, and those that name the goods themselves.
    """
    words = list_words(text.folded)
    head = find_head(text.folded, words)
    if head is None or len(words) > _MOST_WORDS or not text.folded.isascii():
        return _leave_out_unsure(guesses, ())
    read = {one.value: _find_read(one, words, mentions, tariff) for one in guesses}
    known = _leave_out_unsure(guesses, {one.value for one in guesses if head.stem in read[one.value]})
    matches = tariff.find({word.stem for word in words}, head.stem)
    if not known or not matches:
        return known or _make_guesses(matches, words, text)
    best = read[known[0].value]
    unread = {word.stem for word in words} - best
    if not unread & matches[0].held:
        return known
    found = _make_guesses(matches, words, text)
    codes = {one.value for one in found}
    others = [one for one in known if one.value not in codes]
    if best <= matches[0].held and (head.stem not in best or _is_of_heading(known[0], matches)):
        return [*found, *(one for one in others if one is not known[0] and not _is_of_heading(one, matches))]
    return [*others, *found] if head.stem in best else [*found, *others]


def find_unread_head(text: PreparedText, codes: Collection[str], mentions: Collection[Hit], tariff: TariffWords) -> str:
    """Return the word for the goods themselves of a few English words, as it was typed, where neither a name of goods covers
    it nor the description of a code that was read holds it; "" otherwise.
    """
    words = list_words(text.folded)
    head = find_head(text.folded, words)
    if head is None or len(words) > _MOST_WORDS or not is_english_mention(text, tariff):
        return ""
    is_named = any(hit.start <= head.start and head.end <= hit.end for hit in mentions)
    is_held = any(tariff.find_held(code, {head.stem}) for code in codes)
    return "" if is_named or is_held else text.words_between(head.start, head.end)


def is_english_mention(text: PreparedText, tariff: TariffWords) -> bool:
    """Whether a few words are English, by the words that descriptions of the nomenclature hold."""
    return text.folded.isascii() and not text.has_tones and tariff.is_english(list_words(text.folded))


def _leave_out_unsure(guesses: Sequence[Guess], of_head: Collection[str]) -> list[Guess]:
    """The guesses nearly as sure as the best, those that name the goods themselves first: cars carry goods as a rule, and in
    "passenger car, petrol" they are meant.
    """
    least = guesses[0].confidence * NEARLY_AS_SURE if guesses else 0.0
    kept = [one for one in guesses if one.confidence >= least or one.value in of_head]
    return sorted(kept, key=lambda one: one.value not in of_head)


def _find_read(guess: Guess, words: Sequence[Word], mentions: Collection[Hit], tariff: TariffWords) -> frozenset[str]:
    """The words that the names of a code cover, or its own description holds."""
    spans = [(hit.start, hit.end) for hit in mentions if hit.payload.hs6 == guess.value]
    covered = {word.stem for word in words if any(start <= word.start and word.end <= end for start, end in spans)}
    return frozenset(covered) | tariff.find_held(guess.value, {word.stem for word in words})


def _is_of_heading(guess: Guess, matches: Sequence[TariffMatch]) -> bool:
    return any(guess.value[:_HEADING] == one.hs6[:_HEADING] for one in matches)


def _make_guesses(matches: Sequence[TariffMatch], words: Sequence[Word], text: PreparedText) -> list[Guess]:
    return [
        Guess(
            one.hs6,
            _CERTAINTY * one.covered,
            (" ".join(text.folded[word.start : word.end] for word in words if word.stem in one.held),),
        )
        for one in matches
    ]
