"""The pages of places: what a reader says is wrong reaches the editors, and what trips took there is shown from five on."""

import re
from datetime import timedelta
from unicodedata import combining, east_asian_width

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from landsea.base.actors import ANONYMOUS, SYSTEM, Actor
from landsea.base.audit.models import Entry
from landsea.corridor import access, access_editing
from landsea.corridor.actions.log_trip import Wish as TripWish
from landsea.corridor.actions.log_trip import add_milestone, begin_trip, log_file
from landsea.corridor.drawing import draw_map
from landsea_core.planner.network.trip_events import TripEvent

from .conftest import NOW, journey

pytestmark = pytest.mark.django_db


def test_a_reader_s_correction_reaches_the_editors(world, client):
    """Kept once, shown to editors with the way to the form, settled; no words in the audit."""
    page = client.get(reverse("corridor_place", args=["VNHNI"])).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page).group(1)
    sent = {"text": "The gate opens at six.", "email": "a@example.org", "form_key": key}
    address = reverse("suggest_network_correction", args=["places", "VNHNI"])
    assert client.post(address, sent).status_code == 302
    client.post(address, sent)
    assert client.post(address, {"text": "", "form_key": key}).status_code == 422
    coordinator = world.client("coordinator")
    text = coordinator.get(reverse("network_editing")).content.decode()
    assert text.count("The gate opens at six.") == 1 and "Huu Nghi" in text
    assert not any("gate opens" in str(entry.facts) for entry in Entry.objects.all())
    number = access_editing.open_corrections(Actor(is_coordinator=True)).get().pk
    coordinator.post(reverse("settle_network_correction", args=[number]))
    assert "The gate opens at six." not in coordinator.get(reverse("network_editing")).content.decode()


def test_a_price_is_one_amount_where_it_is_no_range(client):
    """With the marks of its reader, as the history has it too."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "vi"
    text = client.get(reverse("corridor_service", args=["R001"])).content.decode()
    assert "3.697 CNY" in text and "3697" not in text


def test_the_lines_of_a_large_port_are_folded_after_the_first_ten(client):
    """None is missing; what is on call stands apart."""
    page = client.get(reverse("corridor_place", args=["CNQZH"])).content.decode()
    open_part, folded = page.split("<details>", 1)
    assert open_part.count("/plan/services/") == 10
    assert {one.id for one in access.list_services("CNQZH")} == set(re.findall(r"/plan/services/([\w.-]+)/", page))
    assert "more by timetable" in folded and "on call: local haulage" in folded


@pytest.mark.parametrize("language", ["en", "zh-hans", "lo"])
def test_the_names_at_both_ends_fit_on_a_map(language):
    """A long name beside a dot near the edge was cut off: the map is made wide enough for it."""
    known = access.find_current_network()
    for service in known.services.values():
        with translation.override(language):
            drawn = draw_map(service.mode, [known.places[call.place] for call in service.calls])
        for x, _y, name in (drawn.dots[0], drawn.dots[-1]):
            letters = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in name if not combining(sign))
            assert max(x, drawn.width - x) > 11 * letters * 0.9, (service.id, name)


def test_trips_are_shown_at_a_place_from_five_on(client):
    """Fewer than five are not counted out; five show median, least and ninth of ten."""
    place = reverse("corridor_place", args=["CNMHN"])
    for number in range(5):
        row = begin_trip(TripWish("road"), actor=SYSTEM, now=NOW)
        for what, hours in (("border_in", 0), ("border_out", 10 + number)):
            add_milestone(row, TripEvent("", "CNMHN", what, NOW + timedelta(hours=hours)), now=NOW)
        if number == 3:
            text = client.get(place).content.decode()
            assert "fewer than 5 trips" in text and "4 trips" not in text
    assert (
        "12.0 hours usually, 10.0 at best, 14.0 in nine of ten cases at most (5 trips)"
        in client.get(place).content.decode()
    )


def test_invented_stretches_do_not_bury_those_that_are_travelled(client):
    """One file can name thousands: pages list those with most trips, and count the rest."""
    ends = sorted(set(access.find_current_network().places) - {"CNNNG", "VNHAN"})[:120]
    told = [
        TripEvent(end, place, what, NOW + timedelta(hours=hours))
        for end in ends
        for place, what, hours in (("CNNNG", "departed", 0), (end, "arrived", 20))
    ]
    told += [one for number in range(5) for one in journey(number)]
    log_file(told, TripWish("road", how="csv"), actor=ANONYMOUS, now=NOW)
    for page, listed in ((reverse("performance"), 100), (reverse("corridor_place", args=["CNNNG"]), 30)):
        answer = client.get(page)
        assert len(answer.context["legs"]) == listed and f"and {121 - listed} more" in answer.content.decode()
        assert answer.context["legs"][0]["hours"].nameless.n == 5
