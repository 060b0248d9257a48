"""Offices and desks by pages: made, changed, retired, taken back; the coordinator's own desk stays."""

import pytest
from django.urls import reverse

from landsea.directory.models import Appointment, Change, Competence, ConfirmationRequest, Contact, Desk, Office

pytestmark = pytest.mark.django_db
OFFICE = {"country": "VN", "kind": "customs", "name_en": "Mong Cai Customs", "place": "Huu Nghi", "why": "decree 12"}
LINES = {
    "row-TOTAL_FORMS": "1",
    "row-INITIAL_FORMS": "0",
    "row-0-matter": "customs_clearance|inspection",
    "row-0-country": "VN",
}
DESK = {"name_en": "Inspection", "email": "inspection@demo.example.org", "why": "decree 12"} | LINES


def make_desk(world) -> Desk:
    browser = world.client("coordinator")
    browser.post(reverse("new_office"), OFFICE)
    browser.post(reverse("new_desk", args=["vn-mong-cai-customs"]), DESK)
    return Desk.objects.get(code="vn-mong-cai-customs.inspection")


def test_an_office_and_a_desk_are_made_and_questions_reach_them(world):
    desk = make_desk(world)
    assert desk.office.time_zone == "Asia/Ho_Chi_Minh" and desk.office.hours and desk.office.weekend == [5, 6]
    assert Contact.objects.get(desk=desk).email == "inspection@demo.example.org"
    assert ConfirmationRequest.objects.filter(contact__desk=desk).count() == 1
    assert Competence.objects.get(desk=desk).matter == "inspection"
    assert Change.objects.filter(desk=desk, why="decree 12").exists()


def test_a_desk_is_renamed_and_keeps_its_code(world):
    desk = make_desk(world)
    browser = world.client("coordinator")
    assert "Inspection" in browser.get(reverse("edit_desk", args=[desk.code])).content.decode()
    browser.post(
        reverse("edit_desk", args=[desk.code]), DESK | {"name_en": "Inspection of goods", "name_vi": "Kiểm hoá"}
    )
    desk.refresh_from_db()
    assert desk.names == {"en": "Inspection of goods", "vi": "Kiểm hoá"}
    browser.post(reverse("edit_office", args=[desk.office.code]), OFFICE | {"name_en": "Mong Cai Gate Customs"})
    assert "Mong Cai Gate Customs" in browser.get(reverse("units")).content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"country": ""}, "Choose the office"),
        ({"place": "nowhere at all"}, "There is no place of this name"),
        ({"hours": "all day"}, "Write hours as"),
        ({"name_en": ""}, "Write a name in English"),
    ],
)
def test_what_cannot_be_comes_back_as_it_was_typed(world, typed, sentence):
    answer = world.client("coordinator").post(reverse("new_office"), OFFICE | typed)
    assert answer.status_code == 422 and sentence in answer.content.decode() and "decree 12" in answer.content.decode()
    assert not Office.objects.filter(entered_here=True).exists()


def test_a_desk_without_any_task_is_refused(world):
    answer = world.client("coordinator").post(reverse("new_desk", args=["vn-huunghi"]), DESK | {"row-0-matter": ""})
    assert "at least one line" in answer.content.decode()


def test_a_retired_desk_takes_its_people_along_and_comes_back(world):
    desk, browser = make_desk(world), world.client("coordinator")
    person = {"name": "A Demo", "email": "a@demo.example.org", "language": "en", "why": "x", "unit_code": desk.code}
    browser.post(reverse("appoint_to_part", args=["holder"]), person)
    browser.post(reverse("retire_unit", args=["desks", desk.code]), {"why": " "})
    browser.post(reverse("retire_unit", args=["desks", desk.code]), {"why": "merged"})
    desk.refresh_from_db()
    assert desk.retired_at and not Appointment.objects.filter(desk=desk, ends_at=None).exists()
    assert browser.get(reverse("desk_page", args=[desk.code])).status_code == 404
    browser.post(reverse("return_unit", args=["desks", desk.code]))
    assert browser.get(reverse("desk_page", args=[desk.code])).status_code == 200


def test_a_desk_with_open_cases_stays(world):
    world.file()
    answer = world.client("coordinator").post(
        reverse("retire_unit", args=["desks", world.quarantine.code]), {"why": "x"}, follow=True
    )
    assert "1 open case" in answer.content.decode()
    world.quarantine.refresh_from_db()
    assert world.quarantine.retired_at is None


def test_the_coordinators_office_stays(world):
    browser = world.client("coordinator")
    answer = browser.post(reverse("retire_unit", args=["offices", "mechanism"]), {"why": "x"}, follow=True)
    assert "takes what nobody else does" in answer.content.decode()
    assert not Office.objects.get(code="mechanism").retired_at


@pytest.mark.parametrize("who", ["holder", "head", "observer", "operator", "editor", "clerk", "stranger"])
def test_only_a_coordinator_comes_here(world, who):
    assert world.client(who).get(reverse("units")).status_code == 403
    assert world.client(who).post(reverse("new_office"), OFFICE).status_code == 403
