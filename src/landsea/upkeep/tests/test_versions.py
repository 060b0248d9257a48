"""An upgrade looks first: a newer database is left alone, no version is skipped, and a backup comes before tables change."""

import pytest
from django.db import connection
from django.utils import timezone

from landsea import upgrading
from landsea.base.version import VERSION
from landsea.upkeep import versions
from landsea.upkeep.models import Upgrade
from landsea.upkeep.sealed_archive import SealProblem, make_key
from landsea.upkeep.versions import VersionWrong, find_database_version, note_version, refuse_wrong_version

pytestmark = pytest.mark.django_db


def note(version):
    Upgrade.objects.create(version=version, at=timezone.now())


def test_a_version_is_noted_once():
    note_version()
    note_version("a backup")
    assert find_database_version() == VERSION and Upgrade.objects.count() == 1


def test_a_database_of_this_version_or_the_one_before_is_taken():
    refuse_wrong_version()
    note("2026.11.25")
    refuse_wrong_version()


def test_a_newer_database_is_left_alone():
    note("2099.01.01")
    with pytest.raises(VersionWrong, match="The database is of 2099.01.01, and this is"):
        refuse_wrong_version()


def test_a_change_that_this_code_does_not_know_is_of_a_newer_version():
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('cases', '0999_later', now())")
    with pytest.raises(VersionWrong, match="a newer version"):
        refuse_wrong_version()


def test_no_version_is_skipped():
    note("2025.01.01")
    with pytest.raises(VersionWrong, match="No version may be skipped"):
        refuse_wrong_version()


def test_before_tables_change_there_is_a_backup(monkeypatch, settings, tmp_path):
    said, did = [], []
    monkeypatch.setattr(versions, "count_missing_migrations", lambda: 2)
    monkeypatch.setattr(upgrading, "prepare_checked", lambda say: did.append("prepared"))
    with pytest.raises(SealProblem, match="Before tables change there must be a backup"):
        upgrading.upgrade_installation(said.append, False, False)
    assert did == []
    upgrading.upgrade_installation(said.append, True, False)
    assert did == [] and said[-1] == f"from no version noted to {VERSION}: 2 changes to the tables"
    settings.BACKUP_KEYS, settings.BACKUPS = make_key(tmp_path / "key"), tmp_path / "backups"
    monkeypatch.setattr("landsea.upkeep.backing_up.make_backup", lambda folder, *_: did.append("backed up") or Made)
    upgrading.upgrade_installation(said.append, False, False)
    assert did == ["backed up", "prepared"] and Upgrade.objects.get().backup == "one.backup.age"


class Made:
    """A backup that was made."""

    from pathlib import Path

    path = Path("one.backup.age")
