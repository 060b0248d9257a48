"""The ways of a plan as they are seen: short rows with one unit, badges, chances, hours that add up, other days."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.corridor.tests.conftest import NOW

pytestmark = pytest.mark.django_db
READY = (timezone.now() + timedelta(days=5)).strftime("%Y-%m-%dT08:00")
ASKED = f"from=CNCKG&to=LAVTE&ready={READY}&amount=1&unit=teu"


@pytest.fixture
def page(client):
    return client.get(f"{reverse('plan')}?{ASKED}")


def test_each_badge_stands_on_one_way(page):
    said = [word for one in page.context["shown"].itineraries for word in one.badge.split(", ") if word]
    assert len(said) == len(set(said)) and {"earliest", "surest"} <= set(said)


def test_lengths_of_all_ways_are_in_one_unit(page):
    lengths = [one.hours for one in page.context["shown"].itineraries]
    assert len({"days" in one for one in lengths}) == 1, lengths


def test_nobody_says_100_percent(page):
    for one in page.context["shown"].itineraries:
        assert "100" not in one.chance and one.chance.startswith("on time")


def test_the_hours_of_the_strip_come_to_the_whole(page):
    for one in page.context["shown"].itineraries:
        said = [span.hours for stage in one.stages for span in stage.before] + [
            stage.hours for stage in one.stages if stage.drive
        ]
        assert sum(_whole(hours) for hours in said) == _whole(one.total)


def _whole(words: str) -> int:
    found = re.match(r"(\d+) hours?$", words)
    return int(found[1]) if found else 0


def test_every_drive_stands_in_one_stage(page):
    for one in page.context["shown"].itineraries:
        assert [stage.drive for stage in one.stages if stage.drive] == list(one.drives)


def test_three_ways_are_compared_in_one_picture(client):
    page = client.get(f"{reverse('plan')}?{ASKED}&compare=1&compare=2&compare=3&compare=4")
    assert {one.number for one in page.context["compared"]} <= {1, 2, 3, 4} and len(page.context["compared"]) == 3
    assert len(page.context["ways_chart"].ways) == 3
    assert page.content.decode().count('class="chart-line way-line-3"') == 2  # the line, and its key


def test_ways_are_numbered_as_they_stand(client):
    """In whatever order, and beside each other too: the list before a reader begins with 1."""
    for order in ("sure", "cost", "hours"):
        page = client.get(f"{reverse('plan')}?{ASKED}&sort={order}&compare=1&compare=3")
        ways = page.context["shown"].itineraries
        assert [one.rank for one in ways] == list(range(1, len(ways) + 1))
        ranks = [one.rank for one in page.context["compared"]]
        assert len(ranks) == 2 and ranks == sorted(ranks)
        assert re.findall(r"<h3>(\d+)\. ", page.content.decode()) == [str(one.rank) for one in ways]


def test_the_order_stays_when_ways_are_compared(client):
    page = client.get(f"{reverse('plan')}?{ASKED}&sort=cost")
    assert '<input type="hidden" name="sort" value="cost">' in page.content.decode()


def test_the_same_is_asked_for_another_day(client, page):
    days = dict(page.context["other_days"])
    assert set(days) == {"a day earlier", "a day later", "a week later"}
    later = client.get(reverse("plan") + days["a week later"])
    assert later.context["ready"] - page.context["ready"] == timedelta(days=7)


def test_a_past_day_can_be_looked_at_and_says_so(client):
    past = ASKED.replace(READY, (NOW - timedelta(days=3)).strftime("%Y-%m-%dT08:00"))
    refused = client.get(f"{reverse('plan')}?{past}")
    assert refused.status_code == 422 and "then=past" in refused.context["open_past"]
    seen = client.get(reverse("plan") + refused.context["open_past"])
    assert seen.status_code == 200 and "You look at a past day" in seen.content.decode()


def test_a_way_is_shown_on_the_corridors_diagram(client, page):
    """The first way, or the first of those that are compared; on request, as the picture is a third of the page."""
    assert "diagram-phone" not in page.content.decode()
    page = client.get(reverse("plan") + page.context["picture_address"])
    html = page.content.decode()
    assert html.count('class="diagram-phone"') == 1 and 'class="map"' not in html
    first = page.context["shown"].itineraries[0]
    assert first.stretches and html.count(' on" d=') == 2 * len(first.stretches)
