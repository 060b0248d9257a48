"""The corridor's diagram on pages: small enough, each stop a link, marks with words, the same as a list."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.corridor.access_diagram import DiagramToday, mark_diagram_today
from landsea.corridor.contributed import Trouble
from landsea.corridor.diagram_list import list_stops
from landsea.corridor.diagram_overview import draw_overview
from landsea.corridor.diagram_presenters import draw_pictures, find_states_of_stops
from landsea.corridor.diagram_reading import read_layout_of_diagram
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import MODES

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 4, tzinfo=UTC)
MOST_BYTES = 40_000
PICTURE = re.compile(r'<svg class="diagram-(\w+)".*?</svg>', re.DOTALL)


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th"])
def test_each_picture_is_small(client, language):
    client.cookies["language"] = language
    html = client.get(reverse("network")).content.decode()
    weights = {found[1]: len(found[0].encode()) for found in PICTURE.finditer(html)}
    assert set(weights) == {"phone", "desk"}
    assert max(weights.values()) < MOST_BYTES


def test_each_stop_is_a_link_to_its_page(client):
    html = client.get(reverse("network")).content.decode()
    for picture in PICTURE.finditer(html):
        addresses = re.findall(r'<a href="([^"]+)"', picture[0])
        assert sorted(addresses) == sorted(
            reverse("corridor_place", args=[code]) for code in read_layout_of_diagram().stops
        )


def test_what_stands_still_is_marked_and_said():
    """Poipet is closed to lorries since 2025."""
    today = mark_diagram_today(NOON)
    phone, _desk = draw_pictures(today.closed, today.states)
    assert any(one.cross for one in phone.stretches)
    (stop,) = [one for one in phone.stops if one.url.endswith("/KHPOI/")]
    assert "closed" in stop.css and stop.called.startswith("Poipet: ") and "is stopped" in stop.called


def test_the_small_picture_names_what_stands_still_in_the_order_of_the_layout():
    today = mark_diagram_today(NOON)
    drawn = draw_overview(today)
    order = [reverse("corridor_place", args=[code]) for code in read_layout_of_diagram().stops]
    addresses = [url for _name, url in drawn.still]
    assert addresses == sorted(addresses, key=order.index)
    assert len(addresses) + drawn.more_still == sum(bool(state.closed) for state in today.states.values())
    assert all(name in drawn.words for name, _url in drawn.still)


def test_the_small_picture_does_not_say_that_nothing_stands_still_while_a_service_does():
    closure = replace(find_network().closures[0], places=(), services=(next(iter(find_network().services)),))
    drawn = draw_overview(DiagramToday((closure,), {}))
    assert not drawn.tells_all and "Nothing is known to be stopped." not in drawn.words
    quiet = draw_overview(DiagramToday((), {}))
    assert quiet.tells_all and "Nothing is known to be stopped." in quiet.words


def test_a_barrier_is_marked_at_its_stop():
    trouble = Trouble(1, {"en": "Papers"}, "port", "", "CNQGE", "")
    states = find_states_of_stops((), [trouble, trouble], NOON)
    assert states["CNQZC"].barriers == 2
    phone, _desk = draw_pictures((), states)
    assert [one.url for one in phone.stops if one.barriers] == [reverse("corridor_place", args=["CNQZC"])]


def test_a_post_says_whether_it_is_open_on_its_own_clock():
    states = find_states_of_stops((), (), NOON)
    assert "open now, 12:00 there" in states["CNPXC"].words
    at_night = find_states_of_stops((), (), datetime(2026, 12, 1, 18, tzinfo=UTC))
    assert at_night["CNPXC"].words.startswith("shut now, 02:00 there")


def test_a_way_stands_out_and_the_rest_steps_back():
    way = frozenset({("rail", frozenset({"CNKMG", "CNYXC"}))})
    phone, _desk = draw_pictures((), {}, way)
    assert len([one for one in phone.stretches if one.css.endswith(" on")]) == 1
    assert len([one for one in phone.stops if one.css.split()[-1:] == ["on"]]) == 2


def test_the_list_holds_every_served_place_once():
    listed = list_stops({})
    told = [one.place.code for one in listed] + [code for one in listed for code, _name in one.members]
    served = {call.place for one in find_network().services.values() for call in one.calls}
    assert served <= set(told)
    assert len(told) == len(set(told))


def test_a_stop_is_called_by_its_whole_name_whoever_hears_the_picture():
    """A link with a title is called by that alone, and a name drawn on two lines is two words."""
    phone, _desk = draw_pictures((), find_states_of_stops((), (), NOON))
    for stop in phone.stops:
        drawn = "".join(text for text, *_ in stop.lines).replace(" ", "")
        assert len(stop.lines) == 1 or stop.called
        assert not stop.called or stop.called.replace(" ", "").replace("-", "").startswith(drawn.replace("-", ""))


def test_the_list_says_where_lines_lead_and_how_surely():
    today = mark_diagram_today(NOON)
    said = {one.place.code: one.ways for one in list_stops(today.states, today.closed)}
    assert "(is stopped)" in said["KHPOI"] and "(assumed)" in " ".join(said.values())
    served = set(MODES)
    for code, ways in said.items():
        assert {one.split(" to ")[0] for one in ways.split("; ") if ways} <= served, code
    assert any(said["CNKMG"].startswith(f"{mode} to ") for mode in ("rail", "road"))


def test_names_are_in_the_readers_language():
    with translation.override("zh-hans"):
        phone, _desk = draw_pictures((), {})
    assert any(line[0] == "重庆" for one in phone.stops for line in one.lines)


@pytest.mark.parametrize("name", ["disruptions", "today"])
def test_it_stands_where_one_asks_what_stands_still(client, name):
    assert PICTURE.search(client.get(reverse(name)).content.decode())


def test_a_post_is_drawn_open_or_shut_only_by_hours_that_somebody_has_said():
    """Pingxiang's hours are published, Mohan's assumed, Woodlands' not known."""
    states = find_states_of_stops((), (), NOON)
    phone, _desk = draw_pictures((), states)
    drawn = {one.url.rstrip("/").rpartition("/")[2]: one.css for one in phone.stops}
    assert (drawn["CNPXC"], drawn["CNMHN"], drawn["SGSGC"]) == ("post", "unsure", "unsure")
    assert states["CNMHN"].words.endswith(", assumed")
    assert "assumed" not in states["CNPXC"].words
    known = {code for code, one in states.items() if one.gate and one.gate.is_sure}
    assert {code for code in read_layout_of_diagram().posts if drawn[code] != "unsure"} == known


def test_a_post_where_something_stands_still_is_not_said_to_be_open():
    today = mark_diagram_today(NOON)
    assert today.states["KHPOI"].gate.is_open and "open now" not in today.states["KHPOI"].words
