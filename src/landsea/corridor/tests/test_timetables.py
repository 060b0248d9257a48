"""Taking timetables in on a page: every difference shown, all or nothing, one edition, and nobody sees another's."""

import io
import json
import zipfile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.corridor import access, access_editing
from landsea.corridor.models import Edition, HeldTimetable
from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.network.gtfs_export import export_gtfs
from landsea_core.planner.network.row_files import read_rows

pytestmark = pytest.mark.django_db
HEAD = "id,mode,name,days,place,arrive,arrive_day,depart,depart_day\n"
NEW = "N1,rail,Demo train,mon thu,CNTJC,,0,20:00,0\nN1,rail,Demo train,mon thu,LAVTS,20:00,3,,0\n"
CHANGED = "R043,rail,,mon thu,CNTJC,,0,19:00,0\nR043,rail,,mon thu,LAVTS,20:00,4,,0\n"


def stop(place: str, what: str, at: str) -> dict:
    """A call of a ship."""
    return {"location": {"UNLocationCode": place}, "timestamps": [{"eventTypeCode": what, "eventDateTime": at}]}


SAILING = [stop("CNQZH", "DEPA", "2027-01-11T20:00:00+08:00"), stop("SGSIN", "ARRI", "2027-01-16T08:00:00+08:00")]
SHIP = {
    "carrierServiceCode": "DL1",
    "carrierServiceName": "Demo loop",
    "vesselSchedules": [{"transportCalls": SAILING}],
}


def send(client, name: str, data: bytes | str, **more):
    """Send a file."""
    data = data.encode() if isinstance(data, str) else data
    return client.post(reverse("import_timetable"), {"file": SimpleUploadedFile(name, data), **more})


def look(client, answer):
    """Follow to the difference that a sent file makes."""
    assert answer.status_code == 302, answer.content.decode()
    return client.get(answer["Location"])


def apply(client, page, **more):
    """Press the button under a difference."""
    sent = {"fingerprint": page.context["fingerprint"], "why": "Winter timetable."} | more
    return client.post(page.request["PATH_INFO"], sent)


def zipped(files: dict[str, str], method: int = zipfile.ZIP_STORED) -> bytes:
    """A feed as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def cut(data: bytes) -> bytes:
    """A zip that lost some bytes on its way, so that its list points before its beginning."""
    return data[:2] + data[52:]


def spoilt(data: bytes) -> bytes:
    """A zip whose packed bytes are others than were packed."""
    return data[:52] + b"\xff" * 12 + data[64:]


def test_a_csv_is_shown_applied_as_one_edition_and_undone(world):
    """Added and changed rows in words; nothing counts before it is applied; undoing takes all of it back."""
    coordinator = world.client("coordinator")
    page = look(coordinator, send(coordinator, "winter.csv", HEAD + NEW + CHANGED))
    text = page.content.decode()
    assert "Added (1)" in text and "Changed (1)" in text and "Demo train" in text
    assert "N1" not in access.find_current_network().services
    before = access_editing.find_row_now("services", "R043").row
    assert apply(coordinator, page).status_code == 302
    assert access.find_service("N1").hours == 73 and access.find_service("R043").days == ("mon", "thu")
    now = access_editing.find_row_now("services", "R043").row
    assert (now["operator"], now["name"], now["carries"]) == (before["operator"], before["name"], before["carries"])
    edition = Edition.objects.get()
    assert edition.versions.count() == 2 and edition.file == "winter.csv"
    coordinator.post(reverse("undo_network_edition", args=[edition.pk]), {"why": "Wrong file."})
    assert "N1" not in access.find_current_network().services
    assert access_editing.find_row_now("services", "R043").row == before


def test_a_difference_is_said_in_the_readers_language(world):
    """Places, days and grades too: a file's codes and English say nothing to an editor in Ha Noi."""
    row = access_editing.find_row_now("services", "R001").row
    line = f"R001,rail,{row['name']},daily,{{}},{{}},{{}},{{}},{{}}\n".format
    places = [call["place"] for call in row["calls"]]
    data = HEAD + line(places[0], "", 0, "19:30", 0) + line(places[1], "18:00", 2, "", 2)
    coordinator = world.client("coordinator")
    coordinator.cookies[settings.LANGUAGE_COOKIE_NAME] = "vi"
    text = look(coordinator, send(coordinator, "winter.csv", data)).content.decode()
    assert "đi 20:00" in text and "đi 19:30" in text and "đến 18:00 (+2)" in text and "46,5" in text
    assert "Ga Cảng Khâm Châu Đông" in text and "tháng 11, 2026" in text
    assert "CNQGE" not in text and "assumed" not in text and "Tuanjiecun" not in text


