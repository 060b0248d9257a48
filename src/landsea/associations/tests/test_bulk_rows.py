"""Filing from a spreadsheet: what each row and cell means, and what is wrong with it in a sentence."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.associations.access import list_members
from landsea.associations.member_filings import Sender
from landsea.associations.sheet_rows import read_rows
from landsea.associations.tests import sheets
from landsea.associations.tests.bulk import sheet_of, upload
from landsea.associations.views.bulk import say_elsewhere
from landsea.cases.models import AssociationMember

pytestmark = pytest.mark.django_db


def row_of(world, **given):
    """Read one row as the preview does."""
    return rows_read(world, given)[0]


def rows_read(world, *given):
    """Read the rows of one sheet as the preview does."""
    sender = Sender(world.chamber.pk, "Demo chamber", "VN", "clerk@demo.example.org")
    members = list_members(world.actor("clerk"), world.chamber.pk, left=None)
    usual = {"member": "Demo Dragon Fruit", "text": "Two lorries wait."}
    rows = [{"row": number, "given": usual | one} for number, one in enumerate(given, 2)]
    return read_rows(rows, members, sender, sheet=1, filed={})


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"member": "Nobody Ltd"}, "No member of this name"),
        ({"member": ""}, "member's name"),
        ({"text": ""}, "Write what happened"),
        ({"text": "🚚🚚"}, "in words"),
        ({"text": "a" * 20_001}, "20001 characters"),
        ({"country": "Atlantis"}, "none of the twelve"),
        ({"hs": "durian"}, "digits only"),
        ({"hs": "٠٨١٠"}, "digits only"),
        ({"happened_on": "soon"}, "no day that we can read"),
        ({"happened_on": "31.02.2026"}, "no day that we can read"),
        ({"happened_on": "2569-03-18"}, "Buddhist"),
        ({"happened_on": "2999-01-01"}, "yet to come"),
        ({"happened_on": "1999-01-01"}, "years ago"),
        ({"happened_on": "03/04/2026"}, "two days"),
        ({"matter": "astrology"}, "list of matters"),
        ({"visibility": "my aunt"}, "named"),
        ({"urgent": "yes"}, "what cannot wait"),
        ({"goods": "g" * 201}, "201 characters"),
    ],
)
def test_what_is_wrong_with_a_row_is_a_sentence(world, given, sentence):
    row = row_of(world, **given)
    assert row.filing is None
    assert any(sentence in said for _, said in row.faults), row.faults


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"country": "越南"}, "country", "VN"),
        ({"country": "Trung Quốc"}, "country", "CN"),
        ({"country": "vn"}, "country", "VN"),
        ({"hs": "81060"}, "hs", "081060"),
        ({"hs": "0810.60.00"}, "hs", "081060"),
        ({"matter": "Gate queue"}, "matter", "gate_queue"),
        ({"urgent": "durian spoils"}, "lane", "urgent"),
        ({"urgent": "no"}, "lane", "normal"),
        ({"visibility": "匿名"}, "visibility", "pseudonymous"),
        ({"visibility": "Điều phối viên"}, "visibility", "coordinator_only"),
    ],
)
def test_what_a_cell_means(world, given, field, value):
    row = row_of(world, **given)
    assert row.faults == []
    assert getattr(row.filing, field) == value


def test_days_are_read_in_the_ways_of_the_corridor(world):
    day = timezone.now().date().replace(day=18) - timedelta(days=62)
    day = day.replace(day=18)
    for written in (f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%d/%m/%Y}", f"{day:%Y年%m月%d日}"):
        assert row_of(world, happened_on=written).filing.happened_on == day


def test_days_that_could_be_two_are_read_as_the_other_rows_of_their_sheet_write_them(world):
    clear, open_one = {"happened_on": "18/09/2026", "text": "One."}, {"happened_on": "05/10/2026", "text": "Two."}
    assert rows_read(world, clear, open_one)[1].filing.happened_on == date(2026, 10, 5)
    other_way = {"happened_on": "09/18/2026", "text": "Three."}
    assert "two days" in rows_read(world, clear, open_one, other_way)[1].faults[0][1]


def test_marks_on_letters_make_another_member(world):
    AssociationMember.objects.create(association=world.chamber, party="Mái Demo", country="VN")
    assert row_of(world, member="Mai Demo").filing is None
    assert row_of(world, member="mái  demo").filing is not None


def test_the_same_row_twice_is_told(world):
    sheet = sheet_of(world, [sheets.HEADERS, sheets.GOOD, sheets.GOOD])
    assert (
        "Row 2 says the same"
        in world.client("clerk").get(reverse("association_sheet", args=[sheet.pk])).content.decode()
    )


def test_the_templates_can_be_filled_and_sent(world):
    for kind in ("csv", "xlsx"):
        answer = world.client("clerk").get(reverse("association_bulk_template", args=[kind]))
        assert answer.status_code == 200
        refused = upload(world, [], data=answer.content)
        assert "no rows beneath the headers" in refused.content.decode()
    assert world.client("clerk").get(reverse("association_bulk_template", args=["exe"])).status_code == 404


def test_a_place_in_another_country_than_the_row_names_is_not_called_unknown(world):
    row = SimpleNamespace(place_text="Mohan", country="VN")
    assert say_elsewhere(row, "en").startswith("we know it in China, not in Vietnam")
    assert say_elsewhere(SimpleNamespace(place_text="Atlantis", country="VN"), "en") == ""
