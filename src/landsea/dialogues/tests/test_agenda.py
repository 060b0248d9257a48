"""The agenda: proposed by the stated weighting, accepted by the chairs of both sides, asked again after every change."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.audit.access import list_entries
from landsea.base.refusal import Refused
from landsea.cases.models import AgendaRequest, Case
from landsea.cases.tests.browsing import page_of
from landsea.dialogues import access
from landsea.dialogues.actions.agenda import accept_agenda, add_words, propose_agenda, take_off
from landsea.dialogues.tests.making import hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(world, now):
    """A case whose time for a solution is over."""
    case = world.file("Zyxwords of the filer", now=now - timedelta(days=60), filer_country="CN").case
    AgendaRequest.objects.create(case=case, asked_at=now)
    return case


def accept(world, dialogue, now, *parts):
    dialogue.refresh_from_db()
    for part in parts:
        accept_agenda(world.actor(part), dialogue.pk, dialogue.agenda_version, now=now)
    dialogue.refresh_from_db()


def test_barriers_and_waiting_cases_come_by_weight_with_reasons(world, dialogue, barrier, waiting, now):
    propose_agenda(world.actor("holder"), dialogue.pk, now=now)
    first, second = access.list_agenda(dialogue)
    assert (first.case, second.barrier) == (waiting, barrier)
    assert {reason["code"] for reason in first.reasons} == {"firms", "days_open", "perishable", "overdue"}
    assert {reason["code"] for reason in second.reasons} == {"firms", "perishable", "both_sides"}
    assert first.weight == round(sum(reason["points"] for reason in first.reasons), 1)


def test_a_case_in_a_barrier_and_a_closed_case_do_not_come_twice(world, dialogue, barrier, now):
    for case in Case.objects.all():
        AgendaRequest.objects.create(case=case, asked_at=now)
    propose_agenda(world.actor("coordinator"), dialogue.pk, now=now)
    assert [item.case_id for item in access.list_agenda(dialogue)] == [None]


def test_both_chairs_accept_and_any_change_asks_them_again(world, dialogue, barrier, now):
    propose_agenda(world.actor("coordinator"), dialogue.pk, now=now)
    accept(world, dialogue, now, "holder")
    assert not access.is_agenda_agreed(dialogue)
    accept(world, dialogue, now, "other_holder")
    assert access.is_agenda_agreed(dialogue)
    item = add_words(world.actor("holder"), dialogue.pk, "The next meeting", now=now)
    dialogue.refresh_from_db()
    assert not access.is_agenda_agreed(dialogue)
    with pytest.raises(Refused, match="has changed since you looked"):
        accept_agenda(world.actor("holder"), dialogue.pk, dialogue.agenda_version - 1, now=now)
    take_off(world.actor("coordinator"), dialogue.pk, item.pk, now=now)
    assert access.list_agenda(dialogue).count() == 1


def test_who_chairs_no_side_accepts_nothing(world, dialogue, barrier, now):
    propose_agenda(world.actor("coordinator"), dialogue.pk, now=now)
    with pytest.raises(PermissionDenied):
        accept(world, dialogue, now, "coordinator")
    for part in ("head", "observer", "stranger"):
        with pytest.raises(Http404):
            accept(world, dialogue, now, part)


def test_an_empty_agenda_is_not_accepted(world, dialogue, now):
    with pytest.raises(Refused, match="Read it again"):
        accept_agenda(world.actor("holder"), dialogue.pk, 0, now=now)


def test_the_public_sees_an_agreed_agenda_without_cases_and_without_points(
    client, world, dialogue, barrier, waiting, now
):
    propose_agenda(world.actor("coordinator"), dialogue.pk, now=now)
    address = f"/dialogues/{dialogue.pk}/"
    assert "Laboratory reports" not in page_of(client.get(address))
    accept(world, dialogue, now, "holder", "other_holder")
    page = page_of(client.get(address))
    assert "Laboratory reports" in page and "A case without" not in page and "firms have it" not in page
    assert "/cases/" not in page
    inside = page_of(world.client("other_holder").get(address))
    assert '<li value="1">' in inside and '<li value="2">' in inside
    whole = page_of(world.client("coordinator").get(address))
    assert waiting.ref in whole and f'href="/cases/{waiting.ref}/"' in whole, "who may open a case is led to it"
    assert "A case without a solution: plant health, Mohan" in inside and "(+15)" in inside
    assert "Zyxwords" not in inside, "an agenda tells no word of a case"


def test_a_case_that_was_talked_about_does_not_ask_again(world, dialogue, waiting, now):
    propose_agenda(world.actor("coordinator"), dialogue.pk, now=now)
    hold(world, dialogue, dialogue.starts_at)
    asked = AgendaRequest.objects.get()
    assert asked.taken_by == dialogue.ref and asked.taken_at == dialogue.starts_at
    assert list_entries(f"case:{waiting.pk}").last().act == "take_up", "the case's own chain tells it too"
