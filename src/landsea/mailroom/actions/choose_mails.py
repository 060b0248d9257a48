"""Keeps when somebody wants to be written to."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.mailroom.hours import Hours
from landsea.mailroom.models import MailChoice


def choose_mails(actor: Actor, *, daily: bool, hours: Hours, now: datetime) -> MailChoice:
    """Keep the choice of whoever is signed in. Raises Refused when only one of the quiet hours is given."""
    if (hours.quiet_from is None) != (hours.quiet_until is None):
        raise Refused("one_hour", gettext("Write both hours, or none."))
    with transaction.atomic():
        choice, made = MailChoice.objects.update_or_create(
            user_id=actor.user_id, defaults={"daily": daily, **vars(hours)}
        )
        facts = {"daily": daily, **vars(hours)}
        append_entry(
            stream=f"mails:{actor.user_id}", act="choose_mails", actor=actor.label, at=now, facts=facts, first=made
        )
    return choice
