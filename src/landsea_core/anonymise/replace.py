"""Putting neutral words in the place of findings, and saying what is left to decide."""

from collections.abc import Collection, Iterable

from landsea_core.anonymise.find import find
from landsea_core.anonymise.model import KNOWN, Found, Kind, Known


def masked(text: str, found: Iterable[Found]) -> str:
    """Return the text with each finding replaced by the word of its kind. Passages are left: a person reads them."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        if one.kind is not Kind.PASSAGE:
            text = text[: one.start] + one.kind.value + text[one.end :]
    return text


def remaining(text: str, known: Known, kept: Collection[str]) -> list[Found]:
    """Return what still keeps a text from being shared: every finding, sure or held, unless a person kept it.

    `kept` are the words that a person said name nobody. What the platform itself knows of the filer is never kept.
    """
    names = {kind.value for kind in Kind}
    found = [one for one in find(text, known) if one.text not in names]
    return [one for one in found if one.why == KNOWN or one.text not in kept]
