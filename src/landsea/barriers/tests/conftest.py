"""Fixtures of the barriers app's tests: the small world of the cases app, and six firms with one trouble."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from landsea.barriers.actions.open_barrier import Words, open_barrier
from landsea.cases.tests.world import make_world


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def world(db, tmp_path, settings):
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()
    return make_world()


@pytest.fixture
def cases(world, now):
    """Six cases of six firms, a day apart, the last one an hour old."""
    return [
        world.file(
            now=now - timedelta(days=5 - number, hours=1),
            party=f"Demo Fruit {number}",
            email=f"fruit{number}@demo.example.org",
        ).case
        for number in range(6)
    ]


@pytest.fixture
def barrier(world, cases, now):
    """A barrier of the six cases."""
    return open_barrier(world.actor("coordinator"), words(), [case.pk for case in cases], now=now)


def words(**changes) -> Words:
    """What a coordinator would write about it."""
    about = {
        "titles": {"en": "Laboratory reports are not accepted", "zh-hans": "检测报告不被接受"},
        "topic": "sps_tbt",
        "matter": "plant_health",
        "country": "CN",
        "place_code": "CNMHN",
        "chapter": "08",
        "goods": "fresh fruit",
    }
    return Words(**about | changes)
