"""Filing from a spreadsheet: all of it or nothing, once however often it is pressed."""

import csv
import io
import re
from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.associations.actions import file_bulk
from landsea.associations.tests import sheets
from landsea.associations.tests.bulk import file_it, sheet_of, upload
from landsea.base.actors import Actor
from landsea.base.audit.access import list_entries
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.erase_case import erase_case
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.models import AssociationMember, BulkFiling, Case
from landsea.cases.presenters import state_words
from landsea.cases.tests.world import with_rail_holder

pytestmark = pytest.mark.django_db


def test_a_sheet_is_previewed_filed_and_numbered(world):
    with_rail_holder(world)
    sheet = sheet_of(
        world, [sheets.HEADERS, sheets.GOOD, ["demo  dragon fruit", "No train.", "", "中国", "", "", "rail", ""]]
    )
    page = world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    assert "Plant quarantine, Mohan" in page and "Rail freight, Chongqing" in page
    assert Case.objects.count() == 0

    assert file_it(world, sheet).status_code == 302
    cases = list(Case.objects.order_by("id"))
    assert [case.desk for case in cases] == [world.quarantine, world.rail]
    assert {(case.association_id, case.member_id) for case in cases} == {(world.chamber.pk, world.member.pk)}
    assert (cases[0].hs, cases[0].place.code, cases[0].filer_country) == ("081090", "CNMHN", "VN")
    result = world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    assert all(case.ref in result for case in cases)
    assert [entry.act for entry in list_entries(f"association:{world.chamber.pk}")] == ["keep_sheet", "file_sheet"]
    assert list(find_broken_entries()) == []


def test_what_was_read_of_a_row_and_what_the_clerk_wrote_instead_are_kept_as_a_form_keeps_them(world):
    words = "We stand in the queue at the gate for two days and nothing moves."
    row = ["Demo Dragon Fruit", words, "", "China", "", "", "rail", ""]
    file_it(world, sheet_of(world, [sheets.HEADERS, row]))
    assert read_filed() == 1
    case = Case.objects.get()
    assert (case.written_in, case.matter, case.reading["matter"][0]) == ("en", "rail", "gate_queue")
    kept = case.reading_corrections.values_list("who", "kind", "before", "after")
    assert ("association", "matter", "gate_queue", "rail") in kept


def test_pressed_twice_it_files_once_and_shows_the_same(world):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD])
    for _ in range(2):
        assert file_it(world, sheet).status_code == 302
    assert Case.objects.count() == 1


def test_nothing_is_filed_when_a_row_fails_on_the_way(world, monkeypatch):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD, [sheets.GOOD[0], "Another one.", *sheets.GOOD[2:]]])
    before = list_entries(f"association:{world.chamber.pk}").count()
    real, filed = file_bulk.file_case, []

    def fails_on_the_second(filing, **how):
        if filed:
            raise RuntimeError("the disk is full")
        filed.append(real(filing, **how))
        return filed[0]

    monkeypatch.setattr(file_bulk, "file_case", fails_on_the_second)
    with pytest.raises(RuntimeError):
        file_it(world, sheet)
    sheet.refresh_from_db()
    assert (Case.objects.count(), Delivery.objects.count(), sheet.filed_at) == (0, 0, None)
    assert list_entries(f"association:{world.chamber.pk}").count() == before

    monkeypatch.setattr(file_bulk, "file_case", real)
    assert file_it(world, sheet).status_code == 302
    assert Case.objects.count() == 2


def test_rows_to_repair_hold_the_sheet_until_they_are_left_out_knowingly(world):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD, ["Nobody Ltd", *sheets.GOOD[1:]]])
    refused = file_it(world, sheet)
    assert refused.status_code == 409 and "1 of 2 rows" in refused.content.decode()
    assert Case.objects.count() == 0
    assert file_it(world, sheet, leave_out="yes", faulty="9" * 5000).status_code == 409
    assert file_it(world, sheet, leave_out="yes", faulty="1").status_code == 302
    assert Case.objects.count() == 1
    page = world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    assert "1 row was left out:" in page and 'href="#row-3"' in page and 'id="row-3"' in page
    assert "what was filed is not filed twice" in page


