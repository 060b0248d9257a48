"""Has a text translated by the program that the operator set, when somebody presses for it.

1. The values of the text are replaced by marks, and the program gets that.
2. Its answer gets the values back and is checked (`landsea_core.translating.marks`). What fails is not kept: the reader is
   told that the original stands as it was written.
3. What a person wrote is never replaced. Nothing is asked inside a transaction.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.jobs.places import Places
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.ui.translated_words import may_translate
from landsea.translating.actions.offer import keep_translation, refuse_language, refuse_over_person
from landsea.translating.glossary import list_terms
from landsea.translating.known_names import read_known_names
from landsea.translating.models import TextTranslation
from landsea.translating.originals import find_translatable
from landsea.translating.programs import NoAnswer, find_program
from landsea.translating.writing_values import find_writing
from landsea_core.translating.comparing import Fault
from landsea_core.translating.marks import mark_values, put_values_back
from landsea_core.translations import name_key

EACH = Limit(60, 3600)
"""Translations by program that one person may ask for in an hour."""
PLACES = Places(4)
"""Of the sixteen threads of a web process: a program that is slow, asked many times at once, leaves the others for pages."""


def translate_by_program(actor: Actor, kind: str, key: str, *, language: str, now: datetime) -> TextTranslation:
    """Return the translation of a text into a language ("zh"). Raises Http404, PermissionDenied, and Refused when nobody set
    a program, it did not answer, or what it answered may not be shown.
    """
    if not may_translate(actor):
        raise PermissionDenied
    program = find_program()
    if program is None:
        raise Refused("no_program", gettext("No program translates here: the operator has not set one."))
    found = find_translatable(actor, kind, key)
    refuse_language(found, language)
    original, source = found.original.text, name_key(found.original.language)
    refuse_over_person(found, language)
    if not spend_named_limit("translate", str(actor.user_id), EACH):
        raise Refused(TOO_MANY, gettext("You asked for many translations within an hour. Go on later."))
    marked = mark_values(original, source, read_known_names())
    try:
        with PLACES.take() as free:
            if not free:
                raise NoAnswer("it is asked by others at this moment")
            answer = program.translate(marked.text, source, language, list_terms(original, source, language))
    except (NoAnswer, KeyError):
        sentence = gettext("The program that translates does not answer. The original stays as it was written.")
        raise Refused("no_answer", sentence) from None
    said = put_values_back(marked, answer, language, read_known_names(), find_writing(language))
    if isinstance(said, Fault):
        sentence = gettext(
            "The program's translation lost or changed something, so it is not shown. Write one yourself."
        )
        raise Refused("not_shown", sentence)
    return keep_translation(actor, found, language, said, now=now, program=program.name)
