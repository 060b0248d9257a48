"""What the core says to people: an English template with named values, which a page says in its reader's language.

The templates are collected by reading the calls `Sentence("...")` in the sources (`landsea messages`), so each stands in one
place only and as a literal. No rule lives here, and no translation: the core knows English.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_WORDS_ALONE = "%(words)s"
"""Given by name, so that it is not collected: it has nothing to translate."""


class Figure(str):
    """A number as the core prints it: commas between thousands, a point before decimals, perhaps a unit after it.

    It is told from other words so that a page can write it with the marks of its reader's language.
    """

    __slots__ = ()


class Named(str):
    """What is called otherwise in other languages, as a place is: its English name, with `names` by language ("zh", "lo")."""

    __slots__ = ("names",)
    names: Mapping[str, str]

    def __new__(cls, english: str, names: Mapping[str, str]) -> "Named":
        """Return the English name that knows the others."""
        named = super().__new__(cls, english)
        named.names = names
        return named


@dataclass(frozen=True, init=False)
class Sentence:
    """A template with `%(name)s` places, and what stands in them: words, a sentence, or several, said one after the other.

    Example: `Sentence("%(kg)s kg do not fit into %(teu)s TEU.", kg=90_000, teu=2)`. Numbers become figures; other values
    that are no sentences become words. A per cent sign of the text itself is written `%%`.
    """

    template: str
    values: "Mapping[str, str | Sentence | tuple[Sentence, ...]]"

    def __init__(self, template: str, /, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", {name: _keep(value) for name, value in values.items()})

    def fill(self, **values: object) -> "Sentence":
        """Return the same sentence with these values, and its own where none of that name is given."""
        return Sentence(self.template, **{**self.values, **values})

    def __str__(self) -> str:
        """Return it in English. Raises KeyError when a value is missing."""
        return self.template % {name: say_in_english(value) for name, value in self.values.items()}

    def __hash__(self) -> int:
        return hash(self.template)


class Faulty(ValueError):
    """Raised for what somebody asked or typed; `sentence` says what to change."""

    def __init__(self, sentence: Sentence | str) -> None:
        self.sentence = sentence if isinstance(sentence, Sentence) else quote_words(sentence)
        super().__init__(str(self.sentence))


def quote_words(words: str) -> Sentence:
    """Return words that are the same in every language, such as those of a source, as a sentence."""
    return Sentence(_WORDS_ALONE, words=words)


def say_in_english(value: "str | Sentence | tuple[Sentence, ...]") -> str:
    """Return what stands in a place of a template, in English."""
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _keep(value: Any) -> "str | Sentence | tuple[Sentence, ...]":
    if isinstance(value, Sentence | tuple | Figure | Named):
        return value
    return Figure(value) if isinstance(value, int | float) else str(value)
