"""Erases what is kept about a person, and closes accounts. What stays, and why, each table says itself (`stays`)."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from landsea.accounts.actions.end_sessions import end_sessions
from landsea.accounts.models import User
from landsea.accounts.models.user import CLOSED
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.personal_data import Subject, list_tables_about
from landsea.base.refusal import Refused
from landsea.directory.actions.end_appointment import end_appointment
from landsea.directory.models import Appointment, Change
from landsea.privacy.access import find_subject_of_account, has_account


def erase_data(subject: Subject, *, now: datetime) -> dict[str, int]:
    """Erase what is kept about an address or the filer of a case, and return how many rows of which kind. Raises Refused
    (`account`) for an address that somebody signs in with: its owner closes the account, so that nobody with a look into a
    mailbox can end somebody's work.
    """
    if subject.address and has_account(subject.address):
        raise Refused(
            "account",
            gettext("Somebody signs in with this address. Sign in, and close the account on the page “My data”."),
        )
    with transaction.atomic():
        return _erase_tables(subject, now)


def close_account(actor: Actor, *, now: datetime) -> dict[str, int]:
    """Lay down every appointment, erase what is kept about whoever is signed in and their address, and close the account for
    good. The caller has asked for the password (`ClosingForm`). Raises Refused: `last_coordinator`.
    """
    user = User.objects.get(pk=actor.user_id)
    with transaction.atomic():
        subject = find_subject_of_account(actor)
        held = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user=user).order_by("pk")
        for appointment in held.values_list("pk", flat=True):
            why = gettext("The account was closed by its owner.")
            end_appointment(actor=actor, appointment_id=appointment, why=why, now=now)
        erased = _erase_tables(subject, now)
        _take_name_out_of_history(user)
        end_sessions(user.pk, now=now, close_account=True)
        Authenticator.objects.filter(user=user).delete()
        EmailAddress.objects.filter(user=user).delete()
        closed = {"name": "", "email": f"closed-{user.pk}{CLOSED}", "password": make_password(None)}
        User.objects.filter(pk=user.pk).update(**closed, last_login=None)
    return erased


def _erase_tables(subject: Subject, now: datetime) -> dict[str, int]:
    wait_for_turn(subject.stream)
    erased = {}
    for table in list_tables_about(subject):
        if table.erase is not None:
            number = table.erase(table.rows_about(subject), now)
            erased |= {table.kind: number} if number else {}
    stream = subject.stream
    if subject.case_id is None:  # a case has noted it in its own stream
        append_entry(stream=stream, act="erase_data", actor="person", at=now, facts={"rows": erased})
    return erased


def _take_name_out_of_history(user: User) -> None:
    """Take the name out of the directory's lines about appointments; that somebody was appointed stays."""
    mine = list(Appointment.objects.filter(user=user).values_list("pk", flat=True))
    acts = ("appoint", "appoint_again", "end_appointment")
    for change in Change.objects.filter(row__in=mine, act__in=acts, after__has_key="person"):
        Change.objects.filter(pk=change.pk).update(after=change.after | {"person": ""})
