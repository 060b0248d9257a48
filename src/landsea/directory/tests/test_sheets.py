"""Spreadsheets of the directory: the difference, all or nothing, headers in any language and order, faults by row, rights."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from landsea.base.audit.verify import find_broken_entries
from landsea.base.ui.sheets.cells import write_csv
from landsea.cases.tests.world import make_world
from landsea.directory import routing
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Change, Competence, Contact, Desk, Evidence, HeldSheet, Office
from landsea.directory.tests.reference_files import write_reference
from landsea_core.routing import RoutingQuestion

pytestmark = pytest.mark.django_db
CONTACT = ["Desk", "Name", "E-mail", "Telephone"]
DESK = ["Code", "Office", "Name in English", "Answers for"]
OFFICE = ["Code", "Country", "Kind", "Name in English", "Time zone"]


@pytest.fixture
def world():
    made = make_world()
    Contact.objects.create(
        desk=made.quarantine, name="Old Demo", email="old@demo.example.org", phone="+00 1", languages=["zh"]
    )
    return made


def send(world, rows, kind="contacts", who="coordinator", whole=False):
    """Upload rows; return the browser and the address of the difference."""
    browser = world.client(who)
    file = SimpleUploadedFile("people.csv", write_csv(rows).encode(), content_type="text/csv")
    answer = browser.post(
        reverse("directory_sheets"), {"kind": kind, "sheet": file, **({"whole": "yes"} if whole else {})}
    )
    assert answer.status_code == 302, answer.content.decode()
    return browser, answer.url


def apply(browser, address, why="list of the office, 20 November"):
    page = browser.get(address).content.decode()
    mark = page.split('name="fingerprint" value="')[1].split('"')[0] if "fingerprint" in page else ""
    return browser.post(address, {"fingerprint": mark, "why": why})


def test_added_changed_and_left_as_it_is(world):
    rows = [
        CONTACT,
        ["cn-mohan.quarantine", "Old Demo", "old@demo.example.org", "+00 2"],
        ["vn-huunghi.customs", "New Demo", "new@demo.example.org", "+00 3"],
    ]
    browser, address = send(world, rows)
    page = browser.get(address).content.decode()
    assert "Changed (1)" in page and "Added (1)" in page and "+00 1" in page
    assert not Contact.objects.filter(name="New Demo").exists()
    assert apply(browser, address).status_code == 302
    old = Contact.objects.get(name="Old Demo")
    assert (old.phone, old.languages) == ("+00 2", ["zh"])
    assert Contact.objects.get(name="New Demo").desk == world.border
    assert set(Change.objects.values_list("act", "why")) == {
        ("change_contact", "list of the office, 20 November"),
        ("add_contact", "list of the office, 20 November"),
    }
    assert list(find_broken_entries()) == []
    assert browser.get(address).status_code == 404  # applied once


def test_any_order_and_chinese_headers(world):
    rows = [
        ["电话", "邮箱", "颜色", "窗口代码", "姓名"],
        ["+00 9", "old@demo.example.org", "红", "cn-mohan.quarantine", "Old Demo"],
    ]
    browser, address = send(world, rows)
    assert "颜色" in browser.get(address).content.decode()
    apply(browser, address)
    assert Contact.objects.get().phone == "+00 9"


def test_one_refused_row_and_nothing_is_taken(world):
    rows = [
        CONTACT,
        ["cn-mohan.quarantine", "Fine Demo", "fine@demo.example.org", ""],
        ["no.such.desk", "Lost Demo", "lost@demo.example.org", ""],
        ["cn-mohan.quarantine", "Bad Demo", "not an address", ""],
        ["cn-mohan.quarantine", "", "noname@demo.example.org", ""],
    ]
    browser, address = send(world, rows)
    page = browser.get(address).content.decode()
    for words in ("Cannot be taken (3)", "no.such.desk", "is no address", "This is missing: Name."):
        assert words in page
    assert "fingerprint" not in page
    assert apply(browser, address).status_code == 422
    assert Contact.objects.count() == 1 and Evidence.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("offices", [OFFICE, *([["xx-demo", "CN", "customs", name, "Asia/Shanghai"] for name in ("One", "Two")])]),
        ("desks", [DESK, *([["cn-mohan.new", "cn-mohan", name, "sps_tbt"] for name in ("One", "Two")])]),
        ("contacts", [CONTACT, *([["cn-mohan.quarantine", name, "a@demo.example.org", ""] for name in ("A", "B")])]),
    ],
)
def test_a_code_that_stands_twice_is_refused_with_its_row(world, kind, rows):
    browser, address = send(world, rows, kind)
    page = browser.get(address).content.decode()
    assert "Cannot be taken (1)" in page and "is in row 2 already" in page


def test_what_is_not_in_a_whole_list_is_removed_only_when_that_was_said(world):
    rows = [CONTACT, ["vn-huunghi.customs", "New Demo", "new@demo.example.org", ""]]
    browser, address = send(world, rows)
    assert "Removed" not in browser.get(address).content.decode()
    browser, address = send(world, rows, whole=True)
    assert "Removed (1)" in browser.get(address).content.decode()
    apply(browser, address)
    assert Contact.objects.get(name="Old Demo").ended_at is not None


def test_what_moved_on_meanwhile_is_looked_at_again(world):
    browser, address = send(world, [CONTACT, ["cn-mohan.quarantine", "Old Demo", "old@demo.example.org", "+00 2"]])
    page = browser.get(address).content.decode()
    mark = page.split('name="fingerprint" value="')[1].split('"')[0]
    Contact.objects.update(phone="+00 7")
    answer = browser.post(address, {"fingerprint": mark, "why": "x"})
    assert answer.status_code == 422 and "Look once more" in answer.content.decode()
    assert Contact.objects.get().phone == "+00 7"


def test_a_reason_is_asked_for(world):
    browser, address = send(world, [CONTACT, ["cn-mohan.quarantine", "Old Demo", "old@demo.example.org", "+00 2"]])
    assert apply(browser, address, why=" ").status_code == 422
    assert Contact.objects.get().phone == "+00 1"


def test_a_desk_comes_in_with_its_competences_and_answers_at_once(world, tmp_path):
    question = RoutingQuestion("sps_tbt", "laboratory", "CN", ("CNMHN",), "0810")
    assert routing.route_question(question)[0].code == "cn-mohan.quarantine"
    row = ["cn-mohan.laboratory", "cn-mohan", "Laboratory", "sps_tbt|laboratory|CN|CNMHN|08; sps_tbt|laboratory|CN"]
    browser, address = send(world, [DESK, row], "desks")
    assert apply(browser, address).status_code == 302
    assert routing.route_question(question)[0].code == "cn-mohan.laboratory"
    assert Competence.objects.filter(desk__code="cn-mohan.laboratory").count() == 2
    load_reference(write_reference(tmp_path), timezone.now())  # files that know nothing of it leave it alone
    assert Desk.objects.get(code="cn-mohan.laboratory").retired_at is None
    assert Desk.objects.get(code="cn-rail.freight").retired_at is not None


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["cn-mohan.x", "nowhere", "X", "sps_tbt"], "There is no office nowhere"),
        (["cn-mohan.x", "cn-mohan", "X", "sps_tbt|nonsense"], "no topic and matter"),
        (["cn-mohan.x", "cn-mohan", "X", "sps_tbt||CN|NOWHERE"], "There is no place NOWHERE"),
        (["mechanism.coordinator", "cn-mohan", "X", "sps_tbt"], "what nobody else does"),
        (["cn mohan", "cn-mohan", "X", "sps_tbt"], "Write a code of letters"),
    ],
)
def test_desks_that_cannot_be(world, row, sentence):
    browser, address = send(world, [DESK, row], "desks")
    assert sentence in browser.get(address).content.decode()


def test_offices_come_in_with_hours_and_weekend(world):
    rows = [
        [*OFFICE, "Weekend", "Hours", "Closing days", "Name in Chinese"],
        [
            "la-demo",
            "LA",
            "customs",
            "Demo Customs",
            "Asia/Vientiane",
            "Sat Sun",
            "08:00-12:00 13:00-16:00",
            "2026-12-02",
            "示例海关",
        ],
    ]
    browser, address = send(world, rows, "offices")
    apply(browser, address)
    office = Office.objects.get(code="la-demo")
    assert (office.hours, office.weekend) == ([["08:00", "12:00"], ["13:00", "16:00"]], [5, 6])
    assert office.names == {"en": "Demo Customs", "zh": "示例海关"}
    browser, address = send(world, [OFFICE, ["la-demo", "LA", "customs", "Demo Customs", "Nowhere/City"]], "offices")
    assert "is no time zone" in browser.get(address).content.decode()


@pytest.mark.parametrize("kind", ["contacts", "desks", "offices"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_was_taken_away_comes_back_without_a_difference(world, kind, form):
    browser = world.client("coordinator")
    taken = browser.get(reverse("directory_export", args=[kind, form])).content
    answer = browser.post(reverse("directory_sheets"), {"kind": kind, "sheet": SimpleUploadedFile(f"a.{form}", taken)})
    page = browser.get(answer.url).content.decode()
    if kind == "desks":  # the coordinator's own desk is shown and not taken back
        assert "Cannot be taken (1)" in page
    else:
        assert "Cannot be taken" not in page
    assert "Added (" not in page and "Changed (" not in page


def test_one_takes_away_the_contacts_of_ones_own_desks_only(world):
    Contact.objects.create(desk=world.border, name="Border Demo", email="border@demo.example.org")
    address = reverse("directory_export", args=["contacts", "csv"])
    assert "Border Demo" not in world.client("holder").get(address).content.decode()
    assert "Border Demo" in world.client("coordinator").get(address).content.decode()
    for outsider in ("stranger", "observer", "clerk"):
        assert world.client(outsider).get(address).status_code == 403


def test_a_holder_brings_only_contacts_of_ones_own_desk(world):
    rows = [
        CONTACT,
        ["cn-mohan.quarantine", "Fine Demo", "fine@demo.example.org", ""],
        ["vn-huunghi.customs", "Theirs Demo", "theirs@demo.example.org", ""],
    ]
    browser, address = send(world, rows, who="holder")
    assert "that you look after" in browser.get(address).content.decode()
    send(world, rows, kind="desks", who="holder")  # is read as contacts: desks are the coordinator's
    assert not HeldSheet.objects.filter(kind="desks").exists()
    assert world.client("other_holder").get(address).status_code == 404


def test_what_looks_like_a_formula_is_no_formula(world):
    Contact.objects.create(desk=world.quarantine, name='=HYPERLINK("x")', phone="+00 5")
    taken = world.client("coordinator").get(reverse("directory_export", args=["contacts", "xlsx"])).content
    cells = [cell for row in load_workbook(io.BytesIO(taken)).active.iter_rows(values_only=True) for cell in row]
    assert not any(str(cell).startswith(("=", "+")) for cell in cells)
