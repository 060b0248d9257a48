"""Appoints the first person of an installation: a holder of the coordinator's desk, from whom all other rights come.

Only the command line does this, so its sentences are English like those of all commands.
"""

from datetime import datetime, timedelta

from django.db import transaction

from landsea.accounts.actions.invite import invite_person
from landsea.accounts.models import Invitation, User
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory.access import find_coordinator_desk, has_working_coordinator
from landsea.directory.models import Appointment, Contact, Desk, Role

LINK_LASTS = timedelta(days=3)
"""Whoever runs the command hands the link over at once."""


def appoint_first_coordinator(*, name: str, email: str, language: str, now: datetime) -> Invitation:
    """Return the invitation of the first coordinator, appointed from `now` (aware) on. The same address again is the same
    person, whose earlier link opens nothing any more.

    Raises Refused: `there` (a coordinator has set a password already and appoints everybody else), `no_desk` (the
    reference directory was not loaded).
    """
    with transaction.atomic():
        desk = Desk.objects.select_for_update().filter(code=Desk.COORDINATOR).first()
        if desk is None:
            raise Refused("no_desk", "Load the reference directory first: landsea load-reference.")
        if has_working_coordinator(now):
            sentence = "A coordinator is there already. Whoever is missing is appointed on the page of the desk."
            raise Refused("there", sentence)
        user = User.objects.filter(email=email.strip().lower()).first()
        if user is None:
            zone = find_coordinator_desk().office.time_zone
            user = User.objects.create_user(email, name=name.strip()[:120], language=language, time_zone=zone)
        appointment, is_new = Appointment.objects.get_or_create(
            user=user, desk=desk, role=Role.HOLDER, ends_at=None, defaults={"starts_at": now}
        )
        if is_new:
            Contact.objects.get_or_create(
                user=user,
                desk=desk,
                ended_at=None,
                defaults={"name": user.name, "email": user.email, "part": Role.HOLDER, "added_at": now},
            )
            facts = {"appointment": appointment.pk, "user": user.pk}
            append_entry(
                stream=f"desk:{desk.pk}", act="appoint_first_coordinator", actor="operator", at=now, facts=facts
            )
        return invite_person(user.pk, by_id=None, now=now, lasts=LINK_LASTS)
