"""Where a cue must stand, fields that declare which cue is looked for where, and the one reader of such tables."""

from collections.abc import Callable, Mapping
from dataclasses import Field, field, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from landsea_core.figures.cues.cue_words import Cue, CueWords
from landsea_core.text.lexicon import Lexicon

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Declared = TypeVar("Declared", bound=DataclassInstance)
else:
    Declared = TypeVar("Declared")

Composer = Callable[[CueWords, Lexicon], Mapping[str, object]]
"""Makes the fields of a table that several lists of words or several kinds of rows go into."""


class Anchor(Enum):
    """Anywhere; before the figure, with nothing but filling words between; right before it; right behind it."""

    ANYWHERE = "{words}"
    BEFORE = "(?:{words}){filler}$"
    RIGHT_BEFORE = r"(?:{words})\s*$"
    RIGHT_BEHIND = r"^\s*(?:{words})"


def declare_cue(anchor: Anchor = Anchor.ANYWHERE) -> Any:
    """Declare a field of a class of cues; the field's name is that of the cue in the files."""
    return field(metadata={"anchor": anchor})


def read_cues(declared: type[Declared], kind: str, lexicon: Lexicon, compose: Composer) -> Declared:
    """Return a table of cues from the rows of one kind ("figure_cue"); `compose` makes its fields that are no single cue.

    Raises LexiconFault for a cue without words, words without a cue, and a pattern that is none.
    """
    words = CueWords(lexicon, kind)
    cues = _compile_cues(declared, words, compose(words, lexicon))
    words.refuse_unasked()
    return cues


def _compile_cues(declared: type[Declared], words: CueWords, composed: Mapping[str, object]) -> Declared:
    filler = rf"(?:[\s:(]|{words.choose_any('filler')})*" if _needs_filler(fields(declared)) else ""
    compiled = {
        one.name: words.compile(
            one.metadata["anchor"].value.format(words=words.choose_any(one.name), filler=filler), one.name
        )
        for one in fields(declared)
        if "anchor" in one.metadata
    }
    return declared(**compiled, **composed)


def _needs_filler(declared: tuple[Field[Any], ...]) -> bool:
    return any(one.metadata.get("anchor") is Anchor.BEFORE for one in declared)


__all__ = ["Anchor", "Composer", "Cue", "declare_cue", "read_cues"]
