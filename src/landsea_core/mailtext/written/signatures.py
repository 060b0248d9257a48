"""Signatures that a person's program clearly cut off: what stands below a line of two dashes and a space ("-- ").

Foxmail draws a line of dashes instead, with a name or an address below it. Names and telephone numbers that nothing cuts off
stay: they are often the only ones that somebody gives.
"""

import re

_MOST_LINES = 15
_FOXMAIL_LINES = 2
_RULE = re.compile(r"^\s*(?:--|—|– –|- -)\s*$")
_FOXMAIL_RULE = re.compile(r"^\s*-{10,20}\s*$")


def drop_signature(lines: list[str]) -> list[str]:
    """Return the lines above the last such rule, when what stands below is short enough for a signature.

    >>> drop_signature(["Yes.", "-- ", "Li", "Director"]), drop_signature(["Yes.", "--------------", "li@x.example"])
    (['Yes.'], ['Yes.'])
    """
    for number in range(len(lines) - 1, 0, -1):
        most = (
            _MOST_LINES if _RULE.match(lines[number]) else _FOXMAIL_LINES if _FOXMAIL_RULE.match(lines[number]) else 0
        )
        if most:
            below = [line for line in lines[number + 1 :] if line.strip()]
            is_short = len(below) <= most and (most > _FOXMAIL_LINES or all(len(line) < 80 for line in below))
            return lines[:number] if is_short and any(line.strip() for line in lines[:number]) else lines
    return lines
