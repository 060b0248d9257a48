"""The filer's yes or no to sharing what came of their case: asked by an editor, said in the mailbox, taken back at any time.

asked ---yes---> agreed ---no---> refused
asked ---no---> refused (nobody asks again; the filer may still say yes)
agreed ---the words change---> to be asked again
"""

from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.actions.ask_to_share import ask_to_share
from landsea.experiences.actions.editing import append_act, edit_experience
from landsea.experiences.check import list_still_found
from landsea.experiences.models import Basis, Consent, Experience, State
from landsea.experiences.wordings import compute_digest, find_original_wording, has_agreed_to
from landsea.likeness.actions.forget import forget_texts
from landsea.likeness.models import TextKind


def ask_filer(actor: Actor, experience_id: int, *, now: datetime) -> Consent:
    """Ask the filer about the words as they stand, which name nobody any more. Refused after a no, and while the same
    words are with the filer already.
    """
    with edit_experience(actor, experience_id, "ask_filer", now) as experience:
        refuse_after_no(experience)
        consent = Consent.objects.filter(experience=experience).first()
        if experience.case is None:
            raise Refused("no_case", gettext("This was written directly: there is no filer to ask."))
        wording = find_original_wording(experience)
        if wording is None or not (wording.title and wording.question and wording.answer):
            raise Refused("no_answer", gettext("Write a title, the question and the answer in each language."))
        if list_still_found(experience, wording):
            raise Refused("names", gettext("Look at what was found first: take it out, or say that it names nobody."))
        if consent and consent.digest == compute_digest(wording):
            raise Refused("asked", gettext("The filer was asked about these very words already."))
        ask_to_share(actor, experience.case.ref, now=now)
        asked = {"asked_at": now, "agreed": None, "answered_at": None, "digest": compute_digest(wording)}
        consent, _new = Consent.objects.update_or_create(experience=experience, defaults=asked)
    return consent


def say_consent(filer: Actor, *, agreed: bool, digest: str, now: datetime) -> Consent:
    """Say yes or no, as the filer by the secret link; `digest` is of the words that were read. The same again changes
    nothing. A no takes back at once what was published because of a yes. Http404 when nobody asked.
    """
    with transaction.atomic():
        case = filer.filer_case or None
        rows = Experience.objects.select_for_update().filter(case_id=case, consent__isnull=False)
        experience = rows.exclude(state=State.WITHDRAWN).first() if case else None
        if experience is None:
            raise Http404
        consent, wording = experience.consent, find_original_wording(experience)
        if agreed and compute_digest(wording) != digest:
            raise Refused("words_changed", gettext("The words were changed while you read. Read them again."))
        if consent.agreed is agreed and (consent.digest == digest or not agreed):
            return consent
        consent.agreed, consent.answered_at = agreed, now
        consent.digest = digest if agreed else consent.digest
        consent.save(update_fields=["agreed", "answered_at", "digest"])
        if not agreed and experience.basis == Basis.CONSENT and experience.state == State.PUBLISHED:
            experience.state, experience.ended_at = State.WITHDRAWN, now
            experience.ended_why = gettext("The filer took the yes back.")
            experience.save(update_fields=["state", "ended_at", "ended_why"])
            forget_texts(TextKind.EXPERIENCE, [experience.pk])
        append_act(experience, "agree" if agreed else "refuse", filer.label, now)
    return consent


def refuse_after_no(experience: Experience) -> None:
    """Refuse to go on when the filer said no, to this experience or an earlier one of the same case."""
    case = experience.case_id
    if case and Consent.objects.filter(experience__case=case, agreed=False).exists():
        raise Refused("filer_said_no", gettext("The filer does not want this to be shared."))


def write_basis_of_consent(experience: Experience, typed: str) -> str:
    """Return the words that say when and how the filer agreed: what the mailbox noted, else what the editor typed."""
    consent = Consent.objects.filter(experience=experience).first()
    if consent and consent.agreed:
        if not has_agreed_to(consent, find_original_wording(experience)):
            raise Refused("words_changed", gettext("The words changed since the filer agreed. Ask again."))
        return gettext("In the mailbox, on %(day)s") % {"day": consent.answered_at.date().isoformat()}
    if not typed.strip():
        raise Refused("no_consent", gettext("Say when and how the filer agreed."))
    return typed.strip()
