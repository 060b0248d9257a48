"""A hidden case in a barrier, on an agenda: its words show only to those who may see that case, its filer to the
coordinator. Every address of barriers, dialogues and the board is asked by everybody of the cast.
"""

import itertools

import pytest
from django.urls import reverse

from landsea.barriers.actions.answer_members import answer_members
from landsea.barriers.actions.open_barrier import open_barrier
from landsea.barriers.tests.conftest import words
from landsea.barriers.urls import urlpatterns as barrier_urls
from landsea.cases.actions.send_common_answer import send_waiting
from landsea.cases.models import AgendaRequest
from landsea.cases.tests.world import CAST
from landsea.dialogues.actions.agenda import accept_agenda, propose_agenda
from landsea.dialogues.tests.making import agreed_line, dialogue_with_chairs, hold, promised
from landsea.dialogues.urls import urlpatterns as dialogue_urls
from landsea.exchange.urls import urlpatterns as exchange_urls
from landsea_core.caseflow import Visibility

MARKER, PARTY = "Zyxomarker", "Zyxoparty"
MAY_SEE = {"holder", "deputy", "head", "coordinator"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(world, now):
    """Every address, with the ids of a barrier, a dialogue, a promise and an answer that the hidden case is in."""
    hidden = {
        "visibility": Visibility.COORDINATOR_ONLY,
        "party": PARTY,
        "name": PARTY,
        "email": f"{PARTY}@demo.example.org",
    }
    ids = [
        world.file(f"{MARKER} durian {n}", now=now, goods=MARKER, place_text=MARKER, **hidden).case.pk for n in range(2)
    ]
    single = world.file(f"{MARKER} alone", now=now, matter="laboratory", goods=MARKER, **hidden).case
    AgendaRequest.objects.create(case=single, asked_at=now)
    barrier = open_barrier(world.actor("coordinator"), words(), ids, now=now)
    dialogue = dialogue_with_chairs(world, now, days=0.01)
    version = propose_agenda(world.actor("coordinator"), dialogue.pk, now=now).agenda_version
    for part in ("holder", "other_holder"):
        accept_agenda(world.actor(part), dialogue.pk, version, now=now)
    hold(world, dialogue, now)
    line = agreed_line(world, dialogue, now, promised=promised(world, now, barrier_id=barrier.pk))
    given = answer_members(world.actor("holder"), barrier.pk, "To all.", form_key="a" * 32, now=now)
    send_waiting(given.pk, now=now)
    values = {
        "barrier_id": barrier.pk,
        "dialogue_id": dialogue.pk,
        "action_id": line.action.pk,
        "answer_id": given.pk,
        "case_id": ids[0],
        "item_id": given.items.first().pk,
        "what": "reply",
    }
    found = []
    for pattern in itertools.chain(barrier_urls, dialogue_urls, exchange_urls):
        names = list(pattern.pattern.converters)
        found.append(
            reverse(pattern.name, args=[values.get(name, 1 if name.endswith("_id") else "x" * 43) for name in names])
        )
    return found


@pytest.mark.parametrize("who", CAST)
def test_a_hidden_case_shows_to_those_who_may_see_it_only(world, addresses, who):
    client = world.client(who)
    pages = {}
    for address in addresses:
        response = client.get(address)
        pages[address] = response.content.decode(errors="replace") + str(response.headers)
    told = {address for address, text in pages.items() if MARKER in text}
    assert bool(told) == (who in MAY_SEE), f"{who}: {sorted(told)}"
    named = {address for address, text in pages.items() if PARTY in text}
    assert not named, f"{who}: {sorted(named)}"
