"""Keeps in which language somebody reads phrases: the filer for the one case, an account for all. It is a way of
reading, as the language of a page is, and no act on the case.
"""

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.access import find_case
from landsea.cases.models import Case
from landsea.phrases.book import LANGUAGES
from landsea.phrases.models import PhraseLanguage


def choose_phrase_language(actor: Actor, ref: str, language: str) -> Case:
    """Keep the choice. Raises Http404 for who does not see the case; an answer link keeps none."""
    case = find_case(actor, ref)
    if language not in LANGUAGES:
        raise Refused("no_language", "")
    if actor.filer_case == case.pk:
        PhraseLanguage.objects.update_or_create(case=case, defaults={"language": language})
    elif actor.user_id:
        PhraseLanguage.objects.update_or_create(user_id=actor.user_id, defaults={"language": language})
    return case
