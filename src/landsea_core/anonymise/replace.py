"""Putting neutral words in the place of findings, and saying what is left to decide."""

from collections.abc import Collection, Iterable

from landsea_core.anonymise.find import find_mentions
from landsea_core.anonymise.model import KNOWN, KnownWords, Mention, MentionKind


def mask_mentions(text: str, found: Iterable[Mention]) -> str:
    """Return the text with each finding replaced by the word of its kind. Passages are left: a person reads them."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        if one.kind is not MentionKind.PASSAGE:
            text = text[: one.start] + one.kind.value + text[one.end :]
    return text


def find_undecided_mentions(text: str, known: KnownWords, kept: Collection[str]) -> list[Mention]:
    """Return what still keeps a text from being shared: every finding, sure or held, unless a person kept it.

    `kept` are the words that a person said name nobody. What the platform itself knows of the filer is never kept.
    """
    names = {kind.value for kind in MentionKind}
    found = [one for one in find_mentions(text, known) if one.text not in names]
    return [one for one in found if one.why == KNOWN or one.text not in kept]
