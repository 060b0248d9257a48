"""Fixtures of the cases app's tests."""

from datetime import time, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from landsea.cases.actions.file import Filed
from landsea.cases.tests.browsing import KEY
from landsea.cases.tests.world import World, make_world
from landsea.directory.models import Appointment, Contact, Desk, DutyShift, Role, RotaTurn
from landsea_core.caseflow import Visibility


@pytest.fixture(autouse=True)
def fresh_folder_and_limits(tmp_path, settings) -> None:
    """Files go to a folder of the test's own; no address has filed, uploaded or tried a link yet."""
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()


@pytest.fixture
def world(db) -> World:
    """The small world of `world.py`."""
    return make_world()


@pytest.fixture
def filed(world) -> Filed:
    """A case of a pseudonymous filer, with its secret."""
    return world.file(visibility=Visibility.PSEUDONYMOUS, name="", party="")


@pytest.fixture
def filer(client, filed) -> Client:
    """A browser that opened the secret link of `filed`."""
    client.get(f"/m/{filed.secret}")
    return client


@pytest.fixture
def typed(world) -> dict:
    """A whole form, as somebody at Mohan would send it."""
    return {
        "key": KEY,
        "text": "Two lorries of durian wait since Monday. The laboratory report is not accepted.",
        "happened_on": "",
        "place_text": "Mohan",
        "country": "CN",
        "goods": "fresh durian 0810.60",
        "filer_country": "VN",
        "matter": "plant_health",
        "lane": "normal",
        "lane_reason": "",
        "visibility": "named",
        "name": "Nguyen Thi Demo",
        "party": "",
        "email": "filer@demo.example.org",
        "phone": "",
    }


@pytest.fixture
def taker(world) -> Desk:
    """A second desk of the quarantine's office, with somebody who works at both."""
    now = timezone.now()
    desk = Desk.objects.create(
        code="cn-mohan.second",
        office=world.quarantine.office,
        names={"en": "Second window"},
        name_tokens=["second", "window"],  # as a desk of the directory, it is found by its words
        source="made up",
        grade="assumed",
    )
    deputy = world.people["deputy"]
    Appointment.objects.create(user=deputy, role=Role.HOLDER, desk=desk, starts_at=now - timedelta(days=9))
    both = {"user": deputy, "name": deputy.name, "email": deputy.email}
    old = Contact.objects.create(desk=world.quarantine, part="deputy", **both)
    Contact.objects.create(desk=desk, **both)
    alone = Contact.objects.create(
        desk=world.quarantine, user=world.people["holder"], name="H", email="h@demo.example.org"
    )
    for contact in (old, alone):
        DutyShift.objects.create(
            desk=world.quarantine, contact=contact, starts_at=now + timedelta(days=1), ends_at=now + timedelta(days=2)
        )
    RotaTurn.objects.create(
        desk=world.quarantine, contact=old, first_day=now.date(), begins=time(18), days=1, ends=time(8)
    )
    return desk
