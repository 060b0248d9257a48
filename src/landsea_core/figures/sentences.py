"""Explanations as one sentence: a template with named values, so that a page can say the same in another language.

The template is English and is the key of its translation; the values are already words and figures. No rule lives here.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """A template with `%(name)s` places, and what stands in them."""

    template: str
    values: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template % self.values

    def __hash__(self) -> int:
        return hash(str(self))


def sentence(template: str, **values: object) -> Sentence:
    """Return the sentence of this template with its values as words."""
    return Sentence(template, {name: str(value) for name, value in values.items()})
