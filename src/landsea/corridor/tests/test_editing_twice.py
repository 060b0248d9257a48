"""Editing the network: pressed twice, at once, after an undo, with odd addresses; nothing is doubled, nothing breaks."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landsea.base.actors import SYSTEM
from landsea.corridor.actions.log_trip import Wish as TripWish
from landsea.corridor.actions.log_trip import add_milestone, begin_trip
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import Edition
from landsea_core.planner.network.trip_events import TripEvent

from .conftest import NOW
from .editing_forms import POST, edit

pytestmark = pytest.mark.django_db
NEW_PRICE = {
    "services": "R043",
    "low": "900",
    "high": "1200",
    "currency": "USD",
    "unit": "TEU",
    "since": "2026-10",
    "until": "2026-12",
    "source": "forwarder's offer",
    "grade": "reported",
    "checked": "2026-11-20",
    "why": "First price.",
    "seen": "0",
    "act": "save",
}
NEW_PLACE = {
    "code": "LAXYZ",
    "kind": "dry_port",
    "country": "LA",
    "name_en": "Demo dry port",
    "lat": "18",
    "lon": "102.5",
    "position": "near",
    "tz": "Asia/Vientiane",
    "source": "letter",
    "grade": "reported",
    "checked": "2026-11-20",
    "why": "Opened.",
    "seen": "0",
    "act": "save",
}


def test_a_new_row_whose_form_is_pressed_twice_is_one(world):
    """The second press says that nothing differs; another price is another row."""
    coordinator = world.client("coordinator")
    assert coordinator.post(edit("prices", "new"), NEW_PRICE).status_code == 302
    again = coordinator.post(edit("prices", "new"), NEW_PRICE)
    assert again.status_code == 422 and "Nothing differs" in again.content.decode()
    assert coordinator.post(edit("prices", "new"), NEW_PRICE | {"high": "1300"}).status_code == 302
    assert Edition.objects.count() == 2


def test_a_place_that_was_undone_can_be_put_on_record_again_and_trips_over_it_do_no_harm(world, client):
    """What trips logged at it is left out while it is gone, on every page, and counts again afterwards."""
    coordinator = world.client("coordinator")
    coordinator.post(edit("places", "new"), NEW_PLACE)
    row = begin_trip(TripWish("road"), actor=SYSTEM, now=NOW)
    for what, place, hours in (("departed", "CNMHN", 0), ("arrived", "LAXYZ", 9)):
        add_milestone(row, TripEvent("", place, what, NOW + timedelta(hours=hours)), now=NOW)
    pages = [reverse("performance"), reverse("trip", args=[KEPT_LINKS.secret_of(row.nonce)])]
    pages.append(reverse("corridor_place", args=["CNMHN"]))
    coordinator.post(reverse("undo_network_edition", args=[Edition.objects.get().pk]), {"why": "Not open yet."})
    assert [client.get(page).status_code for page in pages] == [200, 200, 200]
    assert coordinator.post(edit("places", "new"), NEW_PLACE).status_code == 302
    assert "Demo dry port" in client.get(pages[0]).content.decode()


def test_no_address_and_no_number_is_too_odd(world, client):
    """A NUL is part of no key; a number of five thousand digits is no version."""
    assert client.get("/plan/history/places/%00/").status_code == 404
    address = reverse("revert_network_row", args=["procedures", POST, 0])
    assert world.client("coordinator").post(address, {"why": "Back.", "seen": "1" * 5000}).status_code == 422
