"""What cases tell the directory about contacts: who answered, which desk kept silent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.tests.world import make_world, with_contacts
from landsea.directory.models import Evidence

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def world():
    return with_contacts(make_world())


def evidence() -> list[tuple[str, str]]:
    return list(Evidence.objects.order_by("pk").values_list("contact__name", "kind"))


def test_an_answer_is_evidence_about_whoever_gave_it_once_a_day(world):
    for number in range(2):
        case = world.file(f"Durian {number}", now=NOW).case
        answer_case(world.actor("holder"), case.ref, "The list is out.", now=NOW + timedelta(minutes=number))
    assert evidence() == [("Holder Demo", "answered")]


def test_accepting_alone_is_no_answer(world):
    accept_case(world.actor("holder"), world.file(now=NOW).case.ref, now=NOW)
    assert evidence() == []


def test_silence_counts_against_the_holder_and_not_the_deputy(world):
    case = world.file(now=NOW).case
    accept_case(world.actor("holder"), case.ref, now=NOW)
    act_on_due_cases(NOW + timedelta(days=40))
    assert evidence() == [("Holder Demo", "missed")]


def test_a_case_that_admits_itself_says_nothing_about_anybody(world):
    world.file(now=NOW)
    act_on_due_cases(NOW + timedelta(days=6))
    assert evidence() == []
