"""Fixtures of the cases app's tests."""

import pytest
from django.core.cache import cache
from django.test import Client

from landsea.cases.actions.file import Filed
from landsea.cases.tests.browsing import KEY
from landsea.cases.tests.world import World, make_world
from landsea_core.caseflow import Visibility


@pytest.fixture(autouse=True)
def fresh_folder_and_limits(tmp_path, settings) -> None:
    """Files go to a folder of the test's own; no address has filed, uploaded or tried a link yet."""
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()


@pytest.fixture
def world(db) -> World:
    """The small world of `world.py`."""
    return make_world()


@pytest.fixture
def filed(world) -> Filed:
    """A case of a pseudonymous filer, with its secret."""
    return world.file(visibility=Visibility.PSEUDONYMOUS, name="", party="")


@pytest.fixture
def filer(client, filed) -> Client:
    """A browser that opened the secret link of `filed`."""
    client.get(f"/m/{filed.secret}")
    return client


@pytest.fixture
def typed(world) -> dict:
    """A whole form, as somebody at Mohan would send it."""
    return {
        "key": KEY, "text": "Two lorries of durian wait since Monday. The laboratory report is not accepted.",
        "happened_on": "", "place_text": "Mohan", "country": "CN", "goods": "fresh durian 0810.60",
        "filer_country": "VN", "matter": "plant_health", "lane": "normal", "lane_reason": "",
        "visibility": "named", "name": "Nguyen Thi Demo", "party": "", "email": "filer@demo.example.org", "phone": "",
    }  # fmt: skip
