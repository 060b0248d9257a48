"""Loading the reference files: again without change, with rows gone and back, never touching people."""

from datetime import UTC, datetime, timedelta

import pytest

from landsea.directory import access
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Competence, Contact, Desk, Office, OfficeTelephone, Place, Revision, Topic
from landsea.directory.tests.reference_files import reference_rows, write_reference

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)

pytestmark = pytest.mark.django_db


def test_loads_every_row_with_its_relations(tmp_path):
    loaded = load_reference(write_reference(tmp_path), NOW)

    assert (loaded.topics, loaded.matters, loaded.places, loaded.offices, loaded.desks) == (2, 3, 3, 3, 4)
    assert Place.objects.get(code="CNMOR").within_id == "CNMOH"
    assert Office.objects.get(code="la-boten").parent.code == "mechanism"
    assert Desk.objects.get(code="cn-mohan.quarantine").office.place_id == "CNMOH"
    assert sorted(Competence.objects.filter(desk__code="cn-mohan.quarantine").values_list("place", "hs")) == [
        ("CNMOH", "07"),
        ("CNMOH", "08"),
    ]


def test_a_second_load_changes_nothing(tmp_path):
    load_reference(write_reference(tmp_path), NOW)
    before = Revision.objects.get(), sorted(Competence.objects.values_list("pk", flat=True))

    again = load_reference(tmp_path, LATER)

    after = Revision.objects.get(), sorted(Competence.objects.values_list("pk", flat=True))
    assert not again.changed and again.retired == 0
    assert before == after and before[0].mark == after[0].mark


def test_what_vanished_is_retired_and_what_returns_serves_again_under_its_id(tmp_path):
    load_reference(write_reference(tmp_path), NOW)
    desk = Desk.objects.get(code="cn-mohan.clearance")
    rows = reference_rows()
    rows["desks"] = [row for row in rows["desks"] if row["code"] != desk.code]

    without = load_reference(write_reference(tmp_path, rows), LATER)
    desk.refresh_from_db()
    assert desk.retired_at == LATER and without.changed and without.retired == 1

    back = load_reference(write_reference(tmp_path), LATER)
    desk.refresh_from_db()
    assert desk.retired_at is None and back.changed


def test_a_changed_competence_replaces_only_its_desk_and_raises_the_revision(tmp_path):
    load_reference(write_reference(tmp_path), NOW)
    number = Revision.objects.get().number
    others = set(Competence.objects.exclude(desk__code="la-boten.clearance").values_list("pk", flat=True))
    rows = reference_rows()
    rows["desks"][3]["competences"][0]["direction"] = "import"

    load_reference(write_reference(tmp_path, rows), LATER)

    assert Revision.objects.get().number == number + 1
    assert list(Competence.objects.filter(desk__code="la-boten.clearance").values_list("direction")) == [("import",)]
    assert others == set(Competence.objects.exclude(desk__code="la-boten.clearance").values_list("pk", flat=True))


def test_a_renamed_topic_shows_at_once(tmp_path):
    load_reference(write_reference(tmp_path), NOW)
    assert [topic.names["en"] for topic in access.list_topics_in_service()][0] == "Customs clearance"
    rows = reference_rows()
    rows["topics"][0]["names"]["en"] = "Clearance"
    del rows["topics"][1]["matters"][0]

    load_reference(write_reference(tmp_path, rows), LATER)

    assert [topic.names["en"] for topic in access.list_topics_in_service()][0] == "Clearance"
    assert [len(topic.matters.all()) for topic in access.list_topics_in_service()] == [2, 0]


def test_people_stay_when_their_desk_is_retired(tmp_path):
    load_reference(write_reference(tmp_path), NOW)
    desk = Desk.objects.get(code="cn-mohan.clearance")
    contact = Contact.objects.create(desk=desk, name="Demo Person", phone="+00 000 0001")
    rows = reference_rows()
    rows["desks"] = [row for row in rows["desks"] if row["code"] != desk.code]

    load_reference(write_reference(tmp_path, rows), LATER)

    contact.refresh_from_db()
    assert contact.ended_at is None and contact.desk_id == desk.pk


def test_a_broken_file_changes_nothing(tmp_path):
    load_reference(write_reference(tmp_path), NOW)
    rows = reference_rows()
    rows["topics"][0]["names"]["en"] = "Something else"
    rows["desks"][1]["office"] = "nowhere"

    with pytest.raises(KeyError):
        load_reference(write_reference(tmp_path, rows), LATER)

    assert not Topic.objects.filter(names__en="Something else").exists()
    assert Desk.objects.filter(retired_at=None).count() == 4


def test_telephones_come_own_first_and_one_that_vanished_is_retired(tmp_path):
    loaded = load_reference(write_reference(tmp_path), NOW)
    office = Office.objects.get(code="cn-mohan")

    assert loaded.telephones == 2
    assert [one.whose for one in access.list_telephones_of_office(office.pk)] == ["own", "authority"]
    assert access.list_telephones_of_office(office.pk)[1].said_on == "2023-08-29"

    rows = reference_rows()
    del rows["telephones"][1]
    rows["telephones"][0]["hours"] = ""
    again = load_reference(write_reference(tmp_path, rows), LATER)

    assert again.retired == 1 and again.changed, "processes keep telephones, so they hear of a change"
    assert [(one.number, one.hours) for one in access.list_telephones_of_office(office.pk)] == [("12360", "")]
    assert OfficeTelephone.objects.get(number="+868718122222").retired_at == LATER


def test_a_mission_s_exchange_comes_before_its_line_for_citizens(tmp_path):
    rows = reference_rows()
    help_line, exchange = rows["telephones"]
    help_line |= {"kind": "consular_protection", "whose": "own"}
    exchange |= {"kind": "switchboard", "whose": "own"}

    load_reference(write_reference(tmp_path, rows), NOW)

    shown = access.list_telephones_of_office(Office.objects.get(code="cn-mohan").pk)
    assert [one.kind for one in shown] == ["switchboard", "consular_protection"]
