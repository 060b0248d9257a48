"""The plural of an English noun."""

import re

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_HISSES = re.compile(r"(?:s|x|z|ch|sh)$")


def make_plural(noun: str) -> str:
    """Return the plural of a regular English noun.

    >>> [make_plural(one) for one in ("ship", "day", "lorry", "box")]
    ['ships', 'days', 'lorries', 'boxes']
    """
    if _CONSONANT_Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _HISSES.search(noun) else f"{noun}s"
