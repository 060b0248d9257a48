"""Words and addresses in mails about cases. Facts of a delivery go in as plain values, an address or a phrase comes out."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.reader import zone_label
from landsea.cases.labels import STEPS
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea_core.caseflow import Step

register = template.Library()


@register.simple_tag
def mailbox_link(nonce: str) -> str:
    """Return the address of the filer's mailbox, in the language of the mail; the entrance for links when no link is left."""
    path = reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(nonce)]) if nonce else reverse("home")
    return f"{settings.PUBLIC_ADDRESS}{path}?lang={get_language()}"


@register.simple_tag
def case_link(ref: str) -> str:
    """Return the address of a case for those who sign in."""
    return settings.PUBLIC_ADDRESS + reverse("case", args=[ref])


@register.simple_tag
def desk_link(code: str) -> str:
    """Return the address of a desk's page."""
    return settings.PUBLIC_ADDRESS + reverse("desk_page", args=[code])


@register.simple_tag
def due_words(due: str, zone: str) -> str:
    """Return a deadline (ISO instant) with weekday on the desk's clock, which is named; empty when nothing is due."""
    if not due:
        return ""
    language = get_language() or settings.LANGUAGE_CODE
    moment = times.moment_in_words(datetime.fromisoformat(due), ZoneInfo(zone), timezone.now(), language)
    return f"{moment}, {zone_label(zone, language)}"


@register.simple_tag
def step_words(step: str) -> str:
    """Return a step of the clock in words."""
    return str(STEPS[Step(step)]) if step else ""


@register.simple_tag
def time_gone(share: float) -> str:
    """Return how much of the time of a step is gone, for a reminder."""
    return _("Half of the time is gone.") if share <= 0.5 else _("Four fifths of the time are gone.")


@register.simple_tag
def silence_for_filer(calls: str) -> str:
    """Return what follows for the filer when a deadline passed; `calls` is the core's word for who takes over."""
    return {
        "desk": _(
            "Nobody said in time that something is missing, so your case counts as complete. The desk goes on with it."
        ),
        "deputy": _("The desk did not take the case in time. Its deputy was called."),
        "coordinator": _(
            "The desk did not take the case in time, nor did its deputy. The coordinator is accountable now."
        ),
        "head": _(
            "The desk did not answer in time. The head of its office was called, and the case shows as unanswered."
        ),
        "dialogue": _("There is no solution in time. The case goes on the agenda of the next dialogue."),
        "filer": _(
            "You did not say whether the outcome is right, so the case was closed as not confirmed. You can open it "
            "again within 30 days."
        ),
        "nobody": _("The deadline passed without an answer. The coordinator sees it on the board."),
    }.get(calls, "")


@register.simple_tag
def silence_for_office(calls: str) -> str:
    """Return what follows for the desk when a deadline passed."""
    return {
        "desk": _(
            "Nobody said that something is missing, so the case was admitted by itself. Please accept it, or name the "
            "right desk."
        ),
        "deputy": _("The case was not accepted in time. Holder and deputy may both act on it now."),
        "coordinator": _("The case was not accepted in time and came to the coordinator."),
        "head": _(
            "There was no answer in time. The case shows as unanswered, and the head of the office may act on it."
        ),
        "dialogue": _("There was no solution in time. The case goes on the agenda of the next dialogue."),
        "filer": _("The filer did not confirm in time, so the case was closed as not confirmed."),
        "nobody": _(
            "The deadline passed without an answer, with nobody left to call. It stands on the coordinator's board."
        ),
    }.get(calls, "")
