"""What is already known, on pages of other apps."""

from django import template
from django.utils.translation import get_language

from landsea.base.actors import filer_of
from landsea.experiences import access
from landsea.experiences.check import still_found
from landsea.experiences.wordings import agreed_to, digest_of, original

register = template.Library()


@register.inclusion_tag("experiences/beside.html")
def answers_beside(text: str = "", topic: str = "", matter: str = "", country: str = "", hs: str = "") -> dict:
    """Up to three published answers to what somebody is about to file; nothing when none is near enough."""
    language = get_language() or "en"
    return {
        "answers": access.answers_for(text=text, topic=topic, matter=matter, country=country, hs=hs, language=language)
    }


@register.inclusion_tag("experiences/asked.html", takes_context=True)
def asked_to_share(context, case) -> dict:
    """In the mailbox: the words that may be shared, without names, and yes or no. Only on a page whose link was proven.
    While an editor's draft may name somebody again its words are not shown; a yes can still be taken back.
    """
    consent = access.asked_of(filer_of(case.pk))
    wording = original(consent.experience) if consent else None
    if wording and still_found(consent.experience, wording):
        wording = None
    if wording is None and consent and not consent.agreed:
        consent = None
    return {
        "consent": consent,
        "wording": wording,
        "agreed": agreed_to(consent, wording),
        "digest": digest_of(wording),
        "case": case,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("experiences/share.html", takes_context=True)
def share_as_experience(context, case) -> dict:
    """The coordinator's button on a closed case: share what was found out, or go on writing it."""
    actor = context["request"].actor
    offered = actor.is_coordinator and case.closed_at is not None and bool(case.outcome)
    return {
        "offered": offered,
        "case": case,
        "begun": access.of_case(actor, case.pk) if offered else None,
        "csrf_token": context.get("csrf_token"),
    }