def test_whoever_repairs_the_rows_left_out_and_sends_the_whole_sheet_again_files_none_twice(world):
    missing = ["Demo Cashew", *sheets.GOOD[1:]]
    file_it(world, sheet_of(world, [sheets.HEADERS, sheets.GOOD, missing]), leave_out="yes", faulty="1")
    first = Case.objects.get()
    AssociationMember.objects.create(association=world.chamber, party="Demo Cashew", country="VN")
    again = sheet_of(world, [sheets.HEADERS, sheets.GOOD, missing])
    page = world.client("clerk").get(reverse("association_sheet", args=[again.pk])).content.decode()
    assert "1 row was filed already" in page and "needs repair" not in page
    assert re.search(f"filed already</span> <a [^>]*>{first.ref}<", page)
    assert file_it(world, again).status_code == 302, "a row that was filed already holds nothing up"
    assert Case.objects.count() == 2
    done = world.client("clerk").get(reverse("association_sheet", args=[again.pk])).content.decode()
    assert all(case.ref in done for case in Case.objects.all()) and "left out" not in done
    third = sheet_of(world, [sheets.HEADERS, sheets.GOOD, missing])
    page = world.client("clerk").get(reverse("association_sheet", args=[third.pk])).content.decode()
    assert "2 rows were filed already" in page and "can be filed" not in page and "repaired" not in page
    refused = file_it(world, third)
    assert refused.status_code == 409 and "Nothing is left to file" in refused.content.decode()
    Case.objects.update(state="closed", outcome="solved", closed_at=timezone.now(), due_at=None, step="")
    assert sheet_is_ready(world, sheet_of(world, [sheets.HEADERS, sheets.GOOD])), "the trouble came again after its end"


def test_a_row_whose_case_was_erased_is_not_said_to_need_repair(world):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD])
    file_it(world, sheet)
    case = Case.objects.get()
    erase_case(Actor(filer_case=case.pk), case.ref, now=timezone.now())
    page = world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    assert "left out" not in page


def sheet_is_ready(world, sheet) -> bool:
    page = world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    return "1 row can be filed" in page


def test_a_filed_sheet_says_where_each_case_stands(world):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD])
    file_it(world, sheet)
    accept_case(world.actor("holder"), Case.objects.get().ref, now=timezone.now())
    words = state_words(Case.objects.get())[1]
    assert words in world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    table = world.client("clerk").get(reverse("association_sheet_csv", args=[sheet.pk])).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(table)))[1][6] == words


def test_a_member_who_left_since_the_preview_stops_the_sheet(world):
    AssociationMember.objects.create(association=world.chamber, party="Second", country="VN")
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD, ["Nobody Ltd", "x y"], ["Second", "Stuck."]])
    AssociationMember.objects.filter(party="Second").update(left_at=timezone.now())
    refused = file_it(world, sheet, leave_out="yes", faulty="1")
    assert refused.status_code == 409 and "register changed" in refused.content.decode()
    assert Case.objects.count() == 0


def test_a_sheet_without_any_good_row_cannot_be_filed(world):
    sheet = sheet_of(world, [sheets.HEADERS, ["Nobody Ltd", "Stuck."]])
    assert file_it(world, sheet, leave_out="yes", faulty="1").status_code == 409
    assert Case.objects.count() == 0


@pytest.mark.parametrize("part", ["other_clerk", "stranger", "holder", "coordinator"])
@pytest.mark.parametrize("name", ["association_sheet", "association_sheet_csv"])
def test_a_sheet_is_its_own_association_s(world, part, name):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD])
    expected = 404 if part == "other_clerk" else 403
    assert world.client(part).get(reverse(name, args=[sheet.pk])).status_code == expected
    assert file_it(world, sheet, part=part).status_code == expected
    assert Case.objects.count() == 0


