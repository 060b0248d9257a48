"""What is already known, on pages of cases: contributed to rooms below."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from landsea.base.actors import make_filer
from landsea.base.ui.cards import card
from landsea.experiences import access
from landsea.experiences.check import list_still_found
from landsea.experiences.wordings import compute_digest, find_original_wording, has_agreed_to


@card("filing_shared", order=20)
def show_answers_to_it(context, known, text: str, **_) -> str:
    """Up to three published answers to what somebody is about to file."""
    found = access.list_answers(
        text=text,
        topic=known.topic,
        matter=known.matter_code,
        country=known.country,
        hs=known.hs,
        language=get_language() or "en",
    )
    return render_to_string("experiences/beside.html", {"answers": found})


@card("mailbox_asked", order=10)
def ask_filer_to_share(context, case) -> str:
    """In the mailbox: the words that may be shared, without names, and yes or no. Only on a page whose link was proven.
    While an editor's draft may name somebody again its words are not shown; a yes can still be taken back.
    """
    consent = access.find_consent_asked(make_filer(case.pk))
    wording = find_original_wording(consent.experience) if consent else None
    if wording and list_still_found(consent.experience, wording):
        wording = None
    if wording is None and consent and not consent.agreed:
        consent = None
    facts = {
        "consent": consent,
        "wording": wording,
        "agreed": has_agreed_to(consent, wording),
        "digest": compute_digest(wording),
        "case": case,
        "csrf_token": context.get("csrf_token"),
    }
    return render_to_string("experiences/asked.html", facts)


@card("case_closed", order=10)
def offer_to_share_case(context, case) -> str:
    """The coordinator's button on a closed case: share what was found out, or go on writing it."""
    actor = context["request"].actor
    if not (actor.is_coordinator and case.closed_at is not None and case.outcome):
        return ""
    facts = {
        "offered": True,
        "case": case,
        "begun": access.find_experience_of_case(actor, case.pk),
        "csrf_token": context.get("csrf_token"),
    }
    return render_to_string("experiences/share.html", facts)
