"""From like cases to a barrier: proposals, opening, bringing cases in and out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier as Together

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from landsea.barriers import access
from landsea.barriers.actions.members import add_by_hand, refuse_proposal, take_out
from landsea.barriers.actions.open_barrier import change_barrier, open_barrier
from landsea.barriers.models import Barrier, BarrierMember
from landsea.barriers.tests.conftest import words
from landsea.base.refusal import Refused

pytestmark = pytest.mark.django_db


def test_six_like_cases_are_proposed_with_their_evidence_to_the_coordinator_only(world, cases, now):
    [found] = access.list_proposals(world.actor("coordinator"), now)
    assert set(found.cases) == {case.pk for case in cases} and found.parties == 6
    assert dict(found.shared) == {"matter": "plant_health", "country": "CN", "place": "CNMHN", "chapter": "08"}
    for part in ("holder", "head", "observer", "clerk", "operator", "stranger", "anonymous"):
        assert access.list_proposals(world.actor(part), now) == []


def test_nothing_is_put_together_by_itself(world, cases, now):
    access.list_proposals(world.actor("coordinator"), now)
    assert not BarrierMember.objects.exists()


def test_a_barrier_begins_with_its_oldest_case_and_the_proposal_is_gone(world, cases, barrier, now):
    assert barrier.since == cases[0].filed_at
    assert access.list_proposals(world.actor("coordinator"), now) == []
    assert access.count_tallies([barrier.pk])[barrier.pk].reported == 6


def test_a_refused_proposal_stays_away_for_thirty_days(world, cases, now):
    coordinator = world.actor("coordinator")
    [found] = access.list_proposals(coordinator, now)
    with pytest.raises(Refused, match="why these cases"):
        refuse_proposal(coordinator, found.signature, " ", now=now)
    refuse_proposal(coordinator, found.signature, "Three different reports.", now=now)
    assert access.list_proposals(coordinator, now + timedelta(days=29)) == []
    assert access.list_proposals(coordinator, now + timedelta(days=31))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"titles": {"en": " "}}, "in a line"),
        ({"desk_code": "no.such"}, "Choose the desk"),
        ({"place_code": "XXXXX"}, "Choose the place"),
    ],
)
def test_what_is_missing_is_said(world, cases, now, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        open_barrier(world.actor("coordinator"), words(**changes), [cases[0].pk], now=now)


def test_a_barrier_needs_a_case_and_a_case_has_one_barrier(world, cases, barrier, now):
    with pytest.raises(Refused, match="at least one case"):
        open_barrier(world.actor("coordinator"), words(), [cases[0].pk], now=now)


@pytest.mark.django_db(transaction=True)
def test_a_barrier_opened_twice_at_one_instant_is_opened_once(world, cases, now):
    actor, ids, together = world.actor("coordinator"), [case.pk for case in cases], Together(3)

    def press(_time: int) -> str:
        together.wait(timeout=20)
        try:
            open_barrier(actor, words(), ids, now=now)
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return "opened"

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(press, range(3))) == ["no_cases", "no_cases", "opened"]
    assert Barrier.objects.count() == 1


@pytest.mark.parametrize("part", ["holder", "head", "observer", "clerk", "stranger"])
def test_only_the_coordinator_opens_and_changes(world, cases, barrier, now, part):
    actor = world.actor(part)
    with pytest.raises(PermissionDenied):
        open_barrier(actor, words(), [cases[0].pk], now=now)
    with pytest.raises(PermissionDenied):
        change_barrier(actor, barrier.pk, words(), now=now)
    with pytest.raises(PermissionDenied):
        take_out(actor, barrier.pk, cases[0].pk, "Why", now=now)


def test_a_case_taken_out_counts_no_more_and_is_not_like_it_any_more(world, cases, barrier, now):
    coordinator = world.actor("coordinator")
    take_out(coordinator, barrier.pk, cases[0].pk, "This report was forged.", now=now)
    assert access.count_tallies([barrier.pk])[barrier.pk].reported == 5
    assert cases[0].pk not in access.find_cases_like_it(coordinator, barrier, now)


def test_a_new_like_case_is_offered_and_brought_in_by_its_number(world, barrier, now):
    coordinator = world.actor("coordinator")
    case = world.file(now=now, party="Demo Seven", email="seven@demo.example.org").case
    assert access.find_cases_like_it(coordinator, barrier, now) == [case.pk]
    assert add_by_hand(coordinator, barrier.pk, [case.ref.lower()], now=now) == 1
    with pytest.raises(Refused, match="unknown or in a barrier"):
        add_by_hand(coordinator, barrier.pk, [case.ref], now=now)


def test_members_are_shown_to_those_who_may_see_each_case(world, cases, barrier):
    assert access.list_members(world.actor("holder"), barrier).count() == 6
    assert access.list_members(world.actor("other_holder"), barrier).count() == 0
    assert access.list_members(world.actor("stranger"), barrier).count() == 0
