"""What stands beside a leg on the plan page: papers, desks with whether they are reachable, barriers, closures, trips."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.barriers.models import Barrier
from landsea.base.actors import SYSTEM
from landsea.corridor.actions.disrupt import Report, open_disruption
from landsea.directory.models import Desk, Place

pytestmark = pytest.mark.django_db
ROAD = "from=CNNNG&to=VNHAN&ready=2026-12-01T06:00&mode=road"


@pytest.fixture
def reference(reference_directory, reference_measures) -> None:
    """The directory and the measures of the reference files."""


def beside(client, question: str) -> list:
    """What stands beside each leg of all itineraries."""
    page = client.get(f"{reverse('plan')}?{question}")
    return [leg.beside for one in page.context["shown"].itineraries for leg in one.legs]


def test_papers_and_desks_stand_at_the_border(client, reference):
    """Named goods bring the papers with their measure; border posts bring a desk and whether it is reachable now."""
    found = beside(client, f"{ROAD}&hs=080390&origin=CN")
    assert any(paper.measure.country == "VN" for one in found for paper in one.papers)
    assert not any(one.papers for one in beside(client, ROAD)), "nobody said which goods"
    text = client.get(f"{reverse('plan')}?{ROAD}&hs=080390").content.decode()
    assert "papers are looked at here" in text and "Desks to call" in text
    papers = text.split("papers are looked at here")[1].split("</details>")[0].split("Worth having")[0]
    named = re.findall(r"/rules/measure/(\w+)/", papers)
    assert len(named) == len(set(named)) < papers.count("<li>"), "each measure once, under all that it wants"
    desks = [desk for one in found for _, desk in one.desks]
    assert desks and all(desk.words for desk in desks)


@pytest.mark.parametrize(
    ("hs", "said"),
    [
        ("841810", "Some goods of this code may not pass: they are named below. No rule known to us stops the others;"),
        ("691110", "No rule known to us stops these goods. That is not a permission."),
        ("710239", "We do not know whether these goods may pass."),
    ],
)
def test_a_way_that_no_rule_stops_is_not_called_allowed(client, reference, hs, said):
    """Each way says of its goods what the gate says, with what nobody looked at; without goods nothing is said."""
    page = client.get(f"{reverse('plan')}?{ROAD}&hs={hs}&origin=CN")
    laws = {one.law for one in page.context["shown"].itineraries}
    assert laws and all(law.startswith(said) for law in laws)
    assert all("not looked systematically" in law for law in laws) or hs == "710239"
    assert laws.pop() in page.content.decode()
    without = client.get(f"{reverse('plan')}?{ROAD}").context["shown"].itineraries
    assert not any(one.law for one in without)


@pytest.mark.parametrize(
    ("row", "goods", "shown"),
    [
        ({"country": "VN"}, "080390", True),
        ({"country": "TH"}, "080390", False),
        ({"country": "VN", "chapter": "08"}, "080390", True),
        ({"country": "VN", "chapter": "72"}, "080390", False),
        ({"country": "VN", "chapter": "72"}, "", True),
        ({"country": "VN", "matter": "rail"}, "080390", False),
        ({"country": "VN", "matter": "port"}, "080390", False),
        ({"country": "VN", "matter": "gate_queue"}, "080390", True),
        ({"country": "VN", "matter": "infrastructure"}, "080390", True),
        ({"country": "VN", "place": "VNHNI"}, "080390", True),
        ({"country": "VN", "place": "THMST"}, "080390", False),
    ],
)
def test_an_open_barrier_is_named_where_it_stands(client, reference, row, goods, shown):
    """By its place, else by the country entered; not when it is about other goods, or troubles other modes only."""
    place = Place.objects.get(code=row["place"]) if "place" in row else None
    Barrier.objects.create(
        titles={"en": "Lorries queue for days"},
        desk=Desk.objects.first(),
        opened_at=timezone.now(),
        since=timezone.now(),
        **(row | {"place": place}),
    )
    found = beside(client, f"{ROAD}&hs={goods}")
    assert any(title == "Lorries queue for days" for one in found for _, title in one.barriers) is shown


def test_a_closed_barrier_is_no_longer_named(client, reference):
    """What is over warns nobody."""
    Barrier.objects.create(
        titles={"en": "Over"},
        desk=Desk.objects.first(),
        opened_at=timezone.now(),
        since=timezone.now(),
        country="VN",
        closed_at=timezone.now(),
    )
    assert not any(one.barriers for one in beside(client, ROAD))


def test_what_will_stand_still_soon_after_is_warned_of(client):
    """A closure ten days after the leg is told with its days and source; one a month later is not."""
    begins = timezone.now().date().replace(year=2026, month=12, day=10)
    open_disruption(
        Report("Road works.", "the post", begins, place="VNHAN", until=begins + timedelta(days=3)),
        actor=SYSTEM,
        now=timezone.now(),
    )
    assert any(
        one.says == "Road works." and one.fact.source == "the post"
        for row in beside(client, ROAD)
        for one in row.warnings
    )
    later = ROAD.replace("2026-12-01", "2026-12-20")
    assert not any(one.says == "Road works." for row in beside(client, later) for one in row.warnings)


def test_what_trips_changed_is_shown_at_the_leg(client, five_senders):
    """Five logged trips change D009's time, and the leg says so with how many there were."""
    text = client.get(f"{reverse('plan')}?{ROAD}").content.decode()
    assert "the whole line: 20 h by 5 trips logged here, where 13 h are said" in text
