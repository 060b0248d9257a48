"""Sorted lists of words that stay free of superfluous ones: the labels at a node, and the journeys found so far."""

from landsea_search.compiled.comparing import BLOCK
from landsea_search.compiled.loops import Array, compiled_loop, int64, uint64


@compiled_loop
def insert_word(words: Array, first: int, count: int, word: int) -> None:
    """Insert a word into sorted ones that have room for it."""
    place = first + count
    while place > first and words[place - 1] > word:
        words[place] = words[place - 1]
        place -= 1
    words[place] = word


@compiled_loop
def copy_words(words: Array, first: int, new: int, count: int) -> None:
    """Copy words to another place; written as a slice, Numba compiled an error message for 5 s beside it."""
    for place in range(count):
        words[new + place] = words[first + place]


@compiled_loop
def drop_superfluous(words: Array, first: int, count: int, word: int, own: int, guards: int, time_mask: int) -> int:
    """Drop words that `word` makes superfluous for labels not yet settled; returns how many stay.

    `word` was just settled: whatever comes later is not ready earlier, so time does not count here. It stays itself,
    as `own`. Words that are smaller without their time cannot be superfluous, so looking begins after them.
    """
    low = _find_first_from(words, first, first + count, word & ~time_mask)
    place, kept, end = uint64(low), uint64(low), uint64(first + count)
    ignored = guards | time_mask
    while place < end:
        stride = min(end, place + BLOCK)
        some = int64(0)
        for near in range(place, stride):
            some |= ((((words[near] | ignored) - word) & guards) ^ guards) - 1
        for near in range(place, stride):
            other = words[near]
            if some >= 0 or other == own or ((other | ignored) - word) & guards != guards:
                words[kept] = other
                kept += uint64(1)
        place = stride
    return int64(kept) - first


@compiled_loop
def _find_first_from(words: Array, low: int, high: int, least: int) -> int:
    """Return the first place of a sorted list at which a word is `least` or more."""
    while low < high:
        middle = (low + high) >> 1
        if words[middle] < least:
            low = middle + 1
        else:
            high = middle
    return low


@compiled_loop
def add_journey(words: Array, labels: Array, count: int, word: int, label: int, guards: int) -> int:
    """Add a journey that nothing beats and drop those that it beats; returns how many there are."""
    kept = 0
    for place in range(count):
        other = words[place]
        if ((other | guards) - word) & guards != guards:
            words[kept] = other
            labels[kept] = labels[place]
            kept += 1
    place = kept
    while place > 0 and words[place - 1] > word:
        words[place] = words[place - 1]
        labels[place] = labels[place - 1]
        place -= 1
    words[place] = word
    labels[place] = label
    return kept + 1
