"""The queue page by page: each case once, in the order in which it falls due, whatever is wanted of it."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from landsea.base.actors import make_filer
from landsea.cases import queue, queue_sheet
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.reply import reply_as_filer
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


def test_a_line_says_that_the_filer_wrote_and_nobody_answered_since(world):
    """Among forty open cases this one has something new."""
    case, now = world.file().case, timezone.now()
    reply_as_filer(make_filer(case.pk), case.ref, "Here is the paper.", now=now - timedelta(hours=2))
    holder = world.client("holder")
    assert "The filer wrote last: 2 hrs ago" in holder.get(reverse("queue")).content.decode()
    answer_case(world.actor("holder"), case.ref, "The paper is accepted.", now=now)
    assert "The filer wrote last" not in holder.get(reverse("queue")).content.decode()


# The sheet


def sheet_of(client, query: str = "") -> list[list[str]]:
    """The list as CSV, cut into cells."""
    return list(
        csv.reader(io.StringIO(client.get(reverse("queue_sheet", args=["csv"]) + query).content.decode("utf-8-sig")))
    )


def test_the_sheet_holds_the_list_in_its_order_and_as_it_is_narrowed(world, cases):
    holder = world.client("holder")
    everything = sheet_of(holder)
    assert [row[0] for row in everything[1:]] == [case.ref for case in (*reversed(cases[1:]), cases[0])], (
        "all pages of it"
    )
    assert everything[0][:3] == ["Case", "Due (clock of UTC)", "Step"]
    assert everything[1][2:4] == ["filed", "normal"] and everything[1][5] == cases[-1].title
    assert [row[0] for row in sheet_of(holder, "?step=filer")[1:]] == [cases[0].ref]
    page = holder.get(f"{reverse('queue')}?step=filer").content.decode()
    assert f"{reverse('queue_sheet', args=['xlsx'])}?step=filer" in page
    book = load_workbook(io.BytesIO(holder.get(reverse("queue_sheet", args=["xlsx"])).content))
    assert [row[0].value for row in book.active.iter_rows(min_row=2)] == [row[0] for row in everything[1:]]


def test_a_sheet_shows_no_more_than_the_list(world):
    """What another desk has is not in it, and neither is who filed a case without a name, nor a formula."""
    hidden = world.file(text="=cmd()", visibility="pseudonymous", name="Wrexford", party="Secret Fruit").case
    assert sheet_of(world.client("other_holder"))[1:] == []
    [row] = sheet_of(world.client("holder"))[1:]
    assert row[0] == hidden.ref and row[6] == "A filer who wants to stay unnamed" and row[5].startswith("'=")
    assert world.client("clerk").get(reverse("queue_sheet", args=["csv"])).status_code == 403


def test_a_sheet_that_is_too_long_says_so(world, cases, monkeypatch):
    monkeypatch.setattr(queue_sheet, "MOST_ROWS", 4)
    table = sheet_of(world.client("holder"))
    assert len(table) == 6 and table[-1][0].startswith("There are more than 4 cases.")
