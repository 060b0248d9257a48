"""The first page and today's lines."""

import json
from datetime import UTC, date, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.base.about_installation import NOBODY_SAID, read_installation
from landsea.base.actors import SYSTEM
from landsea.base.kept import forget_everything
from landsea.cases.models import Case, StepRecord
from landsea.cases.tests.world import make_world
from landsea.corridor.actions.disrupt import Report, open_disruption
from landsea.dialogues.tests.making import dialogue_with_chairs
from landsea.figures import mechanism
from landsea.home import today
from landsea.home.own_work import list_own_work

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_kept():
    for forget in (today.forget_counts, mechanism.forget_figures):
        forget()
    yield
    for forget in (today.forget_counts, mechanism.forget_figures):
        forget()


def words() -> list[str]:
    today.forget_counts()
    return [line.words for line in today.list_lines_of_today(NOW, "en")]


def test_the_first_page_leads_to_the_four_doors_and_to_today(client):
    page = client.get(reverse("home")).content.decode()
    for name in ("file_case", "who", "checklist", "plan", "search", "today"):
        assert f'"{reverse(name)}"' in page


def test_today_is_a_page_of_its_own_and_stands_on_the_first_one_without_script(client):
    first, whole = (client.get(reverse(name)).content.decode() for name in ("home", "today"))
    assert "<h1>Today on the corridor</h1>" in whole
    for line in today.list_lines_of_today(timezone.now(), "en"):
        assert line.is_drawn or line.words in unescape(first)
        assert line.words in unescape(whole)


def test_the_first_page_says_what_it_is_and_draws_the_corridor(client):
    page = client.get(reverse("home")).content.decode()
    assert "China and of the eleven countries of ASEAN" in page and "needs no account" in page
    assert f'href="{reverse("about")}"' in page
    small = page.split('class="diagram overview"')[1].split("</figure>")[0]
    assert "Singapore" in small and f'href="{reverse("network")}"' in small
    assert "Something is stopped at:" in small and "Poipet" in small
    assert len(small.encode()) < 25_000


@pytest.mark.parametrize(
    ("unanswered", "said"),
    [
        (6, "Of 20 problems brought so far 14 were answered, half of them within 2 days"),
        (2, "20 problems were brought so far, half of the answers came within 2 days"),
    ],
    ids=["both numbers", "where so few are unanswered that their number is hidden"],
)
def test_the_first_page_has_the_numbers_of_the_own_record(client, unanswered, said):
    world = make_world()
    filed = NOW - timedelta(days=9)
    for number in range(20):
        case = world.file(f"Durian number {number}.", now=filed).case
        if number < unanswered:
            continue
        days = 2 if number < 14 else 5
        StepRecord.objects.filter(case=case).update(ended_at=filed + timedelta(days=days), ended_by="answer")
    mechanism.forget_figures()
    page = unescape(client.get(reverse("home")).content.decode())
    assert said in page


def test_numbers_on_too_few_cases_are_left_out(client):
    world = make_world()
    world.file()
    mechanism.forget_figures()
    page = client.get(reverse("home")).content.decode()
    assert "problems brought so far" not in page and "needs no account" in page


def test_the_first_page_comes_when_the_database_is_away(client):
    def away(*_args):
        raise OperationalError("the connection is lost")

    forget_everything()
    with connection.execute_wrapper(away):
        first, about = (client.get(reverse(name)) for name in ("home", "about"))
    page = first.content.decode()
    assert first.status_code == about.status_code == 200
    assert f'href="{reverse("file_case")}"' in page and "overview" not in page


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th"])
def test_a_visitor_costs_no_statement_while_the_first_page_is_kept(client, django_assert_num_queries, language):
    for name in ("home", "about"):
        client.get(reverse(name), headers={"accept-language": language})
        with django_assert_num_queries(0):
            response = client.get(reverse(name), headers={"accept-language": language})
        assert "<h1>" in response.content.decode()


