"""An operator's base map: off unless it is whole, laid by its degrees, never without the number of its review."""

import pytest
from django.urls import reverse

from landsea.corridor import access
from landsea.corridor.base_map import read_base_map
from landsea.corridor.drawing import draw_map

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewed(settings):
    settings.BASE_MAP, settings.BASE_MAP_EDGES, settings.BASE_MAP_REVIEW = "/base.svg", "70,-15,140,55", "GS(2026)1"


def test_there_is_none_unless_somebody_set_it(client):
    assert read_base_map() is None
    assert "<image" not in client.get(reverse("corridor_place", args=["CNCKG"])).content.decode()


def test_it_is_not_drawn_without_its_review(reviewed, settings):
    settings.BASE_MAP_REVIEW = ""
    assert read_base_map() is None


def test_it_lies_by_its_degrees_and_its_number_is_shown(client, reviewed):
    place = access.find_current_network().places["CNCKG"]
    drawn = draw_map("road", [place])
    x, y, _name = drawn.dots[0]
    assert drawn.base.x + (place.lon - 70) / 70 * drawn.base.width == pytest.approx(x, abs=0.5)
    assert drawn.base.y + (55 - place.lat) / 70 * drawn.base.height == pytest.approx(y, abs=0.5)
    html = client.get(reverse("corridor_place", args=["CNCKG"])).content.decode()
    assert 'href="/base.svg"' in html and "GS(2026)1" in html


@pytest.mark.parametrize("edges", ["70,140", "a,b,c,d", "140,-15,70,55", "nan,-15,140,55", "70,-inf,140,55"])
def test_wrong_edges_are_a_sentence(reviewed, settings, edges):
    settings.BASE_MAP_EDGES = edges
    with pytest.raises(ValueError, match="west,south,east,north"):
        read_base_map()
