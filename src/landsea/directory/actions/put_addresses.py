"""Puts public addresses of offices at desks that nobody is at, many at once; each is asked whether it is the right desk.

Nothing is sent here: the round that asks contacts (`ask.ask_due_contacts`) takes a few new ones at a time, so that a list of
hundreds does not become hundreds of mails in one minute.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.directory.models import Change, Contact, Desk
from landsea.directory.models.names import name_in

WHY = "public address of the office, asked whether it is the right desk"


@dataclass(frozen=True)
class AddressToAsk:
    """A desk and a public address at which it may be reached."""

    desk: Desk
    email: str


def put_addresses(*, actor, rows: Iterable[AddressToAsk], now: datetime) -> int:
    """Put these addresses at their desks (with office) at `now` (aware); return how many were new there. The same list again
    adds nothing. Raises PermissionDenied.
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    return sum(_put_address(row, actor, now) for row in rows)


def _put_address(row: AddressToAsk, actor, now: datetime) -> bool:
    with transaction.atomic():
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(pk=row.desk.pk)
        if Contact.objects.filter(desk=desk, email__iexact=row.email, ended_at=None).exists():
            return False
        contact = Contact.objects.create(
            desk=desk,
            name=name_in(desk.names, "en")[:120],
            email=row.email,
            languages=desk.office.languages,
            added_at=now,
            is_demo=desk.is_demo,
        )
        after = {"name": contact.name, "email": contact.email}
        Change.objects.create(
            kind="contact",
            row=contact.pk,
            desk=desk,
            act="add_contact",
            after=after,
            why=WHY,
            by_id=actor.user_id,
            at=now,
        )
        facts = {"contact": contact.pk, "fields": sorted(after)}
        append_entry(stream=f"desk:{desk.pk}", act="add_contact", actor=actor.label, at=now, facts=facts)
    return True
