"""Whose trips change plans: senders whom houses vouch for; what is held, decided, and told on the page of the stretch."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.base.actors import ANONYMOUS
from landsea.base.audit.models import Entry
from landsea.base.refusal import Refused
from landsea.corridor import access, access_figures, access_trips
from landsea.corridor.actions.log_trip import Wish, add_milestone, begin_trip, log_file
from landsea.corridor.actions.rule_on_trips import rule_on_trips
from landsea.corridor.models import Trip
from landsea_core.planner.network.trip_events import TripEvent

from .conftest import NOW, SENDERS, journey

pytestmark = pytest.mark.django_db
STRETCH = ["CNNNG", "VNHAN", "road"]


def planned_hours() -> float:
    """What plans count D009 with."""
    network, line = access.read_planning_context().corridor, access.find_service("D009")
    return round(line.hours * (network.measured["D009"].scale if "D009" in network.measured else 1), 1)


def log(actor, count: int, hours: float, first: int = 100, **more) -> tuple[int, int]:
    """Log so many trips of so many hours, a minute apart from each other."""
    told = [one for number in range(count) for one in journey(first + number, hours + number / 60)]
    return log_file(told, Wish("road", how="csv", **more), actor=actor, now=NOW)


def csv_of(count: int, hours: float) -> SimpleUploadedFile:
    rows = [
        f"{one.trip},{one.place},{one.what},{one.at.isoformat()}" for n in range(count) for one in journey(n, hours)
    ]
    return SimpleUploadedFile("trips.csv", "\n".join(["trip,place,what,at", *rows]).encode())


def test_five_senders_of_enough_houses_change_the_plan(world):
    """Four do not, however many trips they log."""
    for number, part in enumerate(SENDERS[:4]):
        log(world.actor(part), 20, 20, first=100 * number)
    assert planned_hours() == 13.3
    log(world.actor(SENDERS[4]), 1, 20, first=900)
    assert round(planned_hours()) == 20


@pytest.mark.parametrize("part", ["anonymous", "stranger", "observer", "operator", "deputy", "clerk"])
@pytest.mark.parametrize("hours", [7, 50, 99])
def test_five_hundred_trips_from_one_account_or_none_shift_nothing(five_senders, part, hours):
    """Within the bounds and beyond; by nobody, by accounts that no house vouches for, and by those that one does."""
    assert planned_hours() == 20
    before = access.read_planning_context().corridor.measured["D009"]
    log(five_senders.actor(part), 500, hours)
    after = access.read_planning_context().corridor.measured["D009"]
    assert (after.scale, after.low, after.p90) == (before.scale, before.low, before.p90)


@pytest.mark.parametrize("part", ["anonymous", "stranger", "clerk"])
def test_alone_they_change_nothing_either(world, part):
    """Neither five, as it once was, nor five hundred."""
    log(world.actor(part), 500, 20)
    assert planned_hours() == 13.3 and access.read_planning_context().corridor.measured == {}


def test_invented_trips_of_a_demonstration_change_no_plan(five_senders):
    """However many there are, also beside real ones and of the same senders."""
    for part in SENDERS:
        log(five_senders.actor(part), 9, 30, is_demo=True)
    assert planned_hours() == 20


def test_nameless_trips_are_not_even_counted_through(five_senders, monkeypatch):
    """What nobody vouches for costs the next plan no counting."""
    access.read_planning_context()
    log(ANONYMOUS, 3, 20)
    monkeypatch.setattr(access_figures, "measure_spreads", None)
    assert planned_hours() == 20


def test_the_one_who_uploads_signed_in_is_the_sender(client, world):
    """The account and its house are kept; without a sign-in neither."""
    upload = {"act": "upload", "mode": "road"}
    assert "without a name" in client.get(reverse("trips")).content.decode()
    client.post(reverse("trips"), upload | {"file": csv_of(2, 20)})
    signed_in = world.client("clerk")
    assert "your house vouches for you" in signed_in.get(reverse("trips")).content.decode()
    page = signed_in.post(reverse("trips"), upload | {"file": csv_of(2, 20)})
    assert page.context["new"] == 2, "somebody nameless who knew the file took nobody's place"
    page = signed_in.post(reverse("trips"), upload | {"file": csv_of(2, 20)})
    assert (page.context["new"], page.context["before"]) == (0, 2)
    by_hand = signed_in.post(reverse("trips"), {"act": "begin", "mode": "road"})
    assert by_hand.status_code == 302
    told = list(Trip.objects.order_by("pk").values_list("sender", "house"))
    clerk = (world.people["clerk"].pk, world.chamber.pk)
    assert told == [(None, None)] * 2 + [clerk] * 3


def test_an_officer_without_the_second_factor_is_nobody_in_particular(world):
    """As on every public page."""
    signed_in = world.client("holder")
    world.people["holder"].authenticator_set.all().delete()
    signed_in.post(reverse("trips"), {"act": "upload", "mode": "road", "file": csv_of(1, 20)})
    assert Trip.objects.get().sender is None


def test_the_stretch_says_what_counted_and_what_did_not(client, five_senders):
    """Numbers from five on, the reason beside each, and no name."""
    log(ANONYMOUS, 7, 30)
    log(five_senders.actor("clerk"), 6, 99)
    page = client.get(reverse("performance_stretch", args=STRETCH))
    text = page.content.decode()
    assert "Plans count with 20.0 hours" in text and "by 5 senders of 5 houses" in text
    told = {
        words: number
        for words, number, _ in client.get(reverse("performance_stretch", args=STRETCH)).context["sorted_trips"]
    }
    assert told == {"Counted": "5", "Logged without a name": "7", "Waiting for an editor": "6"}
    assert "30.1" in text, "what was logged without a name is shown apart"
    assert not any(str(user.email) in text or user.name in text for user in five_senders.people.values())
    overview = client.get(reverse("performance")).content.decode()
    assert "Without a name, h" in overview and "30.1" in overview and "20.0" in overview


def test_without_enough_senders_the_stretch_says_how_many_it_takes(client, world):
    """From nameless trips alone the page says that they are some."""
    log(ANONYMOUS, 6, 20)
    text = client.get(reverse("performance_stretch", args=STRETCH)).content.decode()
    assert "until 5 senders of 3 houses have logged" in text and "6 trips that were logged here without a name" in text


def held_by(world, part: str):
    """The one group that waits."""
    (group,) = access_trips.list_held_trips(world.actor(part))
    return group


def test_an_editor_decides_on_what_lies_outside_the_bounds(client, five_senders):
    """Both ways, with a reason that stands on the page; each trip's audit has the act."""
    log(five_senders.actor("clerk"), 6, 99)
    coordinator = five_senders.client("coordinator")
    page = coordinator.get(reverse("held_trips"))
    assert page.status_code == 200 and "6 trips" in page.content.decode() and "99.0 – 99.1 h" in page.content.decode()
    mark = page.context["groups"][0]["mark"]
    unsaid = coordinator.post(reverse("held_trips"), {"mark": mark, "ruling": "counted", "why": ""})
    assert unsaid.status_code == 422 and "Say in a few words why" in unsaid.content.decode()
    sent = {"mark": mark, "ruling": "counted", "why": "A flood closed the road."}
    assert coordinator.post(reverse("held_trips"), sent).status_code == 302
    stretch = client.get(reverse("performance_stretch", args=STRETCH))
    assert "A flood closed the road." in stretch.content.decode()
    assert stretch.context["sorted_trips"][0][1] == "11", "they count, as part of one voice among five"
    assert Entry.objects.filter(act="rule_on_trip").count() == 6
    again = coordinator.post(reverse("held_trips"), sent)
    assert again.status_code == 409 and "somebody else has decided" in again.content.decode()
    assert "No trip waits" in coordinator.get(reverse("held_trips")).content.decode()


