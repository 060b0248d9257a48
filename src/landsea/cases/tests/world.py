"""A small world for tests: the coordinator's desk, three desks of three offices, and one person of every kind.

`make_world()` brings it, `world.file(...)` files a case in it, `world.client(person)` is a browser in which that person
has signed in with a second factor. Any app's tests may use it; the names here are the cast of the permission matrix.
"""

import pickle
import time as clock
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import cache
from unittest.mock import patch

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.core.cache import cache as limits
from django.db import transaction
from django.test import Client
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.actors import ANONYMOUS, Actor, make_filer
from landsea.base.tests.copied_rows import Rows, copy_in, rows_written_by
from landsea.cases import mapping
from landsea.cases.actions.file import Filed, file_case, make_form_key
from landsea.cases.filing_plan import Filing
from landsea.cases.models import AssociationMember
from landsea.cases.tests.world_rows import (
    write_desk,
    write_member,
    write_office,
    write_places,
    write_topics,
    write_user,
)
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.actors import make_actor
from landsea.directory.models import (
    Appointment,
    Competence,
    Contact,
    Desk,
    DutyShift,
    Office,
    Role,
    RotaTurn,
)
from landsea_core.caseflow import Visibility

AUTHENTICATED_USER = "account_authentication_methods_user"
"""Where the library of sign-ins says in a session whose its proofs are."""
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
CAST = (
    "anonymous",
    "stranger",
    "holder",
    "deputy",
    "head",
    "other_holder",
    "observer",
    "clerk",
    "other_clerk",
    "operator",
    "editor",
    "coordinator",
)
"""All parts in this world that somebody may play, and nobody in particular."""
DURIAN = "Two lorries of durian wait at Mohan. The plant quarantine does not accept our laboratory report."


@dataclass
class World:
    """What `make_world` made. People are keyed by their part: holder, deputy, head, other_holder (an officer of the
    other country), coordinator, observer (read-only diplomat of Viet Nam), clerk, other_clerk (chambers), operator, editor,
    stranger (an account without any appointment).
    """

    coordinator: Desk
    quarantine: Desk
    border: Desk
    rail: Desk
    chamber: Office
    other_chamber: Office
    member: AssociationMember
    other_member: AssociationMember
    people: dict[str, User] = field(default_factory=dict)

    def add_secretariat(self) -> None:
        """Appoint a head of the coordinator's office, whom silence calls after the coordinator."""
        _appoint(self, "secretariat", Role.HEAD, office=self.coordinator.office)

    def actor(self, part: str, now: datetime | None = None) -> Actor:
        """Return what this person may be now; `anonymous` for nobody in particular."""
        return ANONYMOUS if part == "anonymous" else make_actor(self.people[part], now or timezone.now())

    def client(self, part: str = "anonymous", **headers: str) -> Client:
        """Return a browser in which this person has signed in."""
        client = Client(headers=headers)
        if part != "anonymous":
            client.force_login(self.people[part])
            session = client.session
            session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": clock.time()}]
            session[AUTHENTICATED_USER] = str(self.people[part].pk)
            session.save()
        return client

    def file(self, text: str = DURIAN, *, now: datetime | None = None, actor: Actor = ANONYMOUS, **fields) -> Filed:
        """File a case; unless said otherwise about plant quarantine at Mohan, so that `quarantine` is accountable."""
        about = {
            "visibility": Visibility.NAMED,
            "topic": "sps_tbt",
            "matter": "plant_health",
            "place_code": "CNMHN",
            "country": "CN",
            "filer_country": "VN",
            "goods": "fresh durian",
            "hs": "081060",
            "name": "Nguyen Thi Demo",
            "party": "Demo Fruit",
            "email": "filer@demo.example.org",
            "form_key": make_form_key(),
        }
        return file_case(Filing(text=text, **(about | fields)), actor=actor, now=now or timezone.now())

    def filer(self, filed: Filed) -> Actor:
        """Return the actor behind the secret link of a filed case."""
        return make_filer(filed.case.pk, filed.case.language)


@transaction.atomic
def make_world() -> World:
    """Bring the world's rows and return it. They are written once a process, which takes ten times as long; so people and desks
    have the same numbers in every test, and what is limited for them is forgotten.
    """
    mapping._coordinator_id.cache_clear()
    limits.clear()
    rows, world = _written_once()
    copy_in(rows)
    raise_revision(lock_revision())
    return pickle.loads(world)


