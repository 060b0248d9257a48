"""Trips by hand and from files, and what they come to: hidden below five, fed into plans from five on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.base.actors import ANONYMOUS
from landsea.base.audit.models import Entry
from landsea.corridor.actions.log_trip import Wish, log_file
from landsea.corridor.models import Trip
from landsea_core.planner.network.trip_events import TripEvent

from .conftest import NOW

pytestmark = pytest.mark.django_db
START = datetime(2026, 10, 1, 8, tzinfo=UTC)


def journeys(count: int, hours: float = 20.0) -> list[TripEvent]:
    """Trips from Nanning to Hanoi by the line D009, each with six hours at the border."""
    found = []
    for number in range(count):
        at = START + timedelta(days=number)
        found += [
            TripEvent(f"t{number}", "CNNNG", "departed", at),
            TripEvent(f"t{number}", "CNYYG", "border_in", at + timedelta(hours=4)),
            TripEvent(f"t{number}", "CNYYG", "border_out", at + timedelta(hours=10)),
            TripEvent(f"t{number}", "VNHAN", "arrived", at + timedelta(hours=hours)),
        ]
    return found


def log(count: int, **more) -> tuple[int, int]:
    """Log so many trips."""
    return log_file(journeys(count, **more), Wish("road", cost_usd=900, how="csv"), actor=ANONYMOUS, now=NOW)


def test_on_a_phone_milestone_by_milestone(client):
    """Begin, then add what happens; the same thing said again corrects its time."""
    answer = client.post(reverse("trips"), {"act": "begin", "mode": "road"})
    address = answer.headers["Location"]
    for what, place, at in (
        ("departed", "Nanning", "2026-11-20T08:00"),
        ("arrived", "Hanoi", "2026-11-20T20:00"),
        ("arrived", "Hanoi", "2026-11-20T21:00"),
    ):
        assert client.post(address, {"what": what, "place": place, "at": at}).status_code == 302
    row = Trip.objects.get()
    assert [(one.place, one.what) for one in row.milestones.all()] == [("CNNNG", "departed"), ("VNHAN", "arrived")]
    assert "Hanoi" in client.get(address).content.decode()
    assert Entry.objects.filter(stream=f"trip:{row.pk}").count() == 4


def test_what_is_wrong_with_a_milestone_comes_back(client):
    """An unknown place and a time that is none, with what was typed."""
    address = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).headers["Location"]
    page = client.post(address, {"what": "arrived", "place": "Hanooi", "at": "2026-11-20T20:00"})
    assert page.status_code == 422 and "Hanoi (VNHAN)" in page.content.decode()
    page = client.post(address, {"what": "arrived", "place": "Hanoi", "at": "noon"})
    assert "2026-12-01T08:00" in page.content.decode() and 'value="noon"' in page.content.decode()
    page = client.post(address, {"what": "arrived", "place": "Hanoi", "at": "0001-01-01T00:00"})
    assert page.status_code == 422 and "2026-12-01T08:00" in page.content.decode()


def test_figures_of_few_trips_are_hidden(client):
    """Four trips show no hours; the fifth does."""
    log(4)
    page = client.get(reverse("performance"))
    assert "&lt; 5" in page.content.decode() and "20.0" not in page.content.decode()
    log(5)
    text = client.get(reverse("performance")).content.decode()
    assert "20.0" in text and "6.0" in text


def test_the_page_invites_when_there_is_nothing(client):
    """An empty list says what to do."""
    assert "No trip was logged yet" in client.get(reverse("performance")).content.decode()


def test_a_stretch_has_a_picture_from_five_trips_on(client):
    """With the hours at the border, the spread, and what others say of that way; fewer are not told of at all."""
    address = reverse("performance_stretch", args=["CNNNG", "VNHAN", "road"])
    log(4)
    assert client.get(address).status_code == 404
    log(5)
    page = client.get(address)
    assert page.status_code == 200
    assert [round(one.hours.median) for _, _, one in page.context["points"]] == [0, 4, 10, 20]
    text = page.content.decode()
    assert "half within USD 900" in text and 'class="chart-line"' in text
    assert address in client.get(reverse("performance")).content.decode()
    assert client.get(reverse("performance_stretch", args=["XXXXX", "VNHAN", "road"])).status_code == 404


def test_trips_that_come_back_to_where_they_left_are_no_stretch(client):
    """They have no page, however many there are."""
    back = [replace(one, place="CNNNG") for one in journeys(6) if one.what in ("departed", "arrived")]
    log_file(back, Wish("road", how="csv"), actor=ANONYMOUS, now=NOW)
    assert client.get(reverse("performance")).status_code == 200
    assert client.get(reverse("performance_stretch", args=["CNNNG", "CNNNG", "road"])).status_code == 404


def test_one_mode_at_a_time_and_by_how_much_it_takes_longer(client):
    """20 hours where 13.3 are said are 50 % longer; rail knows nothing of lorries."""
    log(5)
    assert "measured 50 % longer" in client.get(reverse("performance"), {"mode": "road"}).content.decode()
    assert "Nanning" not in client.get(reverse("performance"), {"mode": "rail"}).content.decode()


def test_demo_trips_are_said_to_be_some(client):
    """Wherever their figures are shown."""
    log_file(journeys(6), Wish("road", how="csv", is_demo=True), actor=ANONYMOUS, now=NOW)
    assert "are demo trips" in client.get(reverse("performance")).content.decode()
    stretch = reverse("performance_stretch", args=["CNNNG", "VNHAN", "road"])
    assert "demo trips among them" in client.get(stretch).content.decode()


def test_one_network_logs_so_many_trips_an_hour(client, settings):
    """The next one comes back with a sentence and what was typed; another network is not asked to wait."""
    settings.FILINGS_PER_HOUR = 2
    typed = {"act": "begin", "mode": "rail", "goods": "0810"}
    assert [client.post(reverse("trips"), typed).status_code for _ in range(3)] == [302, 302, 429]
    page = client.post(reverse("trips"), typed)
    assert "send it later" in page.content.decode() and 'value="0810"' in page.content.decode()
    upload = {"act": "upload", "mode": "road", "file": SimpleUploadedFile("t.csv", b"trip,place,what,at")}
    assert client.post(reverse("trips"), upload).status_code == 429
    assert client.post(reverse("trips"), typed, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert Trip.objects.count() == 3


@pytest.mark.parametrize(("typed", "code"), [("ມັນຕົ້ນ", "071410"), ("0810.60", "081060"), ("", "")])
def test_the_goods_of_a_trip_are_named_in_own_words(client, typed, code):
    assert client.post(reverse("trips"), {"act": "begin", "mode": "road", "goods": typed}).status_code == 302
    assert Trip.objects.get().goods == code


@pytest.mark.parametrize("typed", ["zxqw", "durian, coffee", "8"])
def test_goods_of_a_trip_that_are_not_one_come_back(client, typed):
    page = client.post(reverse("trips"), {"act": "begin", "mode": "road", "goods": typed})
    assert page.status_code == 422 and f'value="{typed}"' in page.content.decode() and not Trip.objects.exists()


@pytest.mark.parametrize(("language", "near"), [("lo", "ບໍ່ຫານ (CNMHN)"), ("zh-hans", "磨憨公路口岸 (CNMHN)")])
def test_the_nearest_place_is_named_in_the_reader_s_language(client, language, near):
    """On the form of a milestone as in a file's faults."""
    client.cookies["language"] = language
    trip = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).url
    milestone = {"what": "border_in", "place": "Mohann road border post", "at": "2026-11-20T08:00"}
    page = client.post(trip, milestone)
    assert page.status_code == 422 and near in page.content.decode()
    told = b"trip,place,what,at\na,Mohann road border post,border_in,2026-10-01T08:00+08:00\n"
    file = SimpleUploadedFile("t.csv", told)
    page = client.post(reverse("trips"), {"act": "upload", "mode": "road", "file": file})
    assert page.status_code == 422 and near in page.content.decode()


