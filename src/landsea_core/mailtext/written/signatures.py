"""Signatures that a person's program clearly cut off: everything below a line of two dashes and a space ("-- ").

Names and telephone numbers that nothing cuts off stay: they are often the only ones that somebody gives.
"""

_MOST_LINES = 15
_RULES = frozenset({"--", "-- ", "--\u00a0", "– –", "- -", "—"})


def without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the last such rule, when what stands below is short enough for a signature.

    >>> without_signature(["Yes.", "-- ", "Li", "Director"])
    ['Yes.']
    """
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].strip(" \t") in {"--", "—"} or lines[number] in _RULES:
            below = [line for line in lines[number + 1 :] if line.strip()]
            if len(below) <= _MOST_LINES and any(line.strip() for line in lines[:number]):
                return lines[:number]
            return lines
    return lines
