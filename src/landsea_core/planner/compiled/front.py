"""The journeys found so far and the labels at one node: sorted words, and whether one of them is no worse. Compiled.

Words are sorted ascending. A word that dominates another is never the greater number, so looking stops early.
"""

from numba import njit


@njit(cache=True, nogil=True)
def no_worse(words, first, count, word, guards):
    """Return the place of a word, equal ones among them, that is no worse than `word` in everything; -1: none is."""
    raised = word | guards
    for place in range(first, first + count):
        other = words[place]
        if other > word:
            return -1
        if (raised - other) & guards == guards:
            return place
    return -1


@njit(cache=True, nogil=True)
def other_no_worse(words, first, count, word, own, guards):
    """Say whether a word is no worse than `word` in everything; `own`, as which it is kept itself, does not count."""
    raised = word | guards
    for place in range(first, first + count):
        other = words[place]
        if other > word:
            return False
        if (raised - other) & guards == guards and other != own:
            return True
    return False


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
    as `own`.
    """
    kept = first
    for place in range(first, first + count):
        other = words[place]
        if other == own or ((other | guards | time_mask) - word) & guards != guards:
            words[kept] = other
            kept += 1
    return kept - first


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
