"""Barriers on pages of other apps: before a case is filed, and beside one that is in a barrier."""

import pytest

from landsea.cases.tests.browsing import page_of

pytestmark = pytest.mark.django_db
TYPED = {
    "key": "c" * 64,
    "text": "Our durian waits, the report is not accepted.",
    "place_text": "Mohan",
    "country": "CN",
    "goods": "fresh durian 0810.60",
    "filer_country": "VN",
    "matter": "plant_health",
    "lane": "normal",
    "visibility": "named",
    "party": "Demo",
    "action": "check",
}


def test_who_is_about_to_file_the_same_is_shown_the_barrier(client, world, barrier):
    page = page_of(client.post("/file/", TYPED))
    assert "Others have the same trouble" in page and f"/barriers/{barrier.pk}/me-too/" in page
    other = page_of(client.post("/file/", TYPED | {"matter": "rail"}))
    assert "Others have the same trouble" not in other


def test_a_case_names_its_barrier(world, cases, barrier):
    page = page_of(world.client("holder").get(f"/cases/{cases[0].ref}/"))
    assert "Part of a barrier" in page and f"/barriers/{barrier.pk}/" in page