def test_a_trip_that_has_arrived_is_said_to_need_nothing_more(client):
    trip = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).url
    for what, place, day in (("departed", "CNNNG", 20), ("arrived", "VNHAN", 21)):
        assert "nothing more is needed" not in client.get(trip).content.decode()
        client.post(trip, {"what": what, "place": place, "at": f"2026-11-{day}T08:00"})
    assert "nothing more is needed" in client.get(trip).content.decode()


def test_a_slip_of_typing_costs_nothing(client, settings):
    """A form that is not in order is not counted, so nobody is kept waiting for a slip."""
    settings.FILINGS_PER_HOUR = 1
    for _ in range(3):
        assert client.post(reverse("trips"), {"act": "begin", "mode": "camel"}).status_code == 422
    assert client.post(reverse("trips"), {"act": "begin", "mode": "road"}).status_code == 302


def test_milestones_are_limited_by_network_too(client, settings):
    """What was typed stays, and nothing is written."""
    settings.FILINGS_PER_HOUR = 1
    address = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).headers["Location"]
    typed = {"what": "departed", "place": "Nanning", "at": "2026-11-20T08:00"}
    assert [client.post(address, typed).status_code for _ in range(11)] == [302] * 10 + [429]
    page = client.post(address, typed | {"place": "Hanoi"}).content.decode()
    assert "save it later" in page and 'value="Hanoi"' in page
    assert Trip.objects.get().milestones.get().place == "CNNNG"


