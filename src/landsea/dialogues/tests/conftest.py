"""Fixtures of the dialogues app's tests: the small world of the cases app and a dialogue with a chair of each side."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from landsea.barriers.actions.open_barrier import open_barrier
from landsea.barriers.tests.conftest import words
from landsea.cases.tests.world import make_world
from landsea.dialogues.tests.making import dialogue_with_chairs


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def world(db, tmp_path, settings):
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()
    return make_world()


@pytest.fixture
def dialogue(world, now):
    """A meeting in a week."""
    return dialogue_with_chairs(world, now)


@pytest.fixture
def barrier(world, now):
    """A barrier of two firms' cases."""
    ids = [
        world.file(now=now, party=f"Demo {n}", email=f"demo{n}@demo.example.org", filer_country="VN").case.pk
        for n in range(2)
    ]
    return open_barrier(world.actor("coordinator"), words(), ids, now=now)
