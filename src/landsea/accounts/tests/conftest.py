"""Each test begins with nobody having tried a password."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """What allauth counts by network stands in the cache of the process: many tests sign in from one network."""
    cache.clear()
