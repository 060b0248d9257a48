"""Fixtures of the exchange app's tests."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from landsea.exchange.tests.business import business_world


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def world(db, tmp_path, settings):
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()
    return business_world()
