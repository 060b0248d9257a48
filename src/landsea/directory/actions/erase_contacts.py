"""Erases people out of the directory: current contacts leave it first, then what is known of each is taken out of the rows and
out of the history of changes. That somebody answered for a desk, and when, stays.
"""

from datetime import datetime

from django.db.models import QuerySet

from landsea.directory.actions.change_contact import end_contact
from landsea.directory.models import Change, Contact, DutyShift, RotaTurn

NOBODY = {
    "name": "",
    "names": {},
    "email": "",
    "phone": "",
    "duty_phone": "",
    "languages": [],
    "quiet_from": None,
    "quiet_until": None,
    "user": None,
}
ACTS = ("add_contact", "change_contact", "correct_by_link", "end_contact")
"""Changes whose `row` is a contact."""


def erase_contacts(rows: QuerySet[Contact], now: datetime) -> int:
    """Empty these contacts; those who are still in the directory leave it."""
    found = list(rows)
    for contact in found:
        if contact.ended_at is None:
            end_contact(contact_id=contact.pk, why="", by_user=None, by="person", now=now)
    numbers = [contact.pk for contact in found]
    for change in Change.objects.filter(kind="contact", row__in=numbers, act__in=ACTS):
        Change.objects.filter(pk=change.pk).update(before=_without(change.before), after=_without(change.after))
    for duty in (DutyShift, RotaTurn):
        duty.objects.filter(contact__in=numbers).update(phone="")
    return Contact.objects.filter(pk__in=numbers).update(**NOBODY)


def _without(fields: dict) -> dict:
    """Return the changed fields with their values taken out: which fields they were stays."""
    return {name: "" if name in NOBODY else value for name, value in fields.items()}
