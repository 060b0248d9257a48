"""The queue page by page: each case once, in the order in which it falls due, whatever is wanted of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landsea.cases import queue
from landsea.cases.models import Case
from landsea.cases.queue import Wanted, cut_page, list_wanted_cases
from landsea_core.caseflow import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(world, monkeypatch) -> list[Case]:
    """Seven cases, the last filed due first and the first waiting for its filer; three on a page."""
    monkeypatch.setattr(queue, "PAGE", 3)
    filed = [world.file(text=f"Our durian waits, lorry {number}.").case for number in range(7)]
    for number, case in enumerate(filed):
        Case.objects.filter(pk=case.pk).update(due_at=case.filed_at + timedelta(hours=20 - number))
    Case.objects.filter(pk=filed[0].pk).update(due_at=None, paused_at=filed[0].filed_at)
    return filed


def pages(cases) -> list[list[int]]:
    """The numbers of the cases on each page, to the last."""
    found = [cut_page(cases, 1)]
    while found[-1].has_more:
        found.append(cut_page(cases, len(found) + 1))
    return [[case.pk for case in page.cases] for page in found]


def test_each_case_stands_on_one_page_in_the_order_in_which_it_falls_due(world, cases):
    wanted = list_wanted_cases(world.actor("coordinator"), Wanted(scope="all"))
    expected = [case.pk for case in (*reversed(cases[1:]), cases[0])]
    assert pages(wanted) == [expected[:3], expected[3:6], expected[6:]]
    beyond = cut_page(wanted, 9)
    assert (beyond.cases, beyond.first, beyond.total, beyond.has_more) == ([], 0, 7, False)


def test_filters_hold_on_every_page(world, cases):
    Case.objects.filter(pk__in=[cases[2].pk, cases[4].pk]).update(state=State.ANSWERED)
    Case.objects.filter(pk=cases[3].pk).update(country="LA")
    country = cases[1].country
    Case.objects.exclude(pk=cases[3].pk).update(country=country)
    wanted = list_wanted_cases(world.actor("coordinator"), Wanted(scope="all", step="unanswered", country=country))
    assert pages(wanted) == [[cases[6].pk, cases[5].pk, cases[1].pk], [cases[0].pk]]


@pytest.mark.usefixtures("marks_are_believed")
def test_a_page_is_read_whole_by_one_question_and_counted_by_another(world, cases):
    wanted = list_wanted_cases(world.actor("coordinator"), Wanted(scope="all"))
    with CaptureQueriesContext(connection) as asked:
        page = cut_page(wanted, 2)
        assert all(case.desk.office.pk and case.identity.pk for case in page.cases)
    assert len(asked) == 2


def test_an_officer_without_a_case_is_not_told_to_choose_otherwise(world):
    newcomer = world.client("other_holder")
    everything = newcomer.get(reverse("queue")).content.decode()
    narrowed = newcomer.get(f"{reverse('queue')}?lane=urgent").content.decode()
    assert "No case fits" not in everything and "There is nothing to do" in everything
    assert "No case fits" in narrowed
