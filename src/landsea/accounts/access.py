"""Reads of invitations: the one behind a mailed link, and the open ones of people. Whoever shows them asks first who looks."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import F

from landsea.accounts.models import Invitation, User
from landsea.base.secret_links import compute_digest


def find_invitation_with_secret(secret: str, now: datetime) -> Invitation | None:
    """Return the invitation that this secret opens at `now` (aware), with its person; None for a foreign, used, old or
    withdrawn one, and where the account was closed.
    """
    return (
        Invitation.objects.select_related("user")
        .filter(
            digest=compute_digest(secret), used_at=None, withdrawn_at=None, expires_at__gt=now, user__is_active=True
        )
        .first()
    )


def open_invitations(user_ids: Iterable[int]) -> dict[int, Invitation]:
    """Return the invitation of each of these people that is neither used nor withdrawn, also one that is too old."""
    rows = Invitation.objects.filter(user_id__in=list(user_ids), used_at=None, withdrawn_at=None)
    return {row.user_id: row for row in rows}


def find_last_invitation(user_id: int) -> Invitation | None:
    """Return the newest invitation of somebody, whatever became of it."""
    return Invitation.objects.filter(user_id=user_id).order_by("sent_at", "pk").last()


def list_invitations_ending(after: datetime, before: datetime, *, lasting: timedelta) -> list[Invitation]:
    """Return invitations, with their people, that nobody has used and whose links open nothing any more from some moment in
    (`after`, `before`] (aware) on; of those that were sent for at least `lasting`. Of closed accounts none.
    """
    rows = Invitation.objects.filter(used_at=None, withdrawn_at=None, expires_at__gt=after, expires_at__lte=before)
    rows = rows.filter(user__is_active=True, expires_at__gte=F("sent_at") + lasting)
    return list(rows.select_related("user").order_by("expires_at", "pk"))


def find_people_with_addresses(addresses: Iterable[str]) -> dict[str, User]:
    """Return people by the address of their account, which is kept in lower case."""
    return {user.email: user for user in User.objects.filter(email__in=[one.strip().lower() for one in addresses])}


def name_account(user_id: int) -> str:
    """Return the name of whose account this is; empty for one that is not there, or erased."""
    return User.objects.filter(pk=user_id).values_list("name", flat=True).first() or ""