def test_whoever_works_at_a_desk_sees_first_what_waits_there():
    world = make_world()
    late, due_today, answered = (world.file(f"Durian {number}.").case for number in range(3))
    for case, changes in (
        (late, {"due_at": NOW - timedelta(hours=3)}),
        (due_today, {"due_at": NOW + timedelta(hours=3)}),
        (answered, {"due_at": NOW + timedelta(days=9), "state": "answered", "step": "confirm"}),
    ):
        Case.objects.filter(pk=case.pk).update(**changes)
    actor = world.actor("holder")
    own = list_own_work(actor, actor.user_id, NOW, ZoneInfo("Asia/Shanghai"), "en")
    assert [one.count for one in own.numbers] == [1, 1, 2]
    assert [row.reference for row in own.rows] == [late.ref, due_today.ref, answered.ref]
    assert own.capacities[0].words == "You answer for"
    page = world.client("holder").get(reverse("home")).content.decode()
    assert page.index('id="own"') < page.index("<h1>")
    assert late.ref in page and "Plant quarantine, Mohan" in page


@pytest.mark.parametrize(("part", "words"), [("clerk", "You file for members of"), ("head", "You head")])
def test_people_see_in_whose_name_they_act(part, words):
    page = make_world().client(part).get(reverse("home")).content.decode()
    assert words in page


@pytest.mark.parametrize("part", ["anonymous", "stranger"])
def test_others_see_no_work(part):
    assert 'id="own"' not in make_world().client(part).get(reverse("home")).content.decode()


def test_who_runs_it_is_a_setting(client, settings, tmp_path):
    file = tmp_path / "about.json"
    said = {
        "run_by": {"en": "Secretariat of the mechanism", "vi": "Ban thư ký"},
        "mail": "help@secretariat.example.org",
        "people": [{"name": "Demo Person", "does": {"en": "coordinates the desks"}}],
    }
    file.write_text(json.dumps(said), encoding="utf-8")
    settings.INSTALLATION = read_installation(file)
    for name in ("home", "about"):
        assert "Run by: Secretariat of the mechanism" in client.get(reverse(name)).content.decode()
    page = client.get(reverse("about"), headers={"accept-language": "vi"}).content.decode()
    assert "Ban thư ký" in page and 'href="mailto:help@secretariat.example.org"' in page
    assert "Demo Person" in page and "coordinates the desks" in page


def test_a_demonstration_says_that_it_is_one_and_others_that_nobody_said_it(client, settings):
    settings.INSTALLATION, settings.DEMO = NOBODY_SAID, False
    assert "has not said so yet" in client.get(reverse("about")).content.decode()
    settings.DEMO = True
    assert "This is a demonstration: no office runs it" in client.get(reverse("about")).content.decode()


def test_what_stands_still_is_counted_by_place_and_service():
    before = next((line for line in words() if "still" in line), "0 ")
    report = Report("A flood closed the road.", "customs, by telephone", date(2026, 11, 20), place="CNMHN")
    open_disruption(report, actor=SYSTEM, now=NOW)
    after = next(line for line in words() if "still" in line)
    assert int(after.split()[0]) == int(before.split()[0]) + 1


def test_the_next_dialogue_is_named_with_its_day():
    world = make_world()
    dialogue_with_chairs(world, NOW)
    assert any("Working meeting on plant health" in line for line in words())


@pytest.mark.usefixtures("marks_are_believed")
def test_counts_are_kept_for_a_minute(monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("landsea.base.kept.time.monotonic", lambda: clock[0])
    today.list_lines_of_today(NOW, "en")
    with CaptureQueriesContext(connection) as asked:
        today.list_lines_of_today(NOW, "en")
    assert len(asked) == 0
    clock[0] += today.KEPT_SECONDS + 1
    with CaptureQueriesContext(connection) as asked:
        today.list_lines_of_today(NOW, "en")
    assert len(asked) > 0


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("head", "headed_offices"),
        ("observer", "observed_country"),
        ("clerk", "association_page"),
        ("operator", "deliveries"),
        ("editor", "rule_editing"),
    ],
)
def test_the_first_page_leads_everybody_to_the_page_that_is_theirs(part, name):
    page = make_world().client(part).get(reverse("home")).content.decode()
    assert f'<a class="button" href="{reverse(name)}">' in page
