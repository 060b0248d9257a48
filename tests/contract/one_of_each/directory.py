"""The directory's people: contacts, appointments, leave, a link to confirm, corrections, sheets, work handed over.

Handing over takes rights away, so that happens at two more desks of the same office, between people of no other part.
"""

import uuid
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from landsea.accounts.invitation_links import INVITATION_LINKS
from landsea.accounts.models import Invitation, User
from landsea.base.corrections.models import Correction
from landsea.base.ui.sheets.cells import write_csv
from landsea.base.ui.sheets.sheet_reader import read_upload
from landsea.cases.actions.hand_desk_over import hand_desk_over
from landsea.cases.actions.hand_over import hand_over
from landsea.cases.tests.world import LONG_AGO
from landsea.cases.tests.world_rows import FACT
from landsea.directory.actions.apply_sheet import hold_sheet
from landsea.directory.actions.appoint import appoint_person
from landsea.directory.actions.ask import ask_contact
from landsea.directory.actions.end_appointment import end_appointment
from landsea.directory.actions.leave import take_leave
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.actions.suggest_correction import suggest_correction
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.models import (
    Appointment,
    Competence,
    ConfirmationLink,
    Contact,
    Desk,
    DutyShift,
    OfficeTelephone,
    Role,
)
from landsea.directory.sheets.columns import BY_KIND
from landsea_core.appointing import Part

TELEPHONE = {"code": "demo", "number": "+8600", "display": "+86 00", "kind": "switchboard", "whose": "own"} | FACT


def make(world, now: datetime) -> dict:
    """Name the holder and the deputy as contacts, ask one, take leave, correct a desk, hold a sheet, hand work over."""
    holder, coordinator, desk = world.people["holder"], world.actor("coordinator"), world.quarantine
    rail = Contact.objects.create(desk=world.rail, name="Rail Demo", email="rail@demo.example.org")
    ask_contact(rail.pk, now=now)
    link = ConfirmationLink.objects.get()
    contact, _deputy = (
        Contact.objects.create(
            desk=desk, user=world.people[part], name=world.people[part].name, email=f"{part}@x.example"
        )
        for part in ("holder", "deputy")
    )
    day = now.date() + timedelta(days=20)
    leave = take_leave(
        actor=world.actor("head"),
        user_id=holder.pk,
        first_day=day,
        last_day=day,
        stand_in_id=world.people["deputy"].pk,
        note="",
        now=now,
    )
    suggest_correction(
        desk_id=desk.pk, text="The number is old.", email="", form_key=uuid.uuid4(), actor=coordinator, now=now
    )
    begins = now + timedelta(days=10)
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=begins, ends_at=begins + timedelta(hours=8))
    leave_desk_to_nobody(world.rail.office)
    code, of_contact = {"code": desk.code}, {"contact_id": contact.pk}
    return {
        **dict.fromkeys(
            ("desk_page", "desk_sign", "desk_card", "desk_people", "new_contact", "appoint", "desk_duty", "give_duty"),
            code,
        ),
        **dict.fromkeys(("desk_history", "suggest_correction", "hand_desk_over", "remind_desk"), code),
        "office_page": {"code": desk.office.code},
        "act_on_many": {"code": "with_us"},
        "telephone_list": {"form": "csv"},
        "end_appointment_back": {"appointment_id": ended_appointment(world, now).pk},
        **invited(world, now),
        **dict.fromkeys(("appoint_to_part", "unit_options"), {"part": "holder"}),
        "end_appointment": {"appointment_id": Appointment.objects.get(user=world.people["deputy"]).pk},
        "contact": of_contact,
        "contact_act": [of_contact | {"contact_act": act} for act in ("ask", "confirm", "end")],
        "confirm_contact": {"secret": CONFIRMATION_LINKS.secret_of(link.nonce)},
        "contact_confirmed": {"what": "confirmed"},
        "end_leave": {"leave_id": leave.pk},
        "settle_correction": {"correction_id": Correction.objects.latest("pk").pk},
        **dict.fromkeys(("directory_sheet", "directory_sheet_refused"), {"sheet_id": held_sheet(world, now).pk}),
        "directory_export": {"kind": "contacts", "form": "csv"},
        "end_service": {"user_id": world.people["deputy"].pk},
        **handed_over(world, now),
    }


def leave_desk_to_nobody(office) -> None:
    """Add a desk that nobody holds, at an office with a public telephone."""
    Desk.objects.create(code=f"{office.code}.nobody", office=office, names={"en": "Nobody"}, name_tokens=["nobody"])
    OfficeTelephone.objects.create(office=office, **TELEPHONE)
    raise_revision(lock_revision())


