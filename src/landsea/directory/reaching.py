"""Where somebody who has duty is reached besides by mail: the telephone of the duty or their own, and the way to try first.

For the platform's own acts: no page shows it without asking `access` first. Made-up people have no telephone that rings.
"""

from dataclasses import dataclass
from datetime import datetime

from landsea.directory.models import Contact, DutyShift, RotaTurn
from landsea.directory.rosters import Person
from landsea.directory.shift_mapping import make_repeating_shift


@dataclass(frozen=True)
class Reach:
    """`phone` as the world dials it, empty for none; `first_way` is a channel, empty for the usual order."""

    phone: str = ""
    first_way: str = ""


def write_dialled_number(typed: str, country: str) -> str:
    """Return a telephone number as the world dials it (E.164), read as one of this country where it names none; empty for
    what is no number that could exist.

    >>> write_dialled_number("020 5550 0000", "LA")
    '+8562055500000'
    """
    if not typed.strip():
        return ""
    import phonenumbers  # here, since few acts ask for it and it takes long to load

    try:
        found = phonenumbers.parse(typed, country or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(found):
        return ""
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def find_reach(desk, person: Person, at: datetime) -> Reach:
    """Return where this person of a desk (with office) is reached at `at` (aware): by what goes with the duty that runs
    then, else by their own contact.
    """
    contact = Contact.objects.filter(pk=person.contact_id, ended_at=None).first() if person.contact_id else None
    if contact is None:
        return Reach()
    duty = _duty_at(desk, contact, at)
    typed = (duty.phone if duty else "") or contact.duty_phone or contact.phone
    phone = "" if contact.is_demo else write_dialled_number(typed, desk.office.country)
    return Reach(phone, duty.first_way if duty else "")


def _duty_at(desk, contact: Contact, at: datetime) -> DutyShift | RotaTurn | None:
    """Return the shift, else the turn of the rota, by which this contact has duty at this instant."""
    shift = DutyShift.objects.filter(desk=desk, contact=contact, starts_at__lte=at, ends_at__gt=at).first()
    if shift is not None:
        return shift
    zone = desk.office.time_zone
    for row in RotaTurn.objects.filter(desk=desk, contact=contact).order_by("-first_day", "-id"):
        turn = make_repeating_shift("", row.first_day, row.begins, row.days, row.ends, zone, row.every_weeks, row.until)
        if turn.turn_at(at) is not None:
            return row
    return None
