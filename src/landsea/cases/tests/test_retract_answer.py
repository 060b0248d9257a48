"""Taking back an answer that does not fit, and telling parties apart."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.filer_moves import withdraw_case
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.actions.retract_answer import retract_answer
from landsea.cases.barrier_mapping import (
    find_member_facts,
    list_grouping_facts,
)
from landsea.cases.models import Case
from landsea.cases.parties import find_party_keys
from landsea_core.caseflow import Visibility
from landsea_core.grouping import count_distinct_parties, count_parties

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


def test_the_case_waits_for_its_own_answer_by_the_deadline_it_had(world, now):
    case = world.file(now=now - timedelta(days=1)).case
    holder = world.actor("holder")
    due = accept_case(holder, case.ref, now=now).due_at
    answer_case(holder, case.ref, "One answer to all.", now=now + timedelta(hours=1))
    back = retract_answer(holder, case.ref, "This does not fit your goods.", now=now + timedelta(days=2))
    assert (back.state, back.step, back.due_at) == ("accepted", "answer", due)
    assert back.messages.filter(act="retract_answer", kind="all").exists()


def test_a_proposed_outcome_goes_back_to_the_solution_with_the_time_it_had(world, now):
    case = world.file(now=now).case
    holder = world.actor("holder")
    due = answer_case(holder, case.ref, "We look at it.", now=now).due_at
    propose_outcome(holder, case.ref, "fixed", "The gate takes the report now.", now=now + timedelta(hours=1))
    back = retract_answer(holder, case.ref, "Yours is another report.", now=now + timedelta(hours=2))
    assert (back.state, back.step, back.due_at, back.proposed_outcome) == ("answered", "solve", due, "")


def test_it_is_refused_once_the_filer_has_replied(world, now):
    filed = world.file(now=now)
    holder = world.actor("holder")
    answer_case(holder, filed.case.ref, "One answer to all.", now=now)
    reply_as_filer(world.filer(filed), filed.case.ref, "Thank you, but", now=now + timedelta(minutes=1))
    with pytest.raises(Refused, match="written since"):
        retract_answer(holder, filed.case.ref, "It does not fit.", now=now + timedelta(minutes=2))
    assert Case.objects.get(pk=filed.case.pk).state == "answered"


def test_it_is_refused_before_there_is_an_answer_and_to_other_desks(world, now):
    case = world.file(now=now).case
    with pytest.raises(Refused):
        retract_answer(world.actor("holder"), case.ref, "Why", now=now)
    with pytest.raises(Http404):
        retract_answer(world.actor("other_holder"), case.ref, "Why", now=now)


def test_parties_are_told_apart_by_address_and_firm_and_never_named(world, now):
    filings = [
        {"email": "a@demo.example.org", "party": "Demo Fruit"},
        {"email": "A+7@demo.example.org", "party": "Another name"},
        {"email": "b@demo.example.org", "party": "demo  FRUIT"},
        {"email": "c@demo.example.org", "party": "Demo Rice"},
    ]
    ids = [world.file(now=now, **fields).case.pk for fields in filings]
    keys = find_party_keys(ids)
    assert count_distinct_parties(one for case in ids[:2] for one in keys[case]) == 1
    assert count_distinct_parties(one for case in ids for one in keys[case]) == 2
    assert "demo" not in str(keys).lower()


def test_cases_that_nothing_tells_apart_are_one_party(world, now):
    bare = {"visibility": Visibility.PSEUDONYMOUS, "name": "", "party": "", "email": ""}
    ids = [world.file(now=now, **bare).case.pk for _ in range(4)]
    assert count_parties(row for rows in find_member_facts(ids).values() for row in rows).reported == 1


def test_each_member_of_a_joint_case_is_a_party(world, now):
    case = world.file(
        now=now, association=world.chamber.pk, joint_members=(world.member.pk, world.other_member.pk), party="Chamber"
    ).case
    assert count_parties(find_member_facts([case.pk])[case.pk]).reported == 2


def test_grouping_sees_no_case_that_was_withdrawn(world, now):
    kept, gone = world.file(now=now), world.file(now=now)
    withdraw_case(world.filer(gone), gone.case.ref, now=now)
    assert [fact.id for fact in list_grouping_facts(now - timedelta(days=1))] == [kept.case.pk]
    assert list_grouping_facts(timezone.now() + timedelta(days=1)) == []
