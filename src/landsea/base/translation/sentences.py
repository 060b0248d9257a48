"""The core's sentences in the reader's language: the one door through which a page, a mail or an answer says them."""

from django.utils.translation import get_language, gettext

from landsea.base.numbers import put_reader_marks
from landsea_core.sentences import Faulty, Figure, Named, Sentence
from landsea_core.text.traditional import write_in_script


def say_sentence(value: Sentence | str | tuple[Sentence, ...]) -> str:
    """Return a sentence of the core in the reader's language, figures with its marks; words as they are, several sentences
    one after the other.
    """
    if isinstance(value, tuple):
        return "; ".join(say_sentence(one) for one in value)
    if isinstance(value, Figure):
        return put_reader_marks(value)
    if isinstance(value, Named):
        language = get_language() or "en"
        return write_in_script(value.names.get(language.partition("-")[0], value), language)
    if not isinstance(value, Sentence):
        return value
    return gettext(value.template) % {name: say_sentence(part) for name, part in value.values.items()}


def say_fault(fault: Exception) -> str:
    """Return what a fault says, in the reader's language where the core has a sentence for it."""
    return say_sentence(fault.sentence) if isinstance(fault, Faulty) else str(fault)