def test_the_numbers_come_as_csv_with_defused_cells(world):
    AssociationMember.objects.create(association=world.chamber, party="=HYPERLINK(1)", country="VN")
    sheet = sheet_of(world, [sheets.HEADERS, ["'=HYPERLINK(1)", *sheets.GOOD[1:]]])
    file_it(world, sheet)
    answer = world.client("clerk").get(reverse("association_sheet_csv", args=[sheet.pk]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][1] == "'=HYPERLINK(1)"
    assert rows[1][2] == Case.objects.get().ref
    assert datetime.strptime(rows[1][4], "%Y-%m-%d %H:%M") and "UTC+" in rows[1][5]
    assert Case.objects.get().member.party == "=HYPERLINK(1)"


def test_wrong_columns_and_long_sheets_are_told_on_the_page(world):
    wrong = upload(world, [["Colour"], ["red"]])
    assert wrong.status_code == 422 and "Colour" in wrong.content.decode()
    long = upload(world, [["Member", "Problem"], *([["Demo Dragon Fruit", "Stuck"]] * 600)])
    assert long.status_code == 422 and "more than 500 rows" in long.content.decode()
    assert upload(world, [], data=sheets.bomb()).status_code == 422
    assert world.client("clerk").post(reverse("association_bulk")).status_code == 422
    assert BulkFiling.objects.count() == 0


def test_columns_that_were_not_understood_are_named_in_the_preview(world):
    sheet = sheet_of(world, [[*sheets.HEADERS, "Colour"], [*sheets.GOOD, "red"]])
    assert "Colour" in world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()


def test_the_same_rows_again_are_noticed(world):
    file_it(world, sheet_of(world, [sheets.HEADERS, sheets.GOOD]))
    again = sheet_of(world, [sheets.HEADERS, sheets.GOOD])
    assert "filed already" in world.client("clerk").get(reverse("association_sheet", args=[again.pk])).content.decode()


def test_mails_go_to_the_clerk_or_to_the_member(world):
    file_it(world, sheet_of(world, [sheets.HEADERS, sheets.GOOD]), news="us")
    assert Delivery.objects.filter(template="case_filed", address="clerk@demo.example.org").count() == 1
    another = [sheets.GOOD[0], "Another lorry waits.", *sheets.GOOD[2:]]
    file_it(world, sheet_of(world, [sheets.HEADERS, another]), news="member")
    assert Delivery.objects.filter(template="case_filed", address="member@demo.example.org").count() == 1


def test_a_sheet_is_one_mail_to_who_filed_it_and_one_to_each_desk(world):
    rows = [sheets.GOOD, ["Demo Dragon Fruit", "Our lorries wait at the scanner.", *sheets.GOOD[2:]]]
    file_it(world, sheet_of(world, [sheets.HEADERS, *rows]), news="us")
    refs = list(Case.objects.values_list("ref", flat=True))
    for single, together in (("case_filed", "sheet_filed"), ("case_arrived", "sheet_arrived")):
        kept = Delivery.objects.filter(template=single)
        addresses = set(kept.values_list("address", flat=True))
        assert kept.count() == 2 * len(addresses) and addresses
        assert set(kept.values_list("state", flat=True)) == {"withdrawn"}
        mails = Delivery.objects.filter(template=together)
        assert [one.address for one in mails] == [*addresses] and {one.state for one in mails} == {"queued"}
        subject, body = render_words(mails[0])
        assert subject.startswith("2 cases") and all(ref in body for ref in refs)
    assert "/m/" in render_words(Delivery.objects.get(template="sheet_filed"))[1]


def test_an_erased_case_leaves_the_mail_about_its_sheet(world):
    rows = [sheets.GOOD, ["Demo Dragon Fruit", "Our lorries wait at the scanner.", *sheets.GOOD[2:]]]
    file_it(world, sheet_of(world, [sheets.HEADERS, *rows]), news="us")
    first, second = Case.objects.order_by("pk")
    told = Delivery.objects.get(template="sheet_filed")
    erase_case(Actor(filer_case=first.pk), first.ref, now=timezone.now())
    told.refresh_from_db()
    assert [one["ref"] for one in told.facts["cases"]] == [second.ref] and told.facts["total"] == 1
    assert told.state == "queued" and first.ref not in render_words(told)[1]
    erase_case(Actor(filer_case=second.pk), second.ref, now=timezone.now())
    told.refresh_from_db()
    assert (told.state, told.facts, told.address) == ("withdrawn", {}, "")


def test_what_is_urgent_goes_to_its_desk_alone(world):
    headers, row = [*sheets.HEADERS, "Cannot wait because"], [*sheets.GOOD, "The durian rot."]
    other = [row[0], "Our lorries wait at the scanner.", *row[2:]]
    file_it(world, sheet_of(world, [headers, row, other]), news="us")
    urgent = Delivery.objects.filter(template="case_arrived", facts__urgent=True)
    assert urgent.count() == 2 and set(urgent.values_list("state", flat=True)) == {"queued"}
    assert Delivery.objects.filter(template="sheet_filed").count() == 1


def test_a_case_that_nobody_may_trace_keeps_no_name(world):
    file_it(world, sheet_of(world, [[*sheets.HEADERS, "Who may know"], [*sheets.GOOD, "nobody"]]))
    case = Case.objects.get()
    assert (case.visibility, case.identity.name, case.identity.party, case.identity.phone) == (
        "pseudonymous",
        "",
        "",
        "",
    )
    assert "Demo Dragon Fruit" not in world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    assert "Demo Dragon Fruit" in world.client("clerk").get(reverse("association_cases")).content.decode()


def test_rows_that_need_repair_are_one_press_away_however_long_the_sheet_is(world):
    bad = [sheets.GOOD[0], "Nothing moves.", "", "Atlantis", *sheets.GOOD[4:]]
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD, bad, [*bad[:1], "Still nothing.", *bad[2:]]])
    page = world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    faulty = re.findall(r'<tr class="has-fault" id="(row-\d+)"', page)
    assert len(faulty) == 2
    assert re.findall(r'<a href="#(row-\d+)"', page) == faulty
