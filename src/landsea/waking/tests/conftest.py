"""A night at Mohan: the desk has duty, and the ways of an installation stand on this machine."""

from datetime import UTC, datetime, timedelta

import pytest

from landsea.base.messengers.models import Connection
from landsea.base.messengers.tests.conftest import caller, gateway, sms, telegram  # noqa: F401
from landsea.cases.tests.world import make_world
from landsea.directory.models import Contact, DutyShift
from landsea_core.caseflow import Lane

NIGHT = datetime(2026, 3, 18, 18, 30, tzinfo=UTC)
"""Half past two in the night at Mohan."""


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def duty(world):
    """The quarantine desk's holder has duty this night, with a telephone, and is connected with Telegram."""
    holder = world.people["holder"]
    contact = Contact.objects.create(
        desk=world.quarantine, user=holder, name="Holder Demo", email=holder.email, duty_phone="139 0000 0000"
    )
    Connection.objects.create(user=holder, channel="telegram", remote="42", connected_at=NIGHT)
    hours = timedelta(hours=6)
    return DutyShift.objects.create(
        desk=world.quarantine, contact=contact, starts_at=NIGHT - hours, ends_at=NIGHT + hours
    )


@pytest.fixture
def urgent(world):
    """File an urgent case at night."""
    return lambda **more: world.file(now=NIGHT, lane=Lane.URGENT, lane_reason="durian spoils", **more).case


@pytest.fixture(autouse=True)
def _night(monkeypatch):
    """It is night wherever a gateway comes in."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT + timedelta(minutes=1))
