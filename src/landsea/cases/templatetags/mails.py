"""Words and addresses in mails about cases. Facts of a delivery go in as plain values, an address or a phrase comes out."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.outbox.channels import MAIL
from landsea.base.outbox.models import Delivery
from landsea.base.ui import times
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.cases.answer_links import ANSWER_LINKS
from landsea.cases.gist import say_kept_gist
from landsea.cases.labels import STEPS
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.outcome_sentences import say_proposed_outcome
from landsea.cases.silence_sentences import say_for_filer, say_for_office, say_who_is_next
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Step

register = template.Library()


@register.simple_tag
def mailbox_link(nonce: str) -> str:
    """Return the address of the filer's mailbox, in the language of the mail; the entrance for links when no link is left."""
    path = reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(nonce)]) if nonce else reverse("home")
    return f"{settings.PUBLIC_ADDRESS}{path}?lang={get_language()}"


@register.simple_tag
def answer_link(nonce: str) -> str:
    """Return the address by which a desk without an account answers a case, in the language of the mail."""
    path = reverse("answer_link", args=[ANSWER_LINKS.secret_of(nonce)])
    return f"{settings.PUBLIC_ADDRESS}{path}?lang={get_language()}"


@register.simple_tag
def case_link(ref: str) -> str:
    """Return the address of a case for those who sign in."""
    return settings.PUBLIC_ADDRESS + reverse("case", args=[ref])


@register.simple_tag
def due_words(due: str, zone: str) -> str:
    """Return a deadline (ISO instant) with weekday on the clock of a zone, which is named; empty when nothing is due."""
    if not due:
        return ""
    language = get_language() or settings.LANGUAGE_CODE
    moment = times.write_moment(datetime.fromisoformat(due), ZoneInfo(zone), timezone.now(), language)
    return f"{moment}, {name_zone(zone, language)}"


@register.simple_tag
def step_words(step: str) -> str:
    """Return a step of the clock in words."""
    return str(STEPS[Step(step)]) if step else ""


@register.simple_tag
def time_gone(share: float) -> str:
    """Return how much of the time of a step is gone, for a reminder."""
    return _("Half of the time is gone.") if share <= 0.5 else _("Four fifths of the time are gone.")


@register.simple_tag
def late_queue_link() -> str:
    """Return the address of the queue with the late cases only, for those who sign in."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('queue')}?step=late"


@register.simple_tag
def silence_for_filer(calls: str, step: str) -> str:
    """Return what follows for the filer when a deadline passed; `calls` is the core's word for who takes over."""
    return say_for_filer(calls, step)


@register.simple_tag
def silence_for_office(calls: str, step: str) -> str:
    """Return what follows for whoever is called when a deadline passed."""
    return say_for_office(calls, step)


@register.simple_tag
def next_if_silent(called: str, when: str) -> str:
    """Return who is called next, and when, if nobody answers until then."""
    return say_who_is_next(called, when)


@register.simple_tag
def gist_words(gist: dict | str) -> str:
    """Return what a case is about in one line, from the codes that its mail keeps; empty where too little was understood."""
    return say_kept_gist(gist) if gist else ""


@register.simple_tag
def desk_words_of(code: str) -> str:
    """Return a desk with its office, in the language of the mail; empty where the mail names none, or the desk is gone."""
    desk = directory_access.find_desk(code) if code else None
    return ", ".join(name_desk(desk, get_language() or "en")) if desk else ""


@register.simple_tag
def about_words(about: dict | str) -> str:
    """Return what was understood of a filing, a line each: what it is about, where, which goods; what was not understood is
    said to be open.
    """
    language, about = get_language() or settings.LANGUAGE_CODE, about or {}
    matter = directory_access.find_matter(about["matter"]) if about.get("matter") else None
    place = directory_access.find_place(about["place"]) if about.get("place") else None
    where = [name_in(place.names, language)] if place else []
    where += [name_country(about["country"], language)] if about.get("country") else []
    lines = [
        (_("About"), name_in(matter.names, language) if matter else ""),
        (_("Place"), ", ".join(where)),
        (_("Goods"), about.get("goods", "")),
    ]
    return "\n".join(f"- {label}: {words or _('not clear yet')}" for label, words in lines)


@register.simple_tag
def outcome_said(outcome: str) -> str:
    """Return what the desk says of how the case ended, with when to confirm it; empty in mails that name no outcome."""
    return say_proposed_outcome(outcome)


@register.simple_tag
def takes_numbers(mail: Delivery) -> bool:
    """Return whether a number on the first line of a reply is read: where mails are answered by mail."""
    return bool(settings.INBOUND_DOMAIN) and mail.channel == MAIL
