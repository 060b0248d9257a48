"""Fixtures of the likeness app's tests: the small world of the cases app, and cases in four languages that were read."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from landsea.cases.tests.world import make_world
from landsea.likeness.actions.read_cases import read_cases

DURIAN_EN = "The laboratory report for our durian is not accepted at the border and the fruit is getting soft."
DURIAN_ZH = "口岸不承认我们榴莲的检测报告，水果快要坏了。"
RAIL_VI = "Toa hàng của chúng tôi nằm ở ga chuyển tải từ thứ hai mà không ai xếp lên tàu."


@pytest.fixture
def world(db, tmp_path, settings):
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()
    return make_world()


@pytest.fixture
def read():
    """Read all cases now."""
    return lambda: read_cases(now=timezone.now(), most=500)
