"""What editors did stays on record: history, going back, undoing, retiring, and what the files have overtaken."""

import pytest
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.corridor import access, access_editing
from landsea.corridor.actions.edit_network import Wanted, save_rows
from landsea.corridor.actions.load_network import load_network
from landsea.corridor.models import Edition, RowVersion

from .conftest import NOW
from .editing_forms import POST, edit, form_of, usual_hours
from .renewed_files import renewed_files

pytestmark = pytest.mark.django_db


def test_history_is_for_everybody_and_names_nobody_to_strangers(world, client):
    """Each version with difference and reason; who did it is for people at desks."""
    world.client("coordinator").post(
        edit("procedures", POST), form_of("procedures", POST, typical=7, why="Counted at the gate.", act="save")
    )
    address = reverse("network_history", args=["procedures", POST])
    text = client.get(address).content.decode()
    assert "Counted at the gate." in text and "<ins>7</ins>" in text
    name = str(Edition.objects.get().by)
    assert name not in text and name in world.client("holder").get(address).content.decode()
    assert name not in client.get(reverse("network_changes")).content.decode()


def test_a_row_can_be_put_back_to_any_state(world):
    """To a version, and to what the files have; each is a new version."""
    coordinator = world.client("coordinator")
    for hours in (7, 9):
        coordinator.post(edit("procedures", POST), form_of("procedures", POST, typical=hours, why="x", act="save"))

    def put_back(number: int, seen: int):
        address = reverse("revert_network_row", args=["procedures", POST, number])
        return coordinator.post(address, {"why": "Back.", "seen": seen}).status_code

    assert put_back(1, 2) == 302 and usual_hours() == 7
    assert put_back(0, 3) == 302 and usual_hours() == 4
    assert put_back(0, 4) == 422, "it stands as the files have it already"
    assert put_back(9, 4) == 404
    assert RowVersion.objects.count() == 4


def test_an_edition_that_was_changed_since_is_not_undone(world):
    """Undoing would overwrite what came after: it is refused with a sentence."""
    coordinator = world.client("coordinator")
    for hours in (7, 9):
        coordinator.post(edit("procedures", POST), form_of("procedures", POST, typical=hours, why="x", act="save"))
    first = Edition.objects.order_by("pk").first()
    page = coordinator.post(reverse("undo_network_edition", args=[first.pk]), {"why": "Back."})
    assert page.status_code == 422 and "changed by somebody else" in page.content.decode()
    assert usual_hours() == 9


def test_retiring_keeps_it_on_record_and_out_of_plans(world, client):
    """A service nobody plans with, its page still there; a place that is still called at cannot go."""
    coordinator = world.client("coordinator")
    address = reverse("retire_network_row", args=["services", "D009"])
    assert coordinator.post(address, {"retire-why": "It ended.", "seen": 0}).status_code == 302
    assert access.find_service("D009").not_offered
    assert "retired" in client.get(reverse("corridor_service", args=["D009"])).content.decode()
    page = coordinator.post(
        reverse("retire_network_row", args=["places", "VNHNI"]), {"retire-why": "Closed.", "seen": 0}
    )
    assert page.status_code == 422 and "which is retired" in page.content.decode()
    page = coordinator.post(
        reverse("retire_network_row", args=["procedures", POST]), {"retire-why": "Gone.", "seen": 0}
    )
    assert page.status_code == 422 and "no procedure is on record at VNHNI" in page.content.decode()


def test_a_row_that_its_file_has_overtaken_is_named(world, tmp_path):
    """When the base is renewed, an editor is told which edited rows hold another figure than the file now."""
    editor = Actor(user_id=None, is_coordinator=True)
    row = access_editing.find_row_now("procedures", POST).row
    save_rows([Wanted("procedures", POST, {**row, "note": "seen"}, 0)], why="x", actor=editor, now=NOW)
    assert access_editing.list_overtaken_rows(editor) == []
    load_network(renewed_files(tmp_path, "procedures", {POST: {"note": "new"}}), NOW)
    assert [key for _, key, _ in access_editing.list_overtaken_rows(editor)] == [POST]
    assert access_editing.find_row_now("procedures", POST).row["note"] == "seen"


def test_renewed_values_that_plans_reckon_with_stand_among_the_changes(world, tmp_path, client):
    """They have no pages of their own: they are named, and lead nowhere."""
    load_network(renewed_files(tmp_path / "first"), NOW)
    load_network(renewed_files(tmp_path / "second", "scatter", {"air any": {"note": "fitted anew"}}), NOW)
    shown = client.get(reverse("network_changes")).content.decode()
    assert "a value that plans reckon with (air any)" in shown and "history/scatter" not in shown


@pytest.mark.parametrize("kind, key", [("procedures", POST), ("places", "VNHNI")])
def test_an_editor_says_which_counts_the_row_written_here_or_the_renewed_file(world, tmp_path, client, kind, key):
    """Everybody sees where they differ; keeping the row is a version with its reason, and so is taking over the file's."""
    coordinator = world.client("coordinator")
    row = access_editing.find_row_now(kind, key).row
    editor = Actor(user_id=None, is_coordinator=True)
    save_rows([Wanted(kind, key, {**row, "note": "seen"}, 0)], why="x", actor=editor, now=NOW)
    load_network(renewed_files(tmp_path / "first", kind, {key: {"note": "a second lane"}}), NOW)
    history = reverse("network_history", args=[kind, key])
    assert "<ins>a second lane</ins>" in client.get(history).content.decode()
    assert history in coordinator.get(reverse("network_editing")).content.decode()

    keep, take = (reverse("revert_network_row", args=[kind, key, number]) for number in (1, 0))
    assert client.post(keep, {"why": "Ours.", "seen": 1}).status_code in {302, 403}
    assert access_editing.find_row_now(kind, key).overtaken
    answer = coordinator.post(keep, {"why": "We looked again.", "seen": 1}, follow=True).content.decode()
    assert "Kept as it is here." in answer and "Kept as it was, though its file said otherwise." in answer
    assert (
        access_editing.list_overtaken_rows(editor) == []
        and access_editing.find_row_now(kind, key).row["note"] == "seen"
    )
    assert "We looked again." in client.get(history).content.decode()

    load_network(renewed_files(tmp_path / "second", kind, {key: {"note": "a third lane"}}), NOW)
    assert coordinator.post(take, {"why": "Theirs.", "seen": 2}).status_code == 302
    stands = access_editing.find_row_now(kind, key)
    assert (stands.row["note"], stands.number, stands.overtaken) == ("a third lane", 3, False)
