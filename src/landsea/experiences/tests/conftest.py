"""Fixtures of the experiences app's tests: the small world, and a solved case with names in it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.models import Case
from landsea.cases.tests.world import World, make_world
from landsea.experiences.actions.begin import begin_from_case
from landsea.experiences.models import Experience
from landsea.rules import access as rules_access

NOW = timezone.now() - timedelta(days=3)
PROBLEM = (
    "Two lorries of Quamby Fruit Co., Ltd wait at Mohan. Ask Mr Wrexford, +856 20 5551 2345; his plate is 29C-123.45."
)
SOLUTION = (
    "The quarantine desk accepts the laboratory report in the form of the Chinese customs. Mr Wrexford brought it."
)


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path, settings):
    """Each test has a folder of its own and reads the rules anew."""
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()
    rules_access.forget_book()
    yield
    rules_access.forget_book()


@pytest.fixture
def world(db) -> World:
    """The small world of the cases."""
    return make_world()


@pytest.fixture
def solved(world) -> Case:
    """A case that was answered, solved and confirmed."""
    filed = world.file(
        PROBLEM, now=NOW, name="Ilse Zarquon", party="Quamby Fruit", email="ilse@quamby.example", language="en"
    )
    holder = world.actor("holder")
    accept_case(holder, filed.case.ref, now=NOW + timedelta(hours=1))
    propose_outcome(holder, filed.case.ref, "fixed", SOLUTION, now=NOW + timedelta(hours=2))
    return confirm_outcome(world.filer(filed), filed.case.ref, now=NOW + timedelta(hours=3))


@pytest.fixture
def draft(world, solved) -> Experience:
    """An experience begun from it."""
    return begin_from_case(world.actor("coordinator"), solved.ref, timezone.now())
