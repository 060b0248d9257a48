"""Fixtures of the cases app's tests."""

import pytest

from landsea.cases.tests.world import World, make_world


@pytest.fixture
def world(db) -> World:
    """The small world of `world.py`."""
    return make_world()
