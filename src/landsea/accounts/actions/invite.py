"""Invites somebody who cannot sign in yet, takes an invitation back, and lets the invited person in."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from landsea.accounts import access
from landsea.accounts.invitation_links import INVITATION_LINKS
from landsea.accounts.models import Invitation, User
from landsea.base.audit.actions.append import append_entry
from landsea.base.contributions import Slot
from landsea.base.jobs.turns import wait_for_turn

LASTS = timedelta(days=14)
"""How long a mailed invitation opens its page: over a week of holidays, and no longer."""
INVITE_ON_REQUEST: Slot[Callable[[int, datetime], None]] = Slot(
    "what sends a link to somebody, by the account's number, who never set a password and asks for one"
)


def invite_person(user_id: int, *, by_id: int | None, now: datetime, lasts: timedelta = LASTS) -> Invitation:
    """Make a new invitation from `now` (aware) on, inside the caller's transaction; an earlier one opens nothing any more.
    Whoever calls asks for the right, sends the mail and writes the audit row.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An invitation is made in the transaction of the act that it belongs to.")
    User.objects.select_for_update().get(pk=user_id)
    withdraw_invitations(user_id, now=now)
    return Invitation.objects.create(
        user_id=user_id, by_id=by_id, sent_at=now, expires_at=now + lasts, **INVITATION_LINKS.new_link()
    )


def keep_or_invite(user_id: int, *, by_id: int | None, now: datetime) -> Invitation:
    """Return the invitation that is open already, good for the whole time again, or make one. Whoever is appointed at four
    desks gets four mails, and the link in each of them has to work.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An invitation is made in the transaction of the act that it belongs to.")
    User.objects.select_for_update().get(pk=user_id)
    open_ones = Invitation.objects.filter(user_id=user_id, used_at=None, withdrawn_at=None, expires_at__gt=now)
    kept = open_ones.first()
    if kept is None:
        return invite_person(user_id, by_id=by_id, now=now)
    kept.expires_at = max(kept.expires_at, now + LASTS)
    kept.save(update_fields=["expires_at"])
    return kept


def withdraw_invitations(user_id: int, *, now: datetime) -> int:
    """Let the links of this person open nothing any more; return how many did."""
    return Invitation.objects.filter(user_id=user_id, used_at=None, withdrawn_at=None).update(withdrawn_at=now)


def note_lapse_told(invitation_ids: Iterable[int], *, now: datetime) -> set[int]:
    """Put down that it is told that these invitations have lapsed; return those of which it was not told before. Inside the
    caller's transaction, which locks them.
    """
    rows = Invitation.objects.select_for_update().filter(pk__in=list(invitation_ids), lapse_told_at=None)
    fresh = set(rows.values_list("pk", flat=True))
    Invitation.objects.filter(pk__in=fresh).update(lapse_told_at=now)
    return fresh


def accept_invitation(secret: str, password: str, *, now: datetime, language: str | None = None) -> User | None:
    """Set the password of the person behind a link, which is used up by it; None when the link opens nothing any more.
    The password was looked at by the form. `language` is what the person chose to read pages in, if anything: from now on
    it is that of the account and its mails, whatever the one who appointed took it for.
    """
    digest = make_password(password)  # takes a moment: before anything is locked
    with transaction.atomic():
        found = access.find_invitation_with_secret(secret, now)
        if found is None:
            return None
        user = User.objects.select_for_update().get(pk=found.user_id)
        used = Invitation.objects.filter(pk=found.pk, used_at=None, withdrawn_at=None).update(used_at=now)
        if not used:
            return None
        user.password = digest
        user.language = language or user.language
        user.save(update_fields=["password", "language"])
        wait_for_turn(f"user:{user.pk}")
        append_entry(stream=f"user:{user.pk}", act="accept_invitation", actor=f"user:{user.pk}", at=now)
    return user
