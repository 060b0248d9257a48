"""Figures of trips are reckoned once and kept: thrown away when trips, decisions, the network or the day change, not before."""

import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from landsea.base.actors import ANONYMOUS
from landsea.corridor import access, access_figures, access_trips
from landsea.corridor.access_figures import _Reckoning
from landsea.corridor.actions.log_trip import Wish, add_milestone, begin_trip, log_file
from landsea.corridor.actions.rule_on_trips import rule_on_trips
from landsea_core.planner.network.trip_events import TripEvent

from .conftest import NOW, journey
from .test_replanning import change

pytestmark = pytest.mark.django_db
STRETCH = ["CNNNG", "VNHAN", "road"]


@pytest.fixture
def reckoned(monkeypatch) -> list[str]:
    """Each time at which all trips are read, for pages or for plans."""
    times: list[str] = []

    def counting(name):
        made = getattr(access_figures, name).make

        def make(network, day):
            times.append(name)
            return made(network, day)

        monkeypatch.setattr(access_figures, name, _Reckoning(make))

    counting("_for_pages")
    counting("_for_plans")
    return times


def addresses() -> list[str]:
    """The public pages that show what trips come to."""
    return [
        reverse("performance"),
        f"{reverse('performance')}?mode=road",
        reverse("performance_stretch", args=STRETCH),
        reverse("corridor_place", args=["CNNNG"]),
        reverse("corridor_service", args=["D009"]),
    ]


def test_trips_are_read_once_for_all_pages(client, five_senders, reckoned):
    """And once for plans, whoever looks how often."""
    for _ in range(2):
        assert {client.get(address).status_code for address in addresses()} == {200}
        access.read_planning_context()
    assert sorted(reckoned) == ["_for_pages", "_for_plans"]


def test_a_look_takes_few_statements_however_many_trips_there_are(client, five_senders, django_assert_max_num_queries):
    """The mark of the trips, that of the network, and what else the page is of."""
    told = [one for number in range(200) for one in journey(number)]
    log_file(told, Wish("road", how="csv"), actor=ANONYMOUS, now=NOW)
    for address in addresses():
        client.get(address)
    for address in addresses()[:3]:
        with django_assert_max_num_queries(4):
            assert client.get(address).status_code == 200


def shown(client) -> dict[str, str]:
    """What counted and what did not, on the page of the stretch."""
    page = client.get(reverse("performance_stretch", args=STRETCH))
    return {words: number for words, number, _ in page.context["sorted_trips"]}


def test_whatever_happens_to_trips_is_seen_at_the_next_look(client, five_senders):
    """A file, a milestone by hand, a decision, a decision that ends."""
    assert shown(client) == {"Counted": "5"}
    log_file(journey(7, 99), Wish("road", how="csv"), actor=five_senders.actor("clerk"), now=NOW)
    assert shown(client) == {"Counted": "5", "Waiting for an editor": "fewer than 5"}
    (group,) = access_trips.list_held_trips(five_senders.actor("coordinator"))
    rule_on_trips(group.mark, "counted", why="Flood.", actor=five_senders.actor("coordinator"), now=NOW)
    assert shown(client) == {"Counted": "6"}
    row = begin_trip(Wish("road"), actor=five_senders.actor("holder"), now=NOW)
    for one in journey(50):
        add_milestone(row, one, now=NOW)
    assert shown(client) == {"Counted": "7"}
    add_milestone(row, TripEvent("", "VNHAN", "arrived", journey(50)[0].at + timedelta(hours=99)), now=NOW)
    assert shown(client) == {"Counted": "6", "Waiting for an editor": "fewer than 5"}


def test_what_nobody_vouches_for_has_nothing_reckoned_for_plans(five_senders, reckoned):
    """Nor have invented trips, nor one that has only begun."""
    access.read_planning_context()
    log_file(journey(7), Wish("road", how="csv"), actor=ANONYMOUS, now=NOW)
    log_file(journey(8), Wish("road", how="csv", is_demo=True), actor=five_senders.actor("clerk"), now=NOW)
    row = begin_trip(Wish("road"), actor=five_senders.actor("clerk"), now=NOW)
    access.read_planning_context()
    assert reckoned == ["_for_plans"]
    add_milestone(row, journey(9)[0], now=NOW)
    access.read_planning_context()
    assert reckoned == ["_for_plans"] * 2


def test_another_day_or_another_network_is_reckoned_anew(five_senders, reckoned, monkeypatch):
    """Trips age by themselves, and an editor may change what is advertised."""
    assert "D009" in access.read_planning_context().corridor.measured
    change("services", "D009", name="The lorry by the pass")
    assert len(reckoned) == 1
    access.read_planning_context()
    assert len(reckoned) == 2
    monkeypatch.setattr(access_trips, "find_day_of_weighing", lambda: NOW.date() + timedelta(days=400))
    assert access.read_planning_context().corridor.measured == {}


def test_the_stretch_of_too_few_trips_is_not_even_drawn(client, world, monkeypatch):
    """Addresses can be made up without end; none of them costs a reading."""
    log_file(journey(1), Wish("road", how="csv"), actor=ANONYMOUS, now=NOW)
    monkeypatch.setattr(access_figures, "stretch_picture", None)
    for stretch in (STRETCH, ["XXXXX", "VNHAN", "road"], ["CNNNG", "VNHAN", "camel"]):
        assert client.get(reverse("performance_stretch", args=stretch)).status_code == 404


class TestOneCopyForAllThreads:
    """`_Reckoning` with something that takes as long as the test wants."""

    DAY, NETWORK = NOW.date(), SimpleNamespace(digest="one")

    def test_what_became_costly_stands_for_a_while(self, monkeypatch):
        """Twenty times as long as it took; a cheap one, or one of another day or network, is made anew at once."""
        clock = SimpleNamespace(now=0.0, takes=0.9)
        made = []

        def make(network, day):
            clock.now += clock.takes
            made.append(day)
            return len(made)

        monkeypatch.setattr(access_figures, "time", SimpleNamespace(monotonic=lambda: clock.now))
        kept = _Reckoning(make)

        def ask(mark: int, day=self.DAY) -> int:
            return kept.get(self.NETWORK, day, mark)

        assert [ask(1), ask(1), ask(2)] == [1, 1, 2]
        clock.takes = 2.0
        assert ask(3) == 3
        clock.now += 39
        assert ask(4) == 3
        assert ask(4, self.DAY + timedelta(days=1)) == 4
        clock.now += 41
        assert ask(5, self.DAY + timedelta(days=1)) == 5

    def test_who_comes_meanwhile_takes_the_copy_of_before(self):
        """Nobody waits while one reckons, unless there is nothing yet."""
        begun, go_on, made = threading.Event(), threading.Event(), []

        def make(network, day):
            made.append(day)
            if len(made) == 2:
                begun.set()
                assert go_on.wait(10)
            return len(made)

        kept, got = _Reckoning(make), []
        assert kept.get(self.NETWORK, self.DAY, 1) == 1
        reckons = threading.Thread(target=lambda: got.append(kept.get(self.NETWORK, self.DAY, 2)))
        reckons.start()
        assert begun.wait(10)
        assert kept.get(self.NETWORK, self.DAY, 2) == 1 and len(made) == 2
        go_on.set()
        reckons.join()
        assert got == [2] and kept.get(self.NETWORK, self.DAY, 2) == 2