def test_the_same_file_again_changes_nothing(world):
    """Only the day of looking it up would differ."""
    coordinator = world.client("coordinator")
    apply(coordinator, look(coordinator, send(coordinator, "a.csv", HEAD + NEW)))
    page = look(coordinator, send(coordinator, "a.csv", HEAD + NEW))
    assert "Nothing differs" in page.content.decode()


def test_what_a_whole_timetable_no_longer_holds_is_retired(world):
    """Only when the editor says that the file is the whole; and only what came from it."""
    coordinator = world.client("coordinator")
    apply(coordinator, look(coordinator, send(coordinator, "a.csv", HEAD + NEW + NEW.replace("N1", "N2"))))
    assert "Retired" not in look(coordinator, send(coordinator, "a.csv", HEAD + NEW)).content.decode()
    page = look(coordinator, send(coordinator, "a.csv", HEAD + NEW, whole="on"))
    assert "Retired (1)" in page.content.decode()
    apply(coordinator, page)
    assert access.find_service("N2").not_offered and not access.find_service("N1").not_offered


def test_vessel_schedules_and_our_own_feed_are_read(world):
    """DCSA schedules become a line by sea; our own export changes nothing of a line's calls. To import is to look: on any day
    but that of the rows, the day of the last look is new.
    """
    coordinator = world.client("coordinator")
    page = look(coordinator, send(coordinator, "ships.json", json.dumps([SHIP])))
    apply(coordinator, page)
    assert [call.place for call in access.find_service("DL1").calls] == ["CNQZH", "SGSIN"]
    page = look(coordinator, send(coordinator, "own.zip", zipped(export_gtfs(access.find_current_network()))))
    assert {what for _, _, rows, _ in page.context["groups"] for _, _, changes in rows for what, _, _ in changes} <= {
        "source",
        "grade",
        "who runs it",
        "name",
        "days",
        "hours in all",
        "kind",
        "remark",
        "looked up on",
        *(f"call {number}" for number in range(1, 10)),
    }


BAD = [
    ("a.csv", HEAD + NEW.replace("CNTJC", "Atlantis"), "a.csv:2 N1: No place is known"),
    ("a.csv", HEAD + NEW.replace("20:00,3", "02:00,0"), "a.csv:3 N1: LAVTS: the time to arrive lies before"),
    ("a.csv", HEAD + NEW.replace("20:00,3", "23:00,0"), "a.csv:2 N1: 1"),
    ("a.csv", HEAD + NEW.replace("N1", "../x"), "is no id"),
    ("a.csv", HEAD, "holds no service"),
    ("a.csv", "\x00" + HEAD, "a.csv:"),
    ("a.csv", (HEAD + NEW).encode("utf-16"), "a.csv:1 is no text in UTF-8"),
    ("a.csv", HEAD + NEW.replace("N1", "L001").replace("rail", "road"), "without a timetable"),
    ("a.json", "[" * 100_000, "is no JSON"),
    ("a.json", '[{"vesselSchedules": [1]}]', "sailing 1 has no transportCalls"),
    ("a.json", json.dumps([SHIP, SHIP]), "DL1 is given twice"),
    ("a.json", json.dumps([SHIP]).replace("+08:00", ""), "sailing 1, call 1: it cannot be read"),
    ("a.json", json.dumps([SHIP | {"carrierServiceName": "a\0b"}]), "DL1: a text holds a character that is none"),
    ("a.json", json.dumps([SHIP | {"carrierServiceName": "a\ud800b"}]), "DL1: a text holds a character that is none"),
    ("a.json", json.dumps([SHIP | {"carrierServiceCode": "a\ud800b"}]), "a text holds a character that is none"),
    ("a.zip", b"PK\x03\x04 torn", "cannot be read"),
    ("a.zip", cut(zipped({"stops.txt": "stop_id\n" * 50})), "cannot be read"),
    ("a.zip", spoilt(zipped({"stops.txt": "stop_id\n" * 50}, zipfile.ZIP_LZMA)), "cannot be read"),
    ("a.zip", zipped({"stops.txt": "stop_id\n"}), "stops.txt:1 has no column"),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD)
