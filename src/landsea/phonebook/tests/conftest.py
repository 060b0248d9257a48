"""Fixtures of the phone books' tests: the small world with contacts, and a device of anybody in it."""

import pytest
from django.utils import timezone

from landsea.cases.tests.world import World, make_world
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Contact, OfficeTelephone
from landsea.phonebook.actions.make_device import make_device
from landsea.phonebook.tests.dav_client import DavClient


@pytest.fixture
def world(db) -> World:
    """The small world: the quarantine desk has a public telephone, and its holder is a contact."""
    made = make_world()
    office = made.quarantine.office
    OfficeTelephone.objects.create(
        code="t",
        office=office,
        number="+868718122222",
        display="+86 871 812 2222",
        kind="switchboard",
        whose="own",
        source="made up for a test",
    )
    Contact.objects.create(
        desk=made.quarantine,
        user=made.people["holder"],
        name="Holder Demo",
        names={"zh": "持有人"},
        email="holder@demo.example.org",
        phone="+86 100",
        duty_phone="+86 200",
        languages=["zh", "en"],
    )
    raise_revision(lock_revision())
    return made


@pytest.fixture
def device_of(world):
    """Make a device of somebody of the cast, as its page does; return the client that asks with it."""

    def make(part: str, *, countries=(), topics=(), with_second_factor: bool = True, **headers: str) -> DavClient:
        _device, password = make_device(
            world.actor(part),
            f"phone of {part}",
            countries=countries,
            topics=topics,
            with_second_factor=with_second_factor,
            now=timezone.now(),
        )
        return DavClient(world.people[part].email, password, **headers)

    return make
