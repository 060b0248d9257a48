"""The small world of the cases, and limits that do not run out within a test."""

import pytest

from landsea.base.limits import spending
from landsea.cases.tests.world import make_world


@pytest.fixture
def world(db):
    """One person of every kind, three desks, two chambers."""
    spending.SPENT.forget()
    return make_world()