def test_a_bad_file_is_refused_with_its_place_and_leaves_nothing(world, name, data, said):
    """A sentence with file and line, or the service and the call; nothing is kept."""
    page = send(world.client("coordinator"), name, data)
    assert page.status_code == 422
    assert any(said in fault for fault in page.context["faults"]), page.context["faults"]
    assert not HeldTimetable.objects.exists()


def test_a_feed_with_broken_references_loops_and_doubles_names_each(world):
    """GTFS: every fault with file and line, all of them at once."""
    files = export_gtfs(access.find_current_network())
    lines = files["stop_times.txt"].splitlines()
    files["stop_times.txt"] = "\n".join([*lines, lines[1].replace(lines[1].split(",")[3], "XXXXX")])
    files["trips.txt"] += files["trips.txt"].splitlines()[1] + "\n"
    page = send(world.client("coordinator"), "own.zip", zipped(files))
    said = " ".join(page.context["faults"])
    assert f"stop_times.txt:{len(lines) + 1} stop_id 'XXXXX' is not defined" in said
    assert "trips.txt:" in said and "given twice" in said


def test_a_stop_number_of_thousands_of_digits_breaks_nothing(world):
    """It is read as none, and its trip's stops stay in the order of the file."""
    files = export_gtfs(access.find_current_network())
    head, first, *rest = files["stop_times.txt"].splitlines()
    files["stop_times.txt"] = "\n".join([head, f"{first.rpartition(',')[0]},{'1' * 5000}", *rest])
    assert send(world.client("coordinator"), "own.zip", zipped(files)).status_code == 302


def test_a_difference_that_has_moved_on_is_shown_again(world):
    """Somebody else changed the row between looking and pressing: nothing is applied."""
    coordinator = world.client("coordinator")
    page = look(coordinator, send(coordinator, "a.csv", HEAD + CHANGED))
    other = world.client("coordinator")
    other.post(reverse("retire_network_row", args=["services", "R043"]), {"retire-why": "It ended.", "seen": 0})
    again = apply(coordinator, page)
    assert again.status_code == 409 and "changed meanwhile" in again.content.decode()
    assert Edition.objects.count() == 1


def test_nobody_sees_what_another_editor_has_sent(world):
    """Not even an editor; and no trace of it on any public page."""
    coordinator = world.client("coordinator")
    held = send(coordinator, "a.csv", HEAD + NEW.replace("Demo train", "Zanzibar marker"))["Location"]
    HeldTimetable.objects.update(by=world.people["holder"])
    assert coordinator.get(held).status_code == 404
    for address in (reverse("network"), reverse("network_changes"), reverse("network_data", args=["csv"])):
        assert "Zanzibar" not in world.client("anonymous").get(address).content.decode()


def test_edits_are_written_out_as_rows_of_the_files(world, tmp_path, capsys):
    """By command: the edited rows alone, or whole files that pass for the base."""
    from landsea.corridor.commandline.network import main

    assert main(["export-edits", str(tmp_path / "none")]) == 0
    assert "changed nothing" in capsys.readouterr().out
    coordinator = world.client("coordinator")
    apply(coordinator, look(coordinator, send(coordinator, "a.csv", HEAD + NEW)))
    assert main(["export-edits", str(tmp_path)]) == 0
    [row] = [json.loads(line) for line in (tmp_path / "services.jsonl").read_text().splitlines()]
    assert row == access_editing.find_row_now("services", "N1").row
    assert main(["export-edits", str(tmp_path), "--whole"]) == 0
    lines = (tmp_path / "services.jsonl").read_text().splitlines()
    base = (find_reference_folder() / "network" / "services.jsonl").read_text().splitlines()
    assert lines[:-1] == base and json.loads(lines[-1]) == row


def test_rows_with_odd_line_separators_are_read_back_as_they_were_written(world, tmp_path):
    """A name in a file may hold one; what was written out must serve as the next base."""
    from landsea.corridor.commandline.network import main

    coordinator = world.client("coordinator")
    ship = SHIP | {"carrierServiceName": "Demo\u2028loop"}
    apply(coordinator, look(coordinator, send(coordinator, "ships.json", json.dumps([ship]))))
    assert main(["export-edits", str(tmp_path)]) == 0
    assert [row["name"] for _, row in read_rows(tmp_path / "services.jsonl")] == ["Demo\u2028loop"]
