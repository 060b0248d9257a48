"""The chain's sentences as they are kept with a mail, and back again in the reader's language."""

from collections.abc import Iterable

from landsea.base.translation.sentences import say_sentence
from landsea_core.sentences import Sentence


def write_as_data(sentence: Sentence) -> list:
    """Return a sentence as a pair that JSON can hold: its template and its values, as words."""
    return [sentence.template, {name: str(value) for name, value in sentence.values.items()}]


def say_reasons(kept: Iterable[list]) -> list[str]:
    """Return kept sentences in the language of now."""
    return [say_sentence(Sentence(template, **values)) for template, values in kept]
