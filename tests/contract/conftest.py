"""The world with one of every object, for the contract's tests."""

from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from landsea.base.tests.copied_rows import copy_in

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
"""A Wednesday, 11 o'clock in China and 10 o'clock in Viet Nam: offices are open."""


@contextmanager
def standing_world(folder):
    """Make one of every object at `NOW`, at which the clock stands: on another day other desks are open and other pages
    shorter. In a demonstration, because the gallery, the demo's people and its mails are pages too. What a process keeps is
    believed meanwhile: how often it asks whether that is old depends on the machine (`landsea.base.kept`).
    """
    from tests.contract.one_of_each import make_everything
    from tests.contract.one_of_each.messengers import SETTINGS

    from landsea.base.kept import forget_everything

    settings = {"DEMO": True, "METRICS_TOKEN": "of a test"} | SETTINGS
    settings |= {"FILES_ROOT": folder / "files", "MAIL_FOLDER": folder / "mails", "VAR": folder}
    with pytest.MonkeyPatch.context() as patch, override_settings(**settings):
        patch.setattr(timezone, "now", lambda: NOW)
        patch.setattr("landsea.base.kept.time", SimpleNamespace(monotonic=lambda: 1_000.0))
        forget_everything()
        yield make_everything(NOW)
        forget_everything()


@pytest.fixture
def everything(reference_measures, tmp_path):
    """One of every object, for one test."""
    with standing_world(tmp_path) as everything:
        yield everything


@pytest.fixture(scope="session")
def walk(measure_rows, django_db_blocker, tmp_path_factory):
    """What everybody got everywhere (`tests.contract.walk`), asked once; the database stays as it was."""
    from tests.contract.asking import asked_in_bulk
    from tests.contract.walk import walk_through

    with django_db_blocker.unblock(), transaction.atomic(), asked_in_bulk():
        copy_in(measure_rows)
        with standing_world(tmp_path_factory.mktemp("everything")) as everything:
            found = walk_through(everything)
        transaction.set_rollback(True)
    return found
