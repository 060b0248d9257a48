"""A country's page: named cases of its firms and nothing else, whoever looks; a line on an agenda; a month to print."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.models import Entry
from landsea.cases.tests.world import World, make_world
from landsea.dialogues.models import AgendaItem, Dialogue
from landsea_core.caseflow import Visibility

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def dialogue() -> Dialogue:
    start = timezone.now() + timedelta(days=20)
    return Dialogue.objects.create(
        kind="field_visit",
        titles={"en": "Visit to the gate"},
        starts_at=start,
        ends_at=start + timedelta(hours=3),
        time_zone="Asia/Shanghai",
        where="Mohan",
        created_at=timezone.now(),
    )


def page(world, who="observer", country="VN") -> str:
    return world.client(who).get(reverse("country", args=[country])).content.decode()


def test_only_named_cases_of_the_own_firms_are_shown_to_anybody_here(world):
    named = world.file("Durian waits.").case
    hidden = world.file("Secret trouble.", visibility=Visibility.COORDINATOR_ONLY).case
    foreign = world.file("Another land.", filer_country="TH").case
    for who in ("observer", "coordinator"):
        text = page(world, who)
        assert named.ref in text and hidden.ref not in text and foreign.ref not in text


def test_without_anything_it_says_what_comes(world):
    text = page(world)
    assert "No firm of this country has a named case open" in text and "No dialogue is planned" in text


@pytest.mark.parametrize(
    ("who", "country", "status"),
    [("observer", "TH", 403), ("observer", "FR", 404), ("coordinator", "TH", 200), ("holder", "VN", 403)],
)
def test_who_opens_which_country(world, who, country, status):
    assert world.client(who).get(reverse("country", args=[country])).status_code == status


def test_an_observer_comes_here_after_signing_in(world):
    answer = world.client("observer").get(reverse("after_sign_in"), follow=True)
    assert answer.request["PATH_INFO"] == reverse("country", args=["VN"])


def test_a_line_goes_on_the_agenda_and_off_again(world, dialogue):
    browser, to = world.client("observer"), reverse("country_line", args=["VN"])
    answer = browser.post(to, {"dialogue": dialogue.pk, "words": " "})
    assert answer.status_code == 422
    for words in ("Certificates of origin", "Night shifts", "Fees"):
        browser.post(to, {"dialogue": dialogue.pk, "words": words})
    answer = browser.post(to, {"dialogue": dialogue.pk, "words": "A fourth one"})
    assert "three lines" in answer.content.decode() and "A fourth one" in answer.content.decode()
    row = AgendaItem.objects.get(words="Fees")
    assert row.country == "VN" and Entry.objects.filter(act="add_country_line").count() == 3
    assert "Vietnam: Fees" in world.client("coordinator").get(reverse("dialogue", args=[dialogue.pk])).content.decode()
    browser.post(reverse("country_line_off", args=["VN", row.pk]))
    assert not AgendaItem.objects.filter(words="Fees").exists()


def test_nobody_else_writes_lines(world, dialogue):
    typed = {"dialogue": dialogue.pk, "words": "Ours"}
    for who in ("coordinator", "holder", "stranger"):
        assert world.client(who).post(reverse("country_line", args=["VN"]), typed).status_code == 403
        assert world.client(who).post(reverse("country_line", args=["VN"]), {}).status_code == 403
    assert not AgendaItem.objects.exists()


def test_the_month_to_print(world, dialogue):
    case, now = world.file("Durian waits.").case, timezone.now()
    answer = world.client("observer").get(reverse("country_month", args=["VN", now.year, now.month]))
    assert case.ref in answer.content.decode()
    assert world.client("observer").get(reverse("country_month", args=["VN", 2026, 13])).status_code == 404
    assert world.client("observer").get(reverse("country_month", args=["VN", 0, 1])).status_code == 404