def test_a_milestone_logged_by_mistake_is_taken_out_again(client):
    """Once, with a row in the audit; what is not there is not taken out."""
    address = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).headers["Location"]
    client.post(address, {"what": "departed", "place": "Nanning", "at": "2026-11-20T08:00"})
    client.post(address, {"what": "arrived", "place": "Hanoi", "at": "2026-11-20T20:00"})
    out = {"act": "take_back", "what": "arrived", "place": "VNHAN"}
    for _ in range(2):
        assert client.post(address, out).status_code == 302
    row = Trip.objects.get()
    assert [one.what for one in row.milestones.all()] == ["departed"]
    assert [one.act for one in Entry.objects.filter(stream=f"trip:{row.pk}")].count("take_back_milestone") == 1


def test_the_form_begins_with_what_mostly_follows(client):
    """Who came to a post is let through there next."""
    address = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).headers["Location"]
    client.post(address, {"what": "border_in", "place": "Youyi Guan", "at": "2026-11-20T08:00"})
    form = client.get(address).context["form"]
    assert (form["what"].value(), form["place"].value()) == ("border_out", "Youyi Guan road border post")


def test_a_trip_says_what_happened_on_the_clock_of_each_place(client):
    """Whatever the reader's own zone is."""
    address = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).headers["Location"]
    client.post(address, {"what": "departed", "place": "Hanoi", "at": "2026-11-20T08:00"})
    page = client.get(address, headers={"accept-language": "zh-hans"}).content.decode()
    assert "08:00" in page and "河内" in page


def test_a_large_file_takes_no_more_statements_than_a_small_one(django_assert_num_queries):
    """Two hundred trips as two: each is on the record, with its audit."""
    log(2)
    with django_assert_num_queries(8) as few:
        log_file(journeys(3, hours=21), Wish("road", how="csv"), actor=ANONYMOUS, now=NOW)
    with django_assert_num_queries(len(few)):
        assert log(200, hours=22) == (200, 0)
    assert Entry.objects.filter(act="log_trip").count() == Trip.objects.count() == 205


def test_taking_out_what_cannot_be_there_changes_nothing(client):
    """Whatever is sent, also what no text field of the database takes."""
    address = client.post(reverse("trips"), {"act": "begin", "mode": "road"}).headers["Location"]
    for what, place in (("arrived", "VN\x00HAN"), ("\x00", ""), ("x" * 5000, "\ud800".encode("utf-8", "replace"))):
        assert client.post(address, {"act": "take_back", "what": what, "place": place}).status_code == 302
