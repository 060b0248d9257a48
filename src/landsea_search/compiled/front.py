"""The journeys found so far and the labels at one node: sorted words, and whether one of them is no worse. Compiled.

Words are sorted ascending. A word that dominates another is never the greater number, so looking stops early.
"""

import numpy as np
from numba import njit

BLOCK = np.uint64(32)


@njit(cache=True, nogil=True)
def no_worse(words, first, count, word, guards):
    """Return the place of a word, equal ones among them, that is no worse than `word` in everything; -1: none is.

    Thirty-two words are compared at once by the processor's wide registers; unsigned places let it.
    """
    raised = word | guards
    place, end = np.uint64(first), np.uint64(first + count)
    while place < end:
        if words[place] > word:
            return -1
        stride = min(end, place + BLOCK)
        some = np.int64(0)
        for near in range(place, stride):
            some |= (((raised - words[near]) & guards) ^ guards) - 1
        if some < 0:
            while (raised - words[place]) & guards != guards:
                place += np.uint64(1)
            return np.int64(place)
        place = stride
    return -1


@njit(cache=True, nogil=True)
def other_no_worse(words, first, count, word, own, guards):
    """Say whether a word is no worse than `word` in everything; `own`, as which it is kept itself, does not count."""
    while True:
        place = no_worse(words, first, count, word, guards)
        if place < 0 or words[place] != own:
            return place >= 0
        count -= place + 1 - first
        first = place + 1


@njit(cache=True, nogil=True)
def put(words, first, count, word):
    """Insert a word into sorted ones that have room for it."""
    place = first + count
    while place > first and words[place - 1] > word:
        words[place] = words[place - 1]
        place -= 1
    words[place] = word


@njit(cache=True, nogil=True)
def drop_superfluous(words, first, count, word, own, guards, time_mask):
    """Drop words that `word` makes superfluous for labels not yet settled; returns how many stay.

    `word` was just settled: whatever comes later is not ready earlier, so time does not count here. It stays itself,
    as `own`. Words that are smaller without their time cannot be superfluous, so looking begins after them.
    """
    least = word & ~time_mask
    low, high = first, first + count
    while low < high:
        middle = (low + high) >> 1
        if words[middle] < least:
            low = middle + 1
        else:
            high = middle
    place, kept, end = np.uint64(low), np.uint64(low), np.uint64(first + count)
    ignored = guards | time_mask
    while place < end:
        stride = min(end, place + BLOCK)
        some = np.int64(0)
        for near in range(place, stride):
            some |= ((((words[near] | ignored) - word) & guards) ^ guards) - 1
        for near in range(place, stride):
            other = words[near]
            if some >= 0 or other == own or ((other | ignored) - word) & guards != guards:
                words[kept] = other
                kept += np.uint64(1)
        place = stride
    return np.int64(kept) - first


@njit(cache=True, nogil=True)
def add_journey(words, labels, count, word, label, guards):
    """Add a journey that nothing dominates and drop those that it dominates; returns how many there are."""
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
