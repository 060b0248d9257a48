"""Makes the demonstration's people: contacts at every desk, accounts for a part of them, a duty roster at the border.

Running it again adds what is missing and changes nobody; it never touches people who are not demo people.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from landsea.directory.models import (
    ConfirmationRequest,
    Contact,
    Desk,
    DutyShift,
    Evidence,
    Office,
    Role,
)
from landsea_core.contacts import Rung
from landsea_demo import cast
from landsea_demo.accounts import IN_OFFICE_SINCE, DemoAccounts
from landsea_demo.signins import SignIn, read_kept_password, write_signins

ROSTER_WEEKS = 8
SHIFT_BEGINS = time(8)


class NoDemo(Exception):
    """Demo people were asked for where they may not be, or before there are desks for them."""


def create_demo_people(now: datetime) -> list[SignIn]:
    """Make the demo people at `now` (aware) and write their sign-ins below VAR; return them.

    Raises NoDemo where LANDSEA_DEMO is not set (their password lies in a file) and while no desk is loaded.
    """
    if not settings.DEMO:
        raise NoDemo("Demo people are made only in a demonstration: set LANDSEA_DEMO=yes.")
    desks = list(Desk.objects.filter(retired_at=None).select_related("office").order_by("code"))
    if not desks:
        raise NoDemo("There are no desks yet: run `landsea load-reference` first.")
    folder = Path(settings.VAR)
    accounts = DemoAccounts(read_kept_password(folder), now)
    casting = cast.Casting()
    with transaction.atomic():
        contacts = _contacts(desks, casting, now)
        _desk_accounts(desks, contacts, accounts)
        _other_accounts(casting, accounts)
        _roster(desks, contacts, now)
    write_signins(folder, accounts.signins)
    return accounts.signins


def _contacts(desks: Iterable[Desk], casting: cast.Casting, now: datetime) -> dict[tuple[int, str], Contact]:
    """Make a holder and a deputy for every desk that lacks them; return all by desk id and part."""
    known = {
        (contact.desk_id, contact.email.partition("@")[0]): contact for contact in Contact.objects.filter(is_demo=True)
    }
    missing = {}
    for desk in desks:
        for part in ("holder", "deputy"):
            person = casting.person(desk.office.country, part, desk.code)
            if (desk.pk, part) not in known:
                missing[desk.pk, part] = Contact(
                    desk=desk,
                    name=person.name,
                    names=person.names,
                    email=person.email,
                    phone=person.phone,
                    duty_phone=f"{person.phone} 99" if desk.code in cast.BORDER_DESKS else "",
                    languages=desk.office.languages,
                    part=part,
                    is_demo=True,
                    added_at=now - IN_OFFICE_SINCE,
                )
    Contact.objects.bulk_create(missing.values(), batch_size=1000)
    _evidence(missing, now)
    return known | missing


def _evidence(made: dict[tuple[int, str], Contact], now: datetime) -> None:
    """Let most of them have confirmed within the last weeks, a few be due, and one be lost: a demonstration of all."""
    rows = []
    for number, contact in enumerate(made.values()):
        days = 3 + number * 7 % 25
        if contact.desk.code not in cast.BORDER_DESKS:
            days = 95 if number % 200 == 199 else 3 + number * 7 % 80
        rows.append(_fact(contact, "confirmed", now - timedelta(days=days)))
    lost = next((contact for contact in made.values() if contact.desk.code == cast.LOST_AT), None)
    if lost is not None:
        rows.append(_fact(lost, "bounced", now - timedelta(hours=5)))
        ConfirmationRequest.objects.create(
            contact=lost, asked_at=now - timedelta(days=35), rung=Rung.COORDINATOR, next_at=None
        )
    Evidence.objects.bulk_create(rows, batch_size=2000)


def _fact(contact: Contact, kind: str, at: datetime) -> Evidence:
    return Evidence(contact=contact, kind=kind, at=at, note="made up for the demonstration")


def _desk_accounts(desks: Iterable[Desk], contacts: dict, accounts: DemoAccounts) -> None:
    by_code = {desk.code: desk for desk in desks}
    for code in (Desk.COORDINATOR, *cast.BORDER_DESKS, *cast.OTHER_DESKS):
        desk = by_code.get(code)
        if desk is None:
            continue
        for part, role in (("holder", Role.HOLDER), ("deputy", Role.DEPUTY)):
            contact = contacts[desk.pk, part]
            person = cast.Person(contact.name, contact.names, contact.email, contact.phone)
            user = accounts.add(person, desk.office.country, desk.office.time_zone, role, desk=desk)
            if contact.user_id != user.pk:
                Contact.objects.filter(pk=contact.pk).update(user=user)


def _other_accounts(casting: cast.Casting, accounts: DemoAccounts) -> None:
    offices = {office.code: office for office in Office.objects.filter(retired_at=None)}
    parts = (
        ("head", Role.HEAD, cast.HEADED_OFFICES),
        ("clerk", Role.ASSOCIATION, cast.ASSOCIATIONS),
        ("observer", Role.OBSERVER, cast.MISSIONS),
    )
    for part, role, codes in parts:
        for office in (offices[code] for code in codes if code in offices):
            person = casting.person(office.country, part, office.code)
            accounts.add(person, office.country, office.time_zone, role, office=office)
    accounts.add(casting.person("CN", "operator", "landsea"), "", "Asia/Shanghai", Role.OPERATOR)
    accounts.add(casting.person("CN", "editor", "landsea"), "", "Asia/Shanghai", Role.EDITOR)


def _roster(desks: Iterable[Desk], contacts: dict, now: datetime) -> None:
    """Give each border desk one person on duty a week, holder and deputy in turn, from this week on."""
    border = [desk for desk in desks if desk.code in cast.BORDER_DESKS]
    taken = set(DutyShift.objects.filter(desk__in=border).values_list("desk_id", "starts_at"))
    shifts = []
    for desk in border:
        zone = ZoneInfo(desk.office.time_zone)
        today = now.astimezone(zone).date()
        monday = today - timedelta(days=today.weekday() or 7)
        for week in range(ROSTER_WEEKS + 1):
            begins = datetime.combine(monday + timedelta(weeks=week), SHIFT_BEGINS, zone)
            ends = datetime.combine(monday + timedelta(weeks=week + 1), SHIFT_BEGINS, zone)
            part = ("holder", "deputy")[begins.isocalendar().week % 2]
            if (desk.pk, begins) not in taken:
                shifts.append(DutyShift(desk=desk, contact=contacts[desk.pk, part], starts_at=begins, ends_at=ends))
    DutyShift.objects.bulk_create(shifts)
