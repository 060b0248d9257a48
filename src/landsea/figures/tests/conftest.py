"""Fixtures of the figures app's tests: the reference figures, loaded; the small world of people."""

import pytest
from django.core.management import call_command

from landsea.cases.tests.world import World, make_world
from landsea.figures import mechanism


@pytest.fixture
def figures(db) -> None:
    """All reference figures."""
    call_command("load_figures", verbosity=0)


@pytest.fixture
def world(db) -> World:
    """The small world; the mechanism's own figures are counted anew."""
    mechanism.forget_figures()
    return make_world()
