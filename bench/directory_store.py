"""A large directory for measuring: the reference desks several times over under numbered offices, with people and rotas."""

from datetime import UTC, date, datetime, time, timedelta

from django.core.management import call_command
from django.db import connection

from landsea.accounts.models import User
from landsea.directory.models import Appointment, Contact, Desk, Evidence, Leave, Office, Role, RotaTurn
from landsea.directory.reference_mapping import name_tokens

SINCE = datetime(2024, 1, 1, tzinfo=UTC)
MONDAY, LEAVE = date(2024, 1, 1), date(2026, 11, 20)
EVIDENCE = ("changed", "confirmed", "answered", "answered", "missed", "confirmed")


def fill(wanted: int) -> list[Desk]:
    """Fill the configured database up to so many desks, unless it is, and return them with their offices."""
    call_command("migrate", verbosity=0, interactive=False)
    if Desk.objects.count() < wanted:
        call_command("load_reference", verbosity=0)
        _copy(wanted)
        _people()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    return list(Desk.objects.select_related("office", "office__place").order_by("code")[:wanted])


def _copy(wanted: int) -> None:
    reference = list(Desk.objects.select_related("office").exclude(code=Desk.COORDINATOR).order_by("code"))
    offices = {desk.office_id: desk.office for desk in reference}
    missing, number = wanted - Desk.objects.count(), 1
    while missing > 0:
        number += 1
        copies = {pk: _office(office, number) for pk, office in offices.items()}
        Office.objects.bulk_create(copies.values(), batch_size=500)
        desks = [_desk(desk, copies[desk.office_id], number) for desk in reference[:missing]]
        Desk.objects.bulk_create(desks, batch_size=1000)
        missing -= len(desks)


def _office(office: Office, number: int) -> Office:
    fields = {
        name: getattr(office, name)
        for name in (
            "country",
            "host_country",
            "kind",
            "seat",
            "languages",
            "time_zone",
            "subdivision",
            "weekend",
            "hours",
            "source",
            "grade",
            "place_id",
        )
    }
    names = {language: f"{name} {number}" for language, name in office.names.items()}
    return Office(code=f"{office.code}-{number}", names=names, name_tokens=name_tokens(names), **fields)


def _desk(desk: Desk, office: Office, number: int) -> Desk:
    names = {language: f"{name} {number}" for language, name in desk.names.items()}
    tokens = name_tokens(names) + office.name_tokens
    unit, _, rest = desk.code.partition(".")
    return Desk(
        code=f"{unit}-{number}.{rest}",
        office=office,
        names=names,
        name_tokens=tokens,
        source=desk.source,
        grade=desk.grade,
    )


def _people() -> None:
    """Give every desk a holder and a deputy with contacts and evidence, every seventeenth of them leave, and every tenth desk
    a rota of both, week about.
    """
    desks = list(Desk.objects.order_by("pk"))
    pairs = [(desk, role) for desk in desks for role in (Role.HOLDER, Role.DEPUTY)]
    users = [
        User(email=f"{role}-{desk.pk}@bench.example.org", name=f"Bench {desk.pk}", is_demo=True, password="!")
        for desk, role in pairs
    ]
    User.objects.bulk_create(users, batch_size=2000)
    Appointment.objects.bulk_create(
        [
            Appointment(user=user, role=role, desk=desk, starts_at=SINCE)
            for (desk, role), user in zip(pairs, users, strict=True)
        ],
        batch_size=2000,
    )
    Leave.objects.bulk_create(
        Leave(user=user, first_day=LEAVE, last_day=LEAVE + timedelta(days=13)) for user in users[::17]
    )
    contacts = [
        Contact(desk=desk, user=user, name=user.name, email=user.email, part=role, is_demo=True)
        for (desk, role), user in zip(pairs, users, strict=True)
    ]
    Contact.objects.bulk_create(contacts, batch_size=2000)
    Evidence.objects.bulk_create(
        (
            Evidence(contact=contact, kind=kind, at=SINCE + timedelta(days=30 * number + place % 29))
            for place, contact in enumerate(contacts)
            for number, kind in enumerate(EVIDENCE if place % 50 else (*EVIDENCE, "bounced"))
        ),
        batch_size=5000,
    )
    RotaTurn.objects.bulk_create(
        RotaTurn(
            desk_id=contact.desk_id,
            contact=contact,
            first_day=MONDAY.replace(day=1 + 7 * (place % 2)),
            begins=time(8),
            days=7,
            ends=time(8),
            every_weeks=2,
        )
        for place, contact in enumerate(contacts)
        if place // 2 % 10 == 0
    )