def test_all_of_an_account_can_be_left_out(five_senders):
    """Also what lay within the bounds, once it is known that it was invented; the others' trips stay."""
    log(five_senders.actor("clerk"), 6, 99)
    mark = held_by(five_senders, "coordinator").mark
    number = rule_on_trips(
        mark, "left_out", why="Invented.", all_of_sender=True, actor=five_senders.actor("coordinator"), now=NOW
    )
    assert number == 7 and planned_hours() == 13.3, "four senders are left"
    assert Trip.objects.filter(ruling="").count() == 4


def test_leaving_out_all_of_an_account_spares_what_one_s_own_house_vouched_for(five_senders):
    """The account has moved since: of those trips somebody of another house decides."""
    editor = five_senders.actor("coordinator")
    Trip.objects.filter(sender=five_senders.people["clerk"]).update(house_id=min(access_trips.list_houses(editor)))
    log(five_senders.actor("clerk"), 6, 99)
    mark = held_by(five_senders, "coordinator").mark
    assert rule_on_trips(mark, "left_out", why="Invented.", all_of_sender=True, actor=editor, now=NOW) == 6


def test_nobody_decides_on_what_their_own_house_logged(five_senders):
    """The page says so in place of the buttons, and the act refuses."""
    log(five_senders.actor("coordinator"), 1, 99)
    page = five_senders.client("coordinator").get(reverse("held_trips")).content.decode()
    assert "somebody of another house decides" in page and 'name="ruling"' not in page
    mark = held_by(five_senders, "coordinator").mark
    with pytest.raises(Refused, match="another house"):
        rule_on_trips(mark, "counted", why="True.", actor=five_senders.actor("coordinator"), now=NOW)


