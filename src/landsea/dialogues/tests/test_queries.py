"""Public lists ask the database the same number of questions, however many rows they show."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsea.barriers.actions.open_barrier import open_barrier
from landsea.barriers.tests.conftest import words
from landsea.dialogues.tests.making import DAY, promise_for

pytestmark = pytest.mark.django_db


def more(world, now, number):
    """Make one more barrier with a case, and a kept promise that shall end it."""
    case = world.file(now=now, party=f"More {number}", email=f"more{number}@demo.example.org").case
    barrier = open_barrier(world.actor("coordinator"), words(), [case.pk], now=now)
    promise_for(world, barrier, now=now, done_at=now + DAY)


def asked(client, address) -> int:
    client.get(address)  # what a process keeps is kept now
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.usefixtures("marks_are_believed")
@pytest.mark.parametrize("address", ["/barriers/", "/promises/", "/dialogues/"])
def test_a_longer_list_asks_no_more(client, world, now, address):
    more(world, now, 0)
    few = asked(client, address)
    for number in range(1, 4):
        more(world, now, number)
    assert asked(client, address) == few
