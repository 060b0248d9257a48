"""The pages of the network: its lines and places listed, found by name, cut down to a country, each with a page of its own."""

import json

import pytest
from django.urls import reverse

from landsea.corridor import access

pytestmark = pytest.mark.django_db


def test_every_place_and_service_has_a_page(client):
    """All of the network's own, with their sources; strangers' codes are not found."""
    known = access.find_current_network()
    for code in ("CNCKG", "CNMHR", "SGSIN", "THLCH"):
        assert client.get(reverse("corridor_place", args=[code])).status_code == 200
    for name in list(known.services)[::40]:
        text = client.get(reverse("corridor_service", args=[name])).content.decode()
        assert "Source:" in text
    assert client.get(reverse("corridor_place", args=["XXXXX"])).status_code == 404
    assert client.get(reverse("corridor_service", args=["X1"])).status_code == 404


def test_the_network_can_be_taken_away(client):
    """CSV, GeoJSON without borders, GTFS; no other form."""
    assert client.get(reverse("network")).status_code == 200
    rows = client.get(reverse("network_data", args=["csv"])).content.decode().splitlines()
    assert len(rows) > 500
    shapes = json.loads(client.get(reverse("network_data", args=["geojson"])).content)
    assert {one["geometry"]["type"] for one in shapes["features"]} == {"Point", "LineString"}
    assert client.get(reverse("network_data", args=["gtfs.zip"])).content[:2] == b"PK"
    assert client.get(reverse("network_data", args=["xls"])).status_code == 404


def listed_services(page) -> set[str]:
    """The services that a page of the network lists, those back too."""
    return {one.id for line in page.context["lines"] for one in (line["service"], line["back"]) if one}


def test_there_and_back_stand_in_one_line_under_their_countries(client):
    """What is otherwise on the way back is said; lines across a border come first."""
    page = client.get(reverse("network"))
    assert "and back</a>" in page.content.decode()
    groups = [line["group"] for line in page.context["lines"]]
    assert "–" in groups[0] and groups == sorted(groups, key=groups.index)


def test_places_and_services_are_found_by_name_in_any_language(client):
    """A word of a name, a code; what nobody is called says what to try."""
    for said in ("磨憨", "mohan", "CNMHR"):
        page = client.get(reverse("network"), {"q": said})
        assert "CNMHR" in {place.code for place, _ in page.context["found"]}, said
        assert {"R041", "R043"} <= listed_services(page), said
    assert [line["service"].id for line in client.get(reverse("network"), {"q": "d009"}).context["lines"]] == ["D009"]
    assert "Neither a place nor a service" in client.get(reverse("network"), {"q": "Atlantis"}).content.decode()


def test_services_are_called_by_places_to_readers_of_other_languages(client):
    """Their own names are English; they stay, marked, on the page of the service."""
    page = client.get(
        reverse("corridor_service", args=["R043"]), headers={"accept-language": "zh-hans"}
    ).content.decode()
    assert "万象" in page.split("</h1>")[0] and '<p class="soft" lang="en">' in page
    lines = client.get(reverse("network"), {"q": "R043"}, headers={"accept-language": "lo"}).content.decode()
    assert "(R043)" in lines and "Vientiane South -" not in lines


def test_the_network_is_listed_in_parts_and_no_line_is_missed(client):
    """Twenty at a time, there and back in one; lengths and hours in the reader's words."""
    rail = {
        one.id for one in access.find_current_network().services.values() if one.kind == "line" and one.mode == "rail"
    }
    seen, address = [], reverse("network")
    while address:
        page = client.get(address, headers={"accept-language": "lo"})
        assert len(page.context["lines"]) <= 20 and " ກມ</td>" in page.content.decode()
        seen += [one.id for line in page.context["lines"] for one in (line["service"], line["back"]) if one]
        pages = page.context["pages"]
        address = pages.after_url and reverse("network") + pages.after_url
    assert len(seen) == len(set(seen)) and set(seen) == rail


def test_the_network_can_be_cut_down_to_a_country(client):
    """Each line calls there, and none is left out; where there is none, the page says what to do."""
    known = access.find_current_network()
    page = client.get(reverse("network"), {"mode": "rail", "country": "MY"})
    assert listed_services(page) == {
        one.id
        for one in known.services.values()
        if (one.kind, one.mode) == ("line", "rail")
        and any(known.places[call.place].country == "MY" for call in one.calls)
    }
    assert "Choose another mode" in client.get(reverse("network"), {"mode": "rail", "country": "PH"}).content.decode()