def test_a_decision_is_of_what_was_seen(five_senders):
    """A trip that changed since is looked at anew, before the decision and after it."""
    row = begin_trip(Wish("road"), actor=five_senders.actor("clerk"), now=NOW)
    leaves = datetime(2026, 11, 1, 8, tzinfo=NOW.tzinfo)
    add_milestone(row, TripEvent("", "CNNNG", "departed", leaves), now=NOW)
    add_milestone(row, TripEvent("", "VNHAN", "arrived", leaves + timedelta(hours=60)), now=NOW)
    seen = held_by(five_senders, "coordinator").mark
    add_milestone(row, TripEvent("", "VNHAN", "arrived", leaves + timedelta(hours=500)), now=NOW)
    coordinator = five_senders.actor("coordinator")
    with pytest.raises(Refused, match="changed since"):
        rule_on_trips(seen, "counted", why="A flood.", actor=coordinator, now=NOW)
    rule_on_trips(held_by(five_senders, "coordinator").mark, "counted", why="A flood.", actor=coordinator, now=NOW)
    assert access_trips.list_held_trips(coordinator) == []
    add_milestone(row, TripEvent("", "VNHAN", "arrived", leaves + timedelta(hours=560)), now=NOW)
    assert held_by(five_senders, "coordinator").hours == [560]


def test_plans_notice_that_a_decision_has_ended(world):
    """At once, also where the milestone that ended it says what was said before."""
    for part in SENDERS[1:]:
        log(world.actor(part), 1, 20)
    row = begin_trip(Wish("road"), actor=world.actor(SENDERS[0]), now=NOW)
    leaves = datetime(2026, 11, 1, 8, tzinfo=NOW.tzinfo)
    add_milestone(row, TripEvent("", "CNNNG", "departed", leaves), now=NOW)
    add_milestone(row, TripEvent("", "VNHAN", "arrived", leaves + timedelta(hours=60)), now=NOW)
    editor = next(part for part in ("coordinator", "holder") if part != SENDERS[0])
    rule_on_trips(held_by(world, editor).mark, "counted", why="A flood.", actor=world.actor(editor), now=NOW)
    assert planned_hours() == 20, "five senders"
    add_milestone(row, TripEvent("", "VNHAN", "arrived", leaves + timedelta(hours=60)), now=NOW)
    assert held_by(world, editor).trips == [row.pk]
    assert planned_hours() == 13.3


def test_a_decision_stands_on_the_page_of_its_own_direction_only(client, five_senders):
    """What was decided of trips the other way is not told of this one."""
    back = [
        TripEvent("b", "VNHAN", "departed", NOW - timedelta(hours=900)),
        TripEvent("b", "CNNNG", "arrived", NOW),
    ]
    log_file(back, Wish("road", how="csv"), actor=five_senders.actor("clerk"), now=NOW)
    mark = held_by(five_senders, "coordinator").mark
    rule_on_trips(mark, "left_out", why="Only the way back.", actor=five_senders.actor("coordinator"), now=NOW)
    assert "Only the way back." not in client.get(reverse("performance_stretch", args=STRETCH)).content.decode()
    assert len(access_trips.list_rulings("VNHAN", "CNNNG", "road")) == 1


def test_two_files_with_trips_in_common_write_them_in_one_order(world):
    """Whatever their own: two uploads at once wait for one another and never each for the other."""
    log(world.actor("clerk"), 12, 20)
    assert list(Trip.objects.order_by("pk").values_list("key", flat=True)) == sorted(
        Trip.objects.values_list("key", flat=True)
    )


def test_only_editors_see_what_waits(five_senders):
    """A chamber's clerk is none, a desk that answers for plants is none, nobody comes in without a sign-in."""
    for part, status in (("clerk", 403), ("other_holder", 403), ("anonymous", 302)):
        assert five_senders.client(part).get(reverse("held_trips")).status_code == status
