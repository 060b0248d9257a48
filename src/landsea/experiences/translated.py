"""Experiences can be translated beside, in the wording in which they were written."""

from django.http import Http404
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.experiences import access
from landsea.experiences.wordings import join_words
from landsea.translating.originals import KINDS, Translatable, TranslatedKind, make_original, read_number


def _find_experience(actor: Actor, key: str) -> Translatable:
    found = access.find_experience(actor, read_number(key))
    answer = access.choose_words(found, found.language)
    if answer is None:
        raise Http404
    wording = answer.wording
    original = make_original("experience", found.pk, join_words(wording), wording.language)
    return Translatable(original, reverse("experience", args=[found.pk]))


KINDS.put(TranslatedKind("experience", _find_experience))
