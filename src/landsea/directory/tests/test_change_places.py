"""Places change in one way, whoever changes them: versions stay, names are found at once, a renewed file overwrites nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from landsea.accounts.models import User
from landsea.directory import access
from landsea.directory.actions.change_places import Reason, change_places, load_places
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Place, PlaceVersion, Revision
from landsea.directory.name_search import find_by_name, find_places
from landsea.directory.place_rows import make_row, read_place_rows
from landsea.directory.question_reading import understand_question
from landsea.directory.tests.reference_files import reference_rows, write_reference

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A small reference folder that was loaded."""
    load_reference(write_reference(tmp_path), NOW)
    return tmp_path


def change(code: str, **changed) -> PlaceVersion:
    """Let a place's row count with these keys changed."""
    row = make_row(Place.objects.get(code=code)) | changed
    (version,) = change_places({code: row}, Reason("form", "A new sign.", LATER))
    return version


def renew(folder, code: str, **changed):
    """Load the reference again with one place's row changed."""
    rows = reference_rows()
    rows["places"] = [row | changed if row["code"] == code else row for row in rows["places"]]
    return load_reference(write_reference(folder, rows), LATER)


def test_rows_are_columns_and_back(folder):
    """Nothing of a row is lost in the table."""
    rows = read_place_rows(folder)
    assert {place.code: make_row(place) for place in Place.objects.all()} == rows
    assert all(place.seed == rows[place.code] for place in Place.objects.all())
    assert not PlaceVersion.objects.exists(), "what was loaded first has no state before it"


def test_a_version_says_who_when_why_and_what_it_was(folder, django_user_model):
    """With source and grade of both states."""
    editor = User.objects.create(email="editor@demo.example.org")
    row = make_row(Place.objects.get(code="CNMOH"))
    wanted = row | {"names": row["names"] | {"en": "New Mohan"}, "source": "a letter", "grade": "reported"}
    (version,) = change_places({"CNMOH": wanted}, Reason("form", "A new sign.", LATER, editor.pk))
    assert (version.number, version.by, version.at, version.why) == (1, editor, LATER, "A new sign.")
    assert (version.before["grade"], version.after["grade"]) == ("assumed", "reported")
    assert version.before == row and version.after == wanted and not version.follows_seed


def test_a_new_name_is_found_at_once_at_the_place_its_offices_and_their_desks(folder):
    """And the old one no more; processes hear of it by the revision."""
    mark = Revision.objects.get().mark
    assert access.find_place("CNMOH").names["en"] != "Qiaotou"
    change("CNMOH", names={"en": "Qiaotou"})
    assert [place.code for place in find_places("Qiaotou")] == ["CNMOH"]
    found = find_by_name("Qiaotou")
    assert [office.code for office in found.offices] == ["cn-mohan"]
    assert {desk.code for desk in found.desks} == {"cn-mohan.clearance", "cn-mohan.quarantine"}
    assert access.find_place("CNMOH").names["en"] == "Qiaotou" and Revision.objects.get().mark != mark


def test_a_place_put_on_record_is_read_in_plain_words_at_once(folder):
    """By the source that the app names to the reader of texts; taken back, it is understood no more."""
    row = make_row(Place.objects.get(code="CNMOH")) | {"code": "CNQIA", "names": {"en": "Qiaotou"}, "within": "CNMOH"}
    change_places({"CNQIA": row}, Reason("form", "Opened.", NOW))
    asked = {"about": "Our lorry stands at Qiaotou.", "place": "", "country": "", "matter": "", "goods": ""}
    typed = asked | {"direction": "", "filer_country": ""}
    understood = understand_question(typed)
    assert understood.place.code == "CNQIA" and understood.question.places == ("CNQIA", "CNMOH")
    change_places({"CNQIA": None}, Reason("undone", "Not open yet.", LATER))
    assert understand_question(typed).place is None


def test_a_renewed_file_leaves_what_people_wrote_and_says_so(folder):
    """Until it says the same, or somebody puts the place back to what the file has."""
    change("CNMOH", names={"en": "Qiaotou"})
    loaded = renew(folder, "CNMOH", note="The old name stays.")
    place = Place.objects.get(code="CNMOH")
    assert loaded.kept == ("CNMOH",) and place.overtaken and place.names == {"en": "Qiaotou"}
    assert renew(folder, "CNMOH", note="The old name stays.").kept == ("CNMOH",), "it is said at every load"
    change_places({"CNMOH": None}, Reason("reverted", "The file is right.", LATER))
    place.refresh_from_db()
    assert place.note == "The old name stays." and not place.entered_here and not place.overtaken
    assert [one.number for one in PlaceVersion.objects.filter(place=place)] == [2, 1]


def test_a_renewed_file_changes_what_nobody_edited_and_keeps_what_it_was(folder):
    """As a version by nobody."""
    loaded = renew(folder, "CNMOR", names={"en": "Mohan railway port"})
    version = PlaceVersion.objects.get()
    assert loaded.changed and loaded.kept == ()
    assert (version.place_id, version.how, version.by, version.follows_seed) == ("CNMOR", "seed", None, True)
    assert version.after["names"] == {"en": "Mohan railway port"} != version.before["names"]


def test_the_same_file_twice_changes_nothing(folder):
    """Also after people edited."""
    change("CNMOH", names={"en": "Qiaotou"})
    before = list(Place.objects.order_by("code").values()), Revision.objects.get().mark
    assert load_places(read_place_rows(folder), LATER).changed == 0
    assert before == (list(Place.objects.order_by("code").values()), Revision.objects.get().mark)


def test_a_place_that_people_put_on_record_stays_and_goes_with_its_undoing(folder):
    """No file has it; once nobody keeps it, it is out of service and its versions stay."""
    row = make_row(Place.objects.get(code="CNMOH")) | {"code": "CNQIA", "names": {"en": "Qiaotou"}}
    change_places({"CNQIA": row}, Reason("form", "Opened.", NOW))
    assert load_reference(folder, LATER).retired == 0
    assert access.find_place("CNQIA").is_on_record
    change_places({"CNQIA": None}, Reason("undone", "Not open yet.", LATER))
    place = access.find_place("CNQIA")
    assert not place.is_on_record and place.retired_at == LATER and find_places("Qiaotou") == ()
    assert [one.after for one in place.versions.all()] == [None, row]


def test_a_place_is_retired_on_a_day_and_serves_again(folder):
    """As a row says it; the file that has it still does not bring it back."""
    change("CNMOR", retired="2026-11-26")
    assert access.find_places(["CNMOR"]) == {} and load_reference(folder, LATER).kept == ()
    assert make_row(Place.objects.get(code="CNMOR"))["retired"] == "2026-11-26"
    change_places({"CNMOR": None}, Reason("reverted", "Open again.", LATER))
    assert list(access.find_places(["CNMOR"])) == ["CNMOR"]


def test_tables_from_before_versions_follow_the_file_without_one(folder):
    """An older installation has places without seeds; one that its file no longer has goes out of service."""
    Place.objects.update(seed=None)
    rows = reference_rows()
    rows["places"] = [row for row in rows["places"] if row["code"] != "CNMOR"]
    loaded = load_reference(write_reference(folder, rows), LATER)
    assert loaded.retired == 1 and Place.objects.get(code="CNMOR").retired_at == LATER
    assert Place.objects.get(code="CNMOH").seed and not PlaceVersion.objects.exists()