def held_sheet(world, now: datetime):
    """Hold a list of contacts that a head sent."""
    rows = [
        ["Desk", "Name", "E-mail", "Telephone"],
        [world.quarantine.code, "New Demo", "new@demo.example.org", "+00 3"],
    ]
    read = read_upload(SimpleUploadedFile("people.csv", write_csv(rows).encode()), BY_KIND["contacts"])
    return hold_sheet(
        actor=world.actor("head"), kind="contacts", sheet=read, name="people.csv", is_whole=False, now=now
    )


def handed_over(world, now: datetime) -> dict:
    """Hand work over between two people of one more desk, and that desk's work to another one."""
    head, office = world.actor("head"), world.quarantine.office
    second, third = (
        Desk.objects.create(code=f"{office.code}.{name}", office=office, names={"en": name})
        for name in ("second", "third")
    )
    people = [
        appoint_person(
            actor=head,
            part=Part(role),
            unit_id=second.pk,
            name=name,
            email=f"{name.lower()}@demo.example.org",
            language="en",
            why="new",
            now=now,
        )
        for name, role in (("Giver", "holder"), ("Taker", "deputy"))
    ]
    User.objects.filter(pk__in=[one.user_id for one in people]).update(password="set, and never asked for in a test")
    of_people = hand_over(
        actor=head,
        giver_id=people[0].user_id,
        taker_id=people[1].user_id,
        desk_ids=[second.pk],
        why="rotation",
        now=now,
    )
    of_desks = hand_desk_over(actor=head, giver_id=second.pk, taker_code=third.code, why="one desk", now=now)
    return {
        **dict.fromkeys(("handover", "take_back"), {"handover_id": of_people.pk}),
        **dict.fromkeys(("desk_handover", "take_desk_back"), {"handover_id": of_desks.pk}),
    }


def ended_appointment(world, now: datetime) -> Appointment:
    """End an appointment that its head may let go on again."""
    head = world.actor("head")
    row = appoint_person(
        actor=head,
        part=Part.DEPUTY,
        unit_id=world.quarantine.pk,
        **person("Gone"),
        why="new",
        now=now - timedelta(minutes=2),
    )
    return end_appointment(actor=head, appointment_id=row.pk, why="moved on", now=now - timedelta(minutes=1))


def invited(world, now: datetime) -> dict:
    """Appoint somebody who has not come yet."""
    row = appoint_person(
        actor=world.actor("head"),
        part=Part.DEPUTY,
        unit_id=world.quarantine.pk,
        **person("Invited"),
        why="new",
        now=now,
    )
    invitation = Invitation.objects.get(user=row.user)
    return {
        **dict.fromkeys(("invite_again", "withdraw_invitation"), {"user_id": row.user_id}),
        "invitation": {"secret": INVITATION_LINKS.secret_of(invitation.nonce)},
    }


def person(name: str) -> dict[str, str]:
    """Return how somebody is named to an appointment."""
    return {"name": name, "email": f"{name.lower()}@demo.example.org", "language": "en"}


def another_desk(world, number: int) -> Desk:
    """Return one more desk of the quarantine's office, made when it is first asked for, with somebody who holds it."""
    office = world.quarantine.office
    desk, is_new = Desk.objects.get_or_create(
        code=f"{office.code}.more{number}",
        defaults={"office": office, "names": {"en": f"Desk {number}"}, "name_tokens": ["desk", str(number)]},
    )
    if is_new:
        user = User.objects.create_user(f"more{number}@demo.example.org", name=f"Holder {number}")
        Appointment.objects.create(user=user, role=Role.HOLDER, desk=desk, starts_at=LONG_AGO)
        Contact.objects.create(desk=desk, user=user, name=user.name, email=user.email)
        Competence.objects.create(desk=desk, topic="sps_tbt", country="CN")
        raise_revision(lock_revision())
    return desk


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another desk of the office, contact and deputy of the desk, day of leave, shift, correction."""
    another_desk(world, number)
    desk, head = world.quarantine, world.actor("head")
    user = User.objects.create_user(f"deputy{number}@demo.example.org", name=f"Deputy {number}")
    Appointment.objects.create(user=user, role=Role.DEPUTY, desk=desk, starts_at=LONG_AGO)
    contact = Contact.objects.create(desk=desk, user=user, name=user.name, email=user.email)
    ask_contact(contact.pk, now=now)
    appoint_person(actor=head, part=Part.DEPUTY, unit_id=desk.pk, **person(f"Invited{number}"), why="new", now=now)
    begins = now + timedelta(days=number)
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=begins, ends_at=begins + timedelta(hours=8))
    day, stand_in = now.date() + timedelta(days=30 + number), world.people["deputy"].pk
    take_leave(
        actor=head,
        user_id=world.people["holder"].pk,
        first_day=day,
        last_day=day,
        stand_in_id=stand_in,
        note="",
        now=now,
    )
    sent = {"text": f"Fault {number}.", "email": "", "form_key": uuid.uuid4(), "address": f"10.1.{number}.1"}
    suggest_correction(desk_id=desk.pk, **sent, actor=head, now=now)
