"""Each test begins with nobody having tried a password; all people of the world have the same one."""

import pytest
from django.core.cache import cache

from landsea.accounts.tests.signing_in import PASSWORD
from landsea.cases.tests.world import World, make_world


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """What allauth counts by network stands in the cache of the process: many tests sign in from one network."""
    cache.clear()


@pytest.fixture
def world(db) -> World:
    made = make_world()
    for person in made.people.values():
        person.set_password(PASSWORD)
        person.save()
    return made
