"""The network lives in tables with versions; files are the seed and the export, and overwrite nothing that people wrote."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.corridor import access_editing, kept_network
from landsea.corridor.actions.edit_network import Wanted, save_rows
from landsea.corridor.actions.load_network import load_network
from landsea.corridor.commandline import network as command
from landsea.corridor.models import Edition, NetworkRevision, NetworkRow, RowVersion
from landsea.corridor.network_files import find_reference_folder, read_corridor
from landsea.directory.models import Place
from landsea_core.planner.network.row_kinds import NAMED_BY, find_path

from .conftest import NOW
from .editing_forms import POST
from .renewed_files import renewed_files

pytestmark = pytest.mark.django_db
EDITOR = Actor(user_id=None, is_coordinator=True)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def filled(db):
    """Tables filled from the reference files."""
    load_network(find_reference_folder(), NOW)


def change(kind: str, key: str, **changed) -> Edition:
    """Save a row with some of its values changed."""
    stands = access_editing.find_row_now(kind, key)
    return save_rows([Wanted(kind, key, stands.row | changed, stands.number)], why="Seen.", actor=EDITOR, now=NOW)


def exported(folder) -> dict[str, str]:
    """What `landsea network export` writes, by kind."""
    assert command.main(["export", str(folder)]) == 0
    return {kind: (folder / find_path(kind)).read_text(encoding="utf-8") for kind in NAMED_BY}


def test_the_tables_hold_the_network_of_the_files(filled):
    """The same in every figure, so the same plans; no version of what nobody changed."""
    assert kept_network.find_network() == read_corridor()
    assert not RowVersion.objects.exists() and not Edition.objects.exists()
    assert Place.objects.exists() and not Place.objects.filter(seed__isnull=True).exists()


def test_what_is_exported_is_what_was_loaded(filled, tmp_path):
    """Letter by letter, every file."""
    files = {kind: (find_reference_folder() / find_path(kind)).read_text(encoding="utf-8") for kind in NAMED_BY}
    assert exported(tmp_path) == files


def test_an_export_with_edits_loads_as_the_files_own(filled, tmp_path):
    """Into these tables, where edits become the file's; and out again, word for word."""
    change("procedures", POST, note="Counted at the gate.")
    change("places", "VNHNI", note="New hall.")
    first = exported(tmp_path / "first")
    assert "Counted at the gate." in first["procedures"] and "New hall." in first["places"]
    call_command("load_reference", folder=with_rest_of_reference(tmp_path / "first"), verbosity=0)
    call_command("load_network", folder=tmp_path / "first", verbosity=0)
    assert not NetworkRow.objects.filter(entered_here=True).exists()
    assert not Place.objects.filter(entered_here=True).exists()
    assert exported(tmp_path / "second") == first


def with_rest_of_reference(folder):
    """A folder of the network's files with the other reference files beside them."""
    for path in [*find_reference_folder().glob("*.jsonl"), *find_reference_folder().glob("words/*/*.jsonl")]:
        beside = folder / path.relative_to(find_reference_folder())
        if not beside.exists():
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.symlink_to(path)
    return folder


def test_the_same_files_twice_change_nothing(filled):
    """Not even the mark by which processes see that something changed; also after an edit."""
    change("procedures", POST, note="seen")
    mark = NetworkRevision.objects.get().mark
    loaded = load_network(find_reference_folder(), LATER)
    assert loaded.changed == 0 and loaded.kept == () and NetworkRevision.objects.get().mark == mark


def test_a_renewed_file_leaves_what_people_wrote_and_names_it(filled, tmp_path, capsys):
    """What counts stays theirs; the command and the editors' page say which rows to look at."""
    change("procedures", POST, note="seen")
    folder = renewed_files(tmp_path, "procedures", {POST: {"note": "new"}})
    call_command("load_network", folder=folder)
    assert f"procedures {POST}" in capsys.readouterr().out
    assert access_editing.find_row_now("procedures", POST).row["note"] == "seen"
    assert access_editing.find_row_now("procedures", POST).base["note"] == "new"


def test_a_renewed_row_that_nobody_edited_is_an_edition_by_nobody(filled, tmp_path, client):
    """With what it was before; everybody reads it in the history, and kept plans are looked at."""
    load_network(renewed_files(tmp_path, "procedures", {POST: {"note": "A second lane."}}), LATER)
    edition = Edition.objects.get()
    assert (edition.how, edition.by, edition.spread_at) == ("seed", None, None)
    assert RowVersion.objects.get().after["note"] == "A second lane."
    text = client.get(reverse("network_history", args=["procedures", POST])).content.decode()
    assert "The reference files were renewed." in text and "A second lane." in text
    client.cookies["language"] = "zh-hans"
    assert "参考文件已更新" in client.get(reverse("network_changes")).content.decode()


def test_a_row_that_vanished_is_on_record_no_more_and_may_come_back(filled, tmp_path):
    """With its versions."""
    load_network(renewed_files(tmp_path, "prices", {"C01": None}), LATER)
    assert "C01" not in {row["id"] for row in access_editing.list_rows("prices")}
    load_network(find_reference_folder(), LATER)
    assert "C01" in {row["id"] for row in access_editing.list_rows("prices")}
    assert [one.number for one in RowVersion.objects.filter(network_row__key="C01")] == [2, 1]


def test_files_with_faults_are_not_loaded(filled, tmp_path, capsys):
    """Each fault is named, and nothing is changed."""
    mark = NetworkRevision.objects.get().mark
    with pytest.raises(CommandError, match="1 fault"):
        call_command("load_network", folder=renewed_files(tmp_path, "prices", {"C01": {"unit": "barrel"}}))
    assert "barrel" in capsys.readouterr().err and NetworkRevision.objects.get().mark == mark


def test_until_the_tables_are_filled_the_files_count_and_the_first_edit_fills_them():
    """So an installation that never loaded its network loses nothing by an edit."""
    assert not kept_network.is_filled() and kept_network.find_network() == read_corridor()
    change("procedures", POST, note="seen")
    assert kept_network.is_filled() and NetworkRow.objects.count() > 1_800
    assert kept_network.find_network().services == read_corridor().services


def test_only_what_changed_is_another_object(filled):
    """A change of the directory that is none of its places leaves the network as it is, with all that is kept of it."""
    from landsea.directory.actions.revision import lock_revision, raise_revision

    before = kept_network.find_network()
    raise_revision(lock_revision())
    assert kept_network.find_network() is before
    change("places", "VNHNI", note="New hall.")
    assert kept_network.find_network().digest != before.digest


def test_check_judges_the_tables_too(filled, capsys):
    """`--installed`: what counts here, not what the files say."""
    NetworkRow.objects.filter(kind="prices", key="C01").update(row=None)
    assert command.main(["check", "--installed"]) == 0
    assert "The network is in order." in capsys.readouterr().out
