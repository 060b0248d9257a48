"""What the core says as one sentence: a template with named values, so that a page can say the same in another language.

The template is English and is the key of its translation; the values are already words and figures, or sentences
themselves. No rule lives here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


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


@dataclass(frozen=True)
class Sentence:
    """A template with `%(name)s` places, and what stands in them: words, a sentence, or several, said one after the other."""

    template: str
    values: "dict[str, str | Sentence | tuple[Sentence, ...]]" = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template % {name: in_english(value) for name, value in self.values.items()}

    def __hash__(self) -> int:
        return hash(str(self))


class Faulty(ValueError):
    """Raised for what somebody asked or typed; `sentence` says what to change."""

    def __init__(self, sentence: Sentence | str) -> None:
        self.sentence = sentence if isinstance(sentence, Sentence) else Sentence("%(said)s", {"said": sentence})
        super().__init__(str(self.sentence))


def in_english(value: "str | Sentence | tuple[Sentence, ...]") -> str:
    """Return what stands in a place of a template, in English."""
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def sentence(template: str, **values: object) -> Sentence:
    """Return the sentence of this template; numbers become figures, other values that are no sentences become words."""
    return Sentence(template, {name: _kept(value) for name, value in values.items()})


def _kept(value: object) -> "str | Sentence | tuple[Sentence, ...]":
    if isinstance(value, Sentence | tuple | Figure | Named):
        return value
    return Figure(value) if isinstance(value, int | float) else str(value)