@cache
def _written_once() -> tuple[Rows, bytes]:
    """The world's rows and the world, pickled: each test gets objects of its own. Made now, whatever day a test plays."""
    made = []
    with patch("django.utils.timezone.now", lambda: datetime.now(UTC)):
        rows = rows_written_by(lambda: made.append(_write_world()))
    return rows, pickle.dumps(made[0])


def _write_world() -> World:
    write_topics()
    mohan, huu_nghi, chongqing = write_places()
    coordinator = write_desk(Desk.COORDINATOR, write_office("mechanism", "CN", "coordinator", chongqing), "Coordinator")
    quarantine = write_desk(
        "cn-mohan.quarantine", write_office("cn-mohan", "CN", "customs", mohan), "Plant quarantine, Mohan"
    )
    border = write_desk(
        "vn-huunghi.customs", write_office("vn-huunghi", "VN", "customs", huu_nghi), "Customs, Huu Nghi"
    )
    rail = write_desk(
        "cn-rail.freight", write_office("cn-rail", "CN", "rail_operator", chongqing), "Rail freight, Chongqing"
    )
    Competence.objects.bulk_create(
        [
            Competence(desk=coordinator),
            Competence(desk=quarantine, topic="sps_tbt", country="CN", place="CNMHN"),
            Competence(desk=border, topic="customs_clearance", country="VN"),
            Competence(desk=rail, topic="transport_border", matter="rail", country="CN"),
        ]
    )
    chamber = write_office("vn-chamber", "VN", "chamber", huu_nghi)
    other_chamber = write_office("cn-chamber", "CN", "chamber", chongqing)
    world = World(
        coordinator,
        quarantine,
        border,
        rail,
        chamber,
        other_chamber,
        write_member(chamber, "Demo Dragon Fruit", "VN"),
        write_member(other_chamber, "Demo Machines", "CN"),
    )
    mission = write_office("vn-consulate-kunming", "VN", "consulate", chongqing, host_country="CN")
    _appoint(world, "holder", Role.HOLDER, desk=quarantine)
    _appoint(world, "deputy", Role.DEPUTY, desk=quarantine)
    _appoint(world, "head", Role.HEAD, office=quarantine.office)
    _appoint(world, "other_holder", Role.HOLDER, desk=border)
    _appoint(world, "coordinator", Role.HOLDER, desk=coordinator)
    _appoint(world, "observer", Role.OBSERVER, office=mission)
    _appoint(world, "clerk", Role.ASSOCIATION, office=chamber)
    _appoint(world, "other_clerk", Role.ASSOCIATION, office=other_chamber)
    _appoint(world, "operator", Role.OPERATOR)
    _appoint(world, "editor", Role.EDITOR)
    world.people["stranger"] = write_user("stranger")
    return world


def with_contacts(world: World) -> World:
    """Name the quarantine desk's holder and deputy as its contacts; return the world."""
    for part in ("holder", "deputy"):
        user = world.people[part]
        Contact.objects.create(desk=world.quarantine, user=user, name=user.name, email=user.email)
    return world


def with_rail_holder(world: World) -> World:
    """Put somebody at the rail desk, which has nobody otherwise; return the world."""
    _appoint(world, "rail_holder", Role.HOLDER, desk=world.rail)
    return world


def with_duty(world: World, now: datetime) -> World:
    """Give the quarantine desk's holder, as a contact, a shift tomorrow and a turn of the rota; return the world."""
    holder, desk = world.people["holder"], world.quarantine
    contact = Contact.objects.create(desk=desk, user=holder, name="Holder Demo", email=holder.email)
    tomorrow = now + timedelta(days=1)
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=tomorrow, ends_at=tomorrow + timedelta(days=1))
    RotaTurn.objects.create(desk=desk, contact=contact, first_day=now.date(), begins=time(18), days=1, ends=time(8))
    return world


def _appoint(world: World, part: str, role: Role, **unit) -> None:
    user = write_user(part)
    user.password = "set, and never asked for in a test"
    user.save()
    Appointment.objects.create(user=user, role=role, starts_at=LONG_AGO, **unit)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "for a test"})
    world.people[part] = user


def end_appointment(user: User, at: datetime | None = None) -> None:
    """End all appointments of a person, as a rotation does."""
    Appointment.objects.filter(user=user).update(ends_at=at or timezone.now() - timedelta(seconds=1))
