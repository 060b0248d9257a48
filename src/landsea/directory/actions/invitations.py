"""Sends an invitation again, also to who asks, and withdraws it: for people who were appointed and have never signed in."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.accounts.access import find_last_invitation
from landsea.accounts.actions.invite import LASTS, invite_person, keep_or_invite
from landsea.accounts.models import User
from landsea.base.actors import ANONYMOUS
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access.appointments import list_appointments_of_person
from landsea.directory.actions.appoint import find_names_of_unit
from landsea.directory.actions.end_appointment import end_appointment
from landsea.directory.models import Appointment

ASKED = Limit(3, 3600)
"""How many mails with a link somebody gets who is said to ask for them: anybody may type an address."""


def invite_again(*, actor, user_id: int, now: datetime) -> None:
    """Send a new link at `now` (aware); the earlier one opens nothing any more. By whoever may begin one of the person's
    appointments. Raises PermissionDenied, Refused (`came`) and User.DoesNotExist.
    """
    with transaction.atomic():
        user, appointments = _lock_invited(actor, user_id, now)
        nonce = invite_person(user.pk, by_id=actor.user_id, now=now).nonce
        _mail_link(user, appointments[0], nonce, by_id=actor.user_id, once=f"invited:{nonce}", now=now)
        append_entry(stream=f"user:{user.pk}", act="invite_again", actor=actor.label, at=now)


def invite_who_asks(user_id: int, now: datetime) -> None:
    """Mail a link to somebody who holds an appointment at `now` (aware), never came, and asks for it: the open one again, so
    that nobody's asking ends a link that works, else a new one. Whose appointments have ended gets nothing. The audit names
    nobody as asking: anybody may have typed the address.
    """
    with transaction.atomic():
        wait_for_turn(f"user:{user_id}")
        user, appointments = User.objects.get(pk=user_id), list_appointments_of_person(user_id, now)
        if user.has_usable_password() or not appointments or not spend_named_limit("invite", user.email, ASKED):
            return
        earlier = find_last_invitation(user_id)
        by_id = earlier.by_id if earlier else None
        nonce = keep_or_invite(user_id, by_id=by_id, now=now).nonce
        _mail_link(user, appointments[0], nonce, by_id=by_id, once=f"asked:{nonce}:{now.timestamp()}", now=now)
        append_entry(stream=f"user:{user_id}", act="ask_for_invitation", actor=ANONYMOUS.label, at=now)


def withdraw_invitation(*, actor, user_id: int, why: str, now: datetime) -> None:
    """Withdraw the invitation of somebody who never came: the link opens nothing any more and the appointments end. By
    whoever may end all of them. Raises PermissionDenied, Refused (`came`, `not_all`, `no_reason`) and User.DoesNotExist.
    """
    if not why.strip():
        raise Refused("no_reason", gettext("Say in a few words why; it stays in the history."))
    with transaction.atomic():
        user, appointments = _lock_invited(actor, user_id, now)
        if not all(rights.may_change_appointment(actor, one) for one in appointments):
            raise Refused(
                "not_all",
                gettext("Others appointed this person too. End your own appointment, or ask the coordinator."),
            )
        for one in appointments:
            end_appointment(actor=actor, appointment_id=one.pk, why=why, now=now)
        append_entry(stream=f"user:{user.pk}", act="withdraw_invitation", actor=actor.label, at=now)


def _mail_link(
    user: User, appointment: Appointment, nonce: UUID, *, by_id: int | None, once: str, now: datetime
) -> None:
    queue_mail(
        template="appointed",
        address=user.email,
        language=user.language,
        user_id=user.pk,
        stream=f"user:{user.pk}",
        once=once,
        facts={
            "part": rights.find_part(appointment).value,
            "unit": find_names_of_unit(appointment),
            "nonce": str(nonce),
            "days": LASTS.days,
            "by": by_id,
        },
        now=now,
    )


def _lock_invited(actor, user_id: int, now: datetime) -> tuple[User, list[Appointment]]:
    """Return the person and its appointments, those first that the actor may change."""
    wait_for_turn(f"user:{user_id}")
    user = User.objects.get(pk=user_id)
    rows = list_appointments_of_person(user_id, now)
    mine = [one for one in rows if rights.may_change_appointment(actor, one)]
    if not mine:
        raise PermissionDenied
    if user.has_usable_password():
        raise Refused("came", gettext("%(name)s has set a password and can sign in.") % {"name": user.name})
    return user, mine + [one for one in rows if one not in mine]
