"""Reading spreadsheets without a database: encodings, separators, headers, limits, hostile files, formulas."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.associations.tests import sheets
from landsea.base.ui.sheets import files, sheet_reader
from landsea.base.ui.sheets.cells import defuse_formula, restore_typed, send_xlsx, write_csv
from landsea.base.ui.sheets.files import SheetRefused
from landsea.base.ui.sheets.sheet_reader import read_sheet, read_upload

VIETNAMESE = ["Hội viên", "Việc gì đã xảy ra", "Ở đâu"]
CHINESE = ["会员", "发生了什么", "在哪里"]


@pytest.mark.parametrize(
    ("encoding", "headers", "row"),
    [
        ("utf-8", VIETNAMESE, ["Công ty Thanh Long", "Xe bị dừng", "Hữu Nghị"]),
        ("utf-8-sig", VIETNAMESE, ["Công ty Thanh Long", "Xe bị dừng", "Hữu Nghị"]),
        ("utf-16", VIETNAMESE, ["Công ty Thanh Long", "Xe bị dừng", "Hữu Nghị"]),
        ("gbk", CHINESE, ["重庆果业", "货车在口岸等了三天", "磨憨"]),
        ("gb18030", CHINESE, ["重庆果业", "货车在口岸等了三天", "磨憨"]),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_letters_and_separators(encoding, headers, row, separator):
    read = read_sheet(sheets.csv_bytes([headers, row], encoding=encoding, separator=separator), CASE_COLUMNS)
    assert read.rows == [(2, dict(zip(["member", "text", "place_text"], row, strict=True)))]
    assert read.left_out == []


def test_the_order_of_columns_is_free_and_unknown_ones_are_named():
    read = read_sheet(sheets.csv_bytes([["Colour", "问题", "firm"], ["red", "Stuck.", "Demo"]]), CASE_COLUMNS)
    assert read.rows == [(2, {"text": "Stuck.", "member": "Demo"})]
    assert read.left_out == ["Colour"]


def test_the_template_s_own_headers_are_understood():
    headers = [column.header for column in CASE_COLUMNS]
    read = read_sheet(write_csv([headers, ["x"] * len(headers)]).encode(), CASE_COLUMNS)
    assert set(read.rows[0][1]) == {column.code for column in CASE_COLUMNS}


def test_wrong_columns_are_told_by_name():
    with pytest.raises(SheetRefused) as refused:
        read_sheet(sheets.csv_bytes([["Colour", "Size"], ["red", "2"]]), CASE_COLUMNS)
    assert "Member / 会员 / 會員 / Hội viên" in refused.value.sentence
    assert "What happened" in refused.value.sentence
    assert "Colour; Size" in refused.value.sentence


def test_two_columns_of_the_same_meaning_are_refused():
    with pytest.raises(SheetRefused, match="Firm"):
        read_sheet(sheets.csv_bytes([["Member", "Firm", "What happened"], ["a", "b", "c"]]), CASE_COLUMNS)


def test_rows_keep_the_number_that_the_sheet_shows():
    rows = [[], ["Member", "Problem"], [], ["Demo", "Two\nlines"], ["", ""], ["B", "C"]]
    read = read_sheet(sheets.csv_bytes(rows), CASE_COLUMNS)
    assert [number for number, _ in read.rows] == [4, 6]


def test_cells_of_excel_become_texts():
    first = ["Demo", "Stuck", None, "CN", 12.0, 81090, "", datetime(2026, 3, 18)]
    rows = [sheets.HEADERS, first, ["B", "C", *[None] * 5, date(2026, 3, 1)]]
    read = read_sheet(sheets.xlsx_bytes(rows), CASE_COLUMNS)
    assert read.rows[0][1] | {"goods": "12", "hs": "81090", "happened_on": "2026-03-18"} == read.rows[0][1]
    assert read.rows[1][1]["happened_on"] == "2026-03-01"


@pytest.mark.parametrize(("rows", "fits"), [(500, True), (501, False), (600, False)])
@pytest.mark.parametrize("make", [sheets.csv_bytes, sheets.xlsx_bytes])
def test_at_most_500_rows(rows, fits, make):
    data = make([["Member", "Problem"], *([["Demo", "Stuck"]] * rows)])
    if fits:
        assert len(read_sheet(data, CASE_COLUMNS).rows) == rows
    else:
        with pytest.raises(SheetRefused, match="more than 500 rows"):
            read_sheet(data, CASE_COLUMNS)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"Member,What happened\n", "no rows beneath"),
        (b"PK\x03\x04 and then nothing", "cut or is no Excel sheet"),
        (sheets.xlsx_bytes([sheets.HEADERS, sheets.GOOD])[:-200], "cut or is no Excel sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel file"),
        (b"\xff\xff\xff\x81", "letters of this file"),
        (b"a" * (sheet_reader.MOST_BYTES + 1), "larger than 5 MB"),
        (b'Member,Problem\nDemo,"' + b"a" * 200_000 + b'"', "cut or is no table"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data, sentence):
    with pytest.raises(SheetRefused, match=sentence):
        read_sheet(data, CASE_COLUMNS)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    data = sheets.bomb()
    assert len(data) < 200_000
    monkeypatch.setattr(files, "load_workbook", lambda *a, **k: pytest.fail("it was opened"))
    with pytest.raises(SheetRefused, match="unpacks to more"):
        read_sheet(data, CASE_COLUMNS)


def test_of_a_large_upload_no_more_is_loaded_than_is_needed_to_refuse_it():
    class Endless:
        def read(self, size=-1):
            assert 0 < size <= sheet_reader.MOST_BYTES + 1
            return b"a" * size

    with pytest.raises(SheetRefused, match="larger than 5 MB"):
        read_upload(Endless(), CASE_COLUMNS)


def test_entities_are_refused(monkeypatch):
    monkeypatch.setattr(files, "load_workbook", lambda *a, **k: pytest.fail("it was opened"))
    with pytest.raises(SheetRefused, match="more than a sheet"):
        read_sheet(sheets.with_entities(), CASE_COLUMNS)


def test_nothing_that_cannot_be_stored_comes_through():
    read = read_sheet("Member,Problem\nDe\x00mo,\u202eStuck\x07".encode(), CASE_COLUMNS)
    assert read.rows[0][1] == {"member": "Demo", "text": "Stuck"}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+84 24 0000", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋84", "－5", "＠SUM"]
)
def test_a_formula_goes_out_harmless_and_comes_back_as_it_was(cell):
    assert defuse_formula(cell) == f"'{cell}"
    assert restore_typed(defuse_formula(cell)) == cell


@pytest.mark.parametrize("cell", ["", "Demo", "'quoted'", "5-3", "'"])
def test_other_cells_are_left_alone(cell):
    assert defuse_formula(cell) == cell
    assert restore_typed(cell) == cell


def test_every_cell_of_a_csv_that_goes_out_is_defused():
    text = write_csv([["=cmd|' /C calc'!A0", None, 7]])
    assert next(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) == ["'=cmd|' /C calc'!A0", "", "7"]


def test_a_moment_with_a_zone_stands_in_a_book_on_the_readers_clock():
    at = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
    with timezone.override("Asia/Shanghai"):
        page = load_workbook(io.BytesIO(send_xlsx("a.xlsx", "page", [[at]]).content)).active
    assert page["A1"].value == datetime(2026, 12, 1, 14, 30)


def test_a_book_keeps_numbers_days_and_telephones_as_what_they_are():
    row = [12, 3.5, date(2026, 12, 1), "+86 10 6512 3456", "=HYPERLINK(1)", None]
    page = load_workbook(io.BytesIO(send_xlsx("a.xlsx", "page", [row]).content)).active
    cells = next(page.iter_rows())
    assert [cell.data_type for cell in cells[:5]] == ["n", "n", "d", "s", "s"]
    assert cells[3].value == "+86 10 6512 3456" and cells[4].value == "'=HYPERLINK(1)"
