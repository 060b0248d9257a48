"""Backup and restore: a running installation with writes going on, sealed, restored into an empty place, counted."""

import hashlib
import io
import os
import subprocess
import sys
import threading
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from PIL import Image

from landsea.base.files.stores import StoreNotNamed
from landsea.cases.actions.hold_file import hold_file, let_go
from landsea.cases.models import Case, HeldFile
from landsea.cases.tests.world import make_world
from landsea.upkeep.backing_up import Manifest, make_backup
from landsea.upkeep.backup_files import find_newest_backup, list_backups, name_backup
from landsea.upkeep.postgres_tools import read_connection_parts
from landsea.upkeep.reading_backups import BackupBroken, read_backup
from landsea.upkeep.restoring import refuse_backup_that_does_not_fit
from landsea.upkeep.retention import Retention, choose_kept
from landsea.upkeep.sealed_archive import SealProblem, make_key, read_private_keys, read_public_keys


def paper():
    """Return an upload of a small picture."""
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(picture, "PNG")
    return SimpleUploadedFile("a.png", picture.getvalue())


@pytest.fixture
def key(tmp_path):
    """A pair of keys: the public one as text, and the file of the private one."""
    file = tmp_path / "key.txt"
    return make_key(file), file


@pytest.fixture
def empty_place(tmp_path):
    """The environment of another installation: an empty database on the same server, and an empty folder."""
    name = f"restored_{uuid.uuid4().hex[:8]}"
    parts = read_connection_parts()
    with psycopg.connect(**parts, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    url = psycopg.conninfo.make_conninfo(**parts | {"dbname": name})
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LANDSEA_")}
    yield kept | {
        "DATABASE_URL": url,
        "LANDSEA_VAR": str(tmp_path / "elsewhere"),
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
    }
    with psycopg.connect(**parts, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def run_landsea(environment, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "landsea", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def write_until(stop, world, failed):
    """File cases, hold papers and take some away again, until told to stop."""
    try:
        number = 0
        while not stop.is_set():
            number += 1
            world.file(f"Durian number {number} waits.")
            held = hold_file(uuid.uuid4().hex * 2, paper(), now=timezone.now())
            if number % 3 == 0:
                let_go(held)
    except Exception as problem:
        failed.append(problem)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_running_installation_is_backed_up_and_restored_and_every_row_is_there(tmp_path, key, empty_place, settings):
    public, private = key
    world, failed, stop = make_world(), [], threading.Event()
    for _ in range(3):
        world.file()
    writers = [threading.Thread(target=write_until, args=(stop, world, failed)) for _ in range(2)]
    for one in writers:
        one.start()
    while HeldFile.objects.count() < 2 and not failed:
        time.sleep(0.05)
    before = Case.objects.count()
    try:
        made = make_backup(tmp_path / "backups", read_public_keys([public]))
    finally:
        stop.set()
        for one in writers:
            one.join()
    assert not failed
    assert before <= made.manifest.rows["cases_case"][0] < Case.objects.count(), "nobody wrote while it was made"
    assert made.manifest.papers and made.path.stat().st_mode & 0o077 == 0

    done = run_landsea(empty_place, "restore", made.path, "--key", private)
    assert done.returncode == 0, done.stderr
    assert (
        f"{sum(rows for rows, _ in made.manifest.rows.values())} rows in {len(made.manifest.rows)} tables"
        in done.stdout
    )
    assert "audit entries whose chains hold" in done.stdout
    elsewhere = Path(empty_place["LANDSEA_VAR"])
    assert (elsewhere / "secret-key").read_text() == settings.SECRET_KEY
    kept = {f"{path.parent.name}/{path.name}" for path in (elsewhere / "files").glob("??/*")}
    assert kept == set(made.manifest.papers) - set(made.gone_meanwhile)
    for name in kept:
        content = (elsewhere / "files" / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == made.manifest.papers[name][1]

    again = run_landsea(empty_place, "restore", made.path, "--key", private)
    assert again.returncode == 1 and "tables already. Restore into an empty one" in again.stderr


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_proved_and_one_that_was_touched_is_not_believed(tmp_path, key, capsys):
    public, private = key
    make_world().file()
    hold_file("1" * 64, paper(), now=timezone.now())
    made = make_backup(tmp_path / "backups", read_public_keys([public]))
    call_command("backup", verify=made.path, key=private)
    assert "is whole: version" in capsys.readouterr().out
    sealed = bytearray(made.path.read_bytes())
    sealed[-200] ^= 1
    made.path.write_bytes(sealed)
    with pytest.raises(CommandError, match="cannot be opened with this key, or is broken"):
        call_command("backup", verify=made.path, key=private)
    other = tmp_path / "other.txt"
    make_key(other)
    with pytest.raises(SealProblem):
        read_backup(made.path, read_private_keys(other), dump_to=tmp_path / "x")


@pytest.mark.django_db(transaction=True)
def test_a_paper_that_is_not_what_its_row_says_is_found(tmp_path, key, settings):
    public, private = key
    make_world()
    held = hold_file("1" * 64, paper(), now=timezone.now())
    (Path(settings.FILES_ROOT) / held.stored).write_bytes(b"other bytes")
    made = make_backup(tmp_path / "backups", read_public_keys([public]))
    with pytest.raises(BackupBroken, match="is not what its row says"):
        read_backup(made.path, read_private_keys(private), dump_to=tmp_path / "x")
    (Path(settings.FILES_ROOT) / held.stored).unlink()
    with pytest.raises(OSError, match="in the database and not in the store"):
        make_backup(tmp_path / "more", read_public_keys([public]))
    assert list((tmp_path / "more").iterdir()) == []


def test_a_key_is_made_once_and_only_keys_are_taken(tmp_path, key, capsys):
    public, private = key
    assert public.startswith("age1") and private.stat().st_mode & 0o777 == 0o600
    with pytest.raises(SealProblem, match="is there already"):
        make_key(private)
    with pytest.raises(SealProblem, match="is no public key"):
        read_public_keys(["agent"])
    with pytest.raises(SealProblem, match="holds no private key"):
        read_private_keys(tmp_path / "missing")
    call_command("backup", new_key=tmp_path / "second.txt")
    assert "LANDSEA_BACKUP_KEYS=age1" in capsys.readouterr().out


def test_without_a_key_it_says_how_to_make_one():
    with pytest.raises(CommandError, match="landsea backup --new-key FILE"):
        call_command("backup")


def test_days_weeks_and_months_keep_their_newest():
    noon = datetime(2026, 11, 28, 12, tzinfo=UTC)
    moments = [noon - timedelta(hours=12 * number) for number in range(2 * 400)]
    kept = sorted(choose_kept(moments, Retention(days=7, weeks=5, months=12)), reverse=True)
    assert kept[:7] == [noon - timedelta(days=day) for day in range(7)]
    assert len(kept) < 7 + 5 + 12 and kept[-1] == datetime(2025, 12, 31, 12, tzinfo=UTC)


def test_backups_are_known_by_their_names(settings, tmp_path):
    settings.BACKUPS = tmp_path
    assert find_newest_backup() is None
    for day in (1, 3, 2):
        (tmp_path / name_backup(datetime(2026, 11, day, tzinfo=UTC))).touch()
    (tmp_path / "landsea-yesterday.backup.age").touch()
    assert [one.made_at.day for one in list_backups()] == [1, 2, 3] and find_newest_backup().made_at.day == 3


def test_papers_of_a_country_whose_store_is_not_named_are_refused_before_anything_is_written(settings, tmp_path):
    paper_of_laos = {f"la/3f/{'3f' * 16}": [8, ""]}
    manifest = Manifest("2026-11-29T00:00:00+00:00", "1", 18, [], {}, paper_of_laos)
    with pytest.raises(StoreNotNamed, match="a store of LA"):
        refuse_backup_that_does_not_fit(manifest)
    settings.FILE_STORES = {"LA": {"folder": str(tmp_path)}}
    refuse_backup_that_does_not_fit(manifest)
