"""Where a cue must stand, and fields that declare which cue is looked for where."""

from dataclasses import Field, field, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from landsea_core.figures.cues.cue_words import Cue, CueWords

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Declared = TypeVar("Declared", bound=DataclassInstance)
else:
    Declared = TypeVar("Declared")


class Anchor(Enum):
    """Anywhere; before the figure, with nothing but filling words between; right before it; right behind it."""

    ANYWHERE = "{words}"
    BEFORE = "(?:{words}){filler}$"
    RIGHT_BEFORE = r"(?:{words})\s*$"
    RIGHT_BEHIND = r"^\s*(?:{words})"


def declare_cue(anchor: Anchor = Anchor.ANYWHERE) -> Any:
    """Declare a field of a class of cues; the field's name is that of the cue in the files."""
    return field(metadata={"anchor": anchor})


def compile_cues(declared: type[Declared], words: CueWords, **composed: object) -> Declared:
    """Return a class of cues with the words of its declared fields; `composed` are its other fields."""
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


__all__ = ["Anchor", "Cue", "compile_cues", "declare_cue"]
