"""Cleaning: what a form does with raw text before anything keeps it.

Only what can do harm or cannot be stored is taken out, and the caller learns what it was, so that the page can say so.
Words are never changed here; that is folding's work, and never stored.
"""

import re
from dataclasses import dataclass

_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_KINDS = (
    ("nul", re.compile("\x00")),
    ("lone_surrogate", re.compile("[\ud800-\udfff]")),
    # Overrides, embeddings and isolates can make a name read as another one. Plain direction marks are harmless.
    ("direction_override", re.compile("[\u202a-\u202e\u2066-\u2069]")),
    ("control", _CONTROLS),
)
_NEWLINES = re.compile("\r\n?|\x85|\u2028|\u2029")


@dataclass(frozen=True)
class Cleaned:
    """A text that can be stored and shown, and how many characters of which kind were taken out of it.

    `removed` holds (kind, count) pairs; kinds are nul, lone_surrogate, direction_override and control.
    """

    text: str
    removed: tuple[tuple[str, int], ...] = ()


def clean_text(raw: str) -> Cleaned:
    """Take NUL, lone surrogates, direction overrides and control characters out of a text, and unify its newlines.

    Tabs and newlines stay. Zero-width joiners stay too: Burmese and emoji need them. Never raises.
    """
    removed = []
    for kind, pattern in _KINDS:
        raw, count = pattern.subn("", raw)
        if count:
            removed.append((kind, count))
    return Cleaned(_NEWLINES.sub("\n", raw), tuple(removed))
