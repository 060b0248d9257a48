"""Whether one of many words is no worse than a word in everything: the question the search spends most of its time at.

Words are sorted, the least first. A word that beats another one is never the greater number, so looking stops early.
"""

from landsea_search.compiled.loops import Array, compiled_loop, int64, uint64

BLOCK = uint64(32)
NOT_FOUND = -1


@compiled_loop
def find_no_worse(words: Array, first: int, count: int, word: int, guards: int) -> int:
    """Return the place of a word, equal ones among them, that is no worse than `word` in everything; -1: none is.

    Thirty-two words are compared at once by the processor's wide registers; unsigned places let it.
    """
    raised = word | guards
    place, end = uint64(first), uint64(first + count)
    while place < end:
        if words[place] > word:
            return NOT_FOUND
        stride = min(end, place + BLOCK)
        some = int64(0)
        for near in range(place, stride):
            some |= (((raised - words[near]) & guards) ^ guards) - 1
        if some < 0:
            while (raised - words[place]) & guards != guards:
                place += uint64(1)
            return int64(place)
        place = stride
    return NOT_FOUND


@compiled_loop
def has_other_no_worse(words: Array, first: int, count: int, word: int, own: int, guards: int) -> bool:
    """Say whether a word is no worse than `word` in everything; `own`, as which it is kept itself, does not count."""
    while True:
        place = find_no_worse(words, first, count, word, guards)
        if place < 0 or words[place] != own:
            return place >= 0
        count -= place + 1 - first
        first = place + 1
