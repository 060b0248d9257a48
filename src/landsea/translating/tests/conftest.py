"""Fixtures of the tests of translations: the small world of the cases, and a desk's answer in Chinese on a case from Laos."""

import pytest
from django.utils import timezone

from landsea.cases.actions.message import write_message
from landsea.cases.models import Message
from landsea.cases.tests.world import World, make_world
from landsea.translating.known_names import _kept
from landsea_core.translating.names import Name, Names


@pytest.fixture
def world(db, monkeypatch) -> World:
    """The small world; of names only Mohan is known, so that no reference is read."""
    mohan = Name("places:CNMHN", {"en": ("Mohan",), "zh": ("磨憨",), "lo": ("ບໍ່ຫານ",)})
    monkeypatch.setattr(_kept, "get", lambda key, read: Names([mohan]))
    return make_world()


@pytest.fixture
def case(world):
    """A named case, filed from Laos in Lao."""
    return world.file(filer_country="LA", language="lo", written_in="lo").case


@pytest.fixture
def message(world, case) -> Message:
    """What the desk wrote to all sides, in Chinese."""
    write_message(world.actor("holder"), case.ref, "all", "3辆车(云A12345)可于2026-03-05在磨憨放行", now=timezone.now())
    message = Message.objects.latest("pk")
    Message.objects.filter(pk=message.pk).update(language="zh-hans")
    return Message.objects.get(pk=message.pk)
