"""An editor's decisions: words that name nobody, what it is about, publishing, taking back. Nothing is public unchecked."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.experiences.actions.begin import About
from landsea.experiences.actions.consent import refuse_after_no, write_basis_of_consent
from landsea.experiences.actions.editing import edit_experience
from landsea.experiences.check import list_known_names, list_still_found
from landsea.experiences.models import Basis, Experience, Kind, State
from landsea.likeness.actions.forget import forget_texts
from landsea.likeness.models import TextKind
from landsea.rules import access as rules_access
from landsea_core.anonymise.model import KNOWN


def keep_words(actor: Actor, experience_id: int, words: Collection[str], now: datetime) -> Experience:
    """Note that a person looked at these findings and they name nobody. What the platform knows of the filer is refused."""
    with edit_experience(actor, experience_id, "keep_words", now) as experience:
        known = list_known_names(experience)
        found = [one for wording in experience.wordings.all() for one in list_still_found(experience, wording, known)]
        if any(one.text in words and one.why == KNOWN for one in found):
            raise Refused("known", gettext("This is the filer's own name or number: take it out, it cannot be kept."))
        experience.kept = sorted({*experience.kept, *(one.text[:400] for one in found if one.text in words)})
        experience.save(update_fields=["kept"])
    return experience


def say_about(actor: Actor, experience_id: int, about: About, now: datetime) -> Experience:
    """Say what it is about and which measures it rests on; Refused for a code that is no measure."""
    with edit_experience(actor, experience_id, "say_about", now) as experience:
        _refuse_unknown(about.measures)
        experience.topic, experience.matter = about.topic, about.matter
        experience.country, experience.hs, experience.measures = about.country, about.hs, list(about.measures)
        experience.save(update_fields=["topic", "matter", "country", "hs", "measures"])
    return experience


def publish_experience(
    actor: Actor, experience_id: int, *, basis: str, basis_words: str, read_through: bool, now: datetime
) -> Experience:
    """Publish a draft, when nothing in it may name anybody, a person read it through, and it may be shared."""
    with edit_experience(actor, experience_id, "publish", now) as experience:
        if experience.state not in (State.DRAFT, State.EXPIRED):
            raise Refused("not_a_draft", gettext("Only a draft, or one that expired, can be published."))
        refuse_after_no(experience)
        wordings = list(experience.wordings.all())
        if not any(wording.language == experience.language for wording in wordings):
            raise Refused("no_words", gettext("Write it in its own language first."))
        if not all(wording.title and wording.question and wording.answer for wording in wordings):
            raise Refused("no_answer", gettext("Write a title, the question and the answer in each language."))
        known = list_known_names(experience)
        found = [one for wording in wordings for one in list_still_found(experience, wording, known)]
        if found:
            raise Refused("names", gettext("Look at what was found first: take it out, or say that it names nobody."))
        if not read_through:
            raise Refused("not_read", gettext("Read it through and say that it names nobody."))
        if basis not in Basis.values or (experience.kind == Kind.SOLVED) == (basis == Basis.OWN):
            raise Refused("no_basis", gettext("Say why it may be shared: the filer agreed, or it is general enough."))
        basis_words = write_basis_of_consent(experience, basis_words) if basis == Basis.CONSENT else basis_words.strip()
        _refuse_unknown(experience.measures)
        experience.state, experience.published_at, experience.checked_by_id = State.PUBLISHED, now, actor.user_id
        experience.basis, experience.basis_words = basis, basis_words
        experience.ended_at, experience.ended_why = None, ""
        experience.save(
            update_fields=["state", "published_at", "checked_by", "basis", "basis_words", "ended_at", "ended_why"]
        )
    return experience


def withdraw_experience(actor: Actor, experience_id: int, why: str, now: datetime) -> Experience:
    """Take an experience back at once, with a reason; whoever has its address gets "not found"."""
    if not why.strip():
        raise Refused("no_reason", gettext("Say why in a sentence."))
    with edit_experience(actor, experience_id, "withdraw", now) as experience:
        experience.state, experience.ended_at, experience.ended_why = State.WITHDRAWN, now, why.strip()[:300]
        experience.save(update_fields=["state", "ended_at", "ended_why"])
        forget_texts(TextKind.EXPERIENCE, [experience.pk])
    return experience


def _refuse_unknown(codes: Collection[str]) -> None:
    unknown = [code for code in codes if code not in rules_access.read_published_book().by_code]
    if unknown:
        raise Refused(
            "no_such_measure",
            gettext("No measure has the code %(codes)s: look it up among the rules.") % {"codes": ", ".join(unknown)},
        )
