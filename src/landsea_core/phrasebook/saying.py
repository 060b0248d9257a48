"""A phrase said in a language: the wording of that language, its slots filled with values said in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from landsea_core.phrasebook.filling import Values, fill_slots, find_slots
from landsea_core.phrasebook.phrases import Ask, Phrasebook, Says, SlotKind
from landsea_core.text.traditional import DERIVED, write_in_script

EMPTY = "…"
"""Stands in a slot that is not filled yet."""
_ENGLISH = "en"


@dataclass(frozen=True)
class SlotWords:
    """Says values in one language: by the kind of slot, a function from the kept text. A kind without one is said as it was
    kept, as numbers of papers and free words are.
    """

    by_kind: Mapping[SlotKind, Callable[[str], str]]
    joined: Callable[[list[str]], str] = ", ".join


def find_wording(says: Says, language: str) -> tuple[str, str]:
    """Return a phrase in a language ("zh-hans", "lo") and the language it is in: English where nobody has put it into that."""
    for key in (language, language.split("-", maxsplit=1)[0]):
        if says.get(key):
            return (write_in_script(says[key], language), language) if language in DERIVED else (says[key], key)
    return says[_ENGLISH], _ENGLISH


def say_phrase(
    book: Phrasebook,
    says: Says,
    values: Values,
    language: str,
    words: SlotWords,
    *,
    answer: str = "",
    ask: Ask | None = None,
) -> str:
    """Return a phrase in a language with its values; a slot without a value shows three dots.

    Example: "ຕ້ອງການ {papers}" with papers "invoice origin" shows the two names in Lao.
    """
    said = find_wording(says, language)[0]
    shown_in: dict[str, str] = {}
    for slot in find_slots(said):
        options = book.lists.get(book.list_behind(slot, answer, ask), {})
        kept = values.get(slot, "")
        if options:
            named = [find_wording(options[code].says, language)[0] for code in kept.split() if code in options]
            shown = words.joined(named)
        else:
            shown = words.by_kind.get(book.kind_of(slot), str)(kept) if kept else ""
        shown_in[slot] = shown or EMPTY
    return fill_slots(said, shown_in)
