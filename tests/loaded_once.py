"""What many tests need in the database and takes seconds to load: loaded once a run, copied into each test that asks for it.

A set is loaded into the empty database of the run, its rows are taken, and all is rolled back
(`landsea.base.tests.copied_rows`).
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # whoever tests the core alone has no Django
    from landsea.base.tests.copied_rows import Rows

MOMENT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""When everything here is loaded: the day on which the tests of the rules stand."""


@pytest.fixture(scope="session")
def reference_rows(django_db_setup, django_db_blocker) -> "Rows":
    """The rows of the whole reference directory: topics, places, offices, desks, competences."""
    from django.conf import settings

    from landsea.directory.actions.load_reference import load_reference

    return written_by(lambda: load_reference(Path(settings.REFERENCE), MOMENT), django_db_blocker)


@pytest.fixture(scope="session")
def measure_rows(django_db_setup, django_db_blocker) -> "Rows":
    """The rows of all measures of the reference files, with what the audit says of them."""
    from django.conf import settings

    from landsea.rules.actions.load_measures import load_measures

    return written_by(lambda: load_measures(Path(settings.REFERENCE), MOMENT), django_db_blocker)


@pytest.fixture
def reference_directory(reference_rows, db) -> None:
    """The whole reference directory."""
    from landsea.base.tests.copied_rows import copy_in

    copy_in(reference_rows)


@pytest.fixture
def reference_measures(measure_rows, db) -> None:
    """All measures of the reference files, published at `MOMENT`."""
    from landsea.base.tests.copied_rows import copy_in

    copy_in(measure_rows)


def written_by(load: Callable[[], object], blocker) -> "Rows":
    """Return the rows that `load` adds to the empty database of the run."""
    from landsea.base.tests.copied_rows import rows_written_by

    with blocker.unblock():
        return rows_written_by(load)
