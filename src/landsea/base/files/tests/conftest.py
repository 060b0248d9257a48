"""Fixtures of the files app's tests: a folder of its own for each, and the small world of the cases."""

import pytest

from landsea.cases.tests.world import World, make_world


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """Keep each test's files apart."""
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def world(db) -> World:
    """The small world of the cases."""
    return make_world()
