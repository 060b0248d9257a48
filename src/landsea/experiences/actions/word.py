"""Writes an experience in a language: the original or a translation. What is published already must stay without names."""

from datetime import datetime

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.experiences.actions.editing import edit_experience
from landsea.experiences.check import list_still_found
from landsea.experiences.models import Basis, Consent, Experience, State, Wording
from landsea.experiences.wordings import find_original_wording, has_agreed_to
from landsea.likeness.actions.forget import forget_texts
from landsea.likeness.models import TextKind
from landsea_core.text import split_into_words

MOST_WORDS = 2000


def write_wording(
    actor: Actor, experience_id: int, language: str, title: str, question: str, answer: str, now: datetime
) -> Wording:
    """Write one language; Refused when a field is empty, and of what is published when a name would come in or the
    filer agreed to other words.
    """
    if not (title.strip() and question.strip() and answer.strip()):
        raise Refused("empty", gettext("Write a title, the question and the answer."))
    with edit_experience(actor, experience_id, "write_wording", now) as experience:
        wording = put_wording(experience, language, title.strip(), question.strip(), answer.strip(), now=now)
        if experience.state == State.PUBLISHED and (found := list_still_found(experience, wording)):
            words = ", ".join(one.text[:60] for one in found[:5])
            raise Refused(
                "names",
                gettext("It is published, and this may name somebody: %(words)s. Take it out, or keep it first.")
                % {"words": words},
            )
        if experience.state == State.PUBLISHED and experience.basis == Basis.CONSENT:
            consent = Consent.objects.filter(experience=experience, agreed=True).first()
            if consent and not has_agreed_to(consent, find_original_wording(experience)):
                raise Refused(
                    "words_agreed",
                    gettext("The filer agreed to other words. Take it back, begin anew from the case, and ask again."),
                )
    return wording


def put_wording(
    experience: Experience, language: str, title: str, question: str, answer: str, *, now: datetime
) -> Wording:
    """Insert or change the row of a language, inside the caller's transaction."""
    words = sorted(set(split_into_words(f"{title}\n{question}\n{answer}", most=MOST_WORDS)))
    wording, _new = Wording.objects.update_or_create(
        experience=experience,
        language=language,
        defaults={
            "title": title[:140],
            "question": question,
            "answer": answer,
            "words": [word[:200] for word in words],
            "changed_at": now,
        },
    )
    forget_texts(TextKind.EXPERIENCE, [experience.pk])
    return wording
