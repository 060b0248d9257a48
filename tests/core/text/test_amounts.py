"""How much and how long, in ten languages, as people type it."""

from decimal import Decimal

import pytest

from landsea_core.text.amounts import MOST, AmountReader
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon


@pytest.fixture(scope="module")
def amounts():
    reader = AmountReader(Lexicon.load(find_default_data_folder() / "lexicon"))

    def said(text):
        return [
            (f"{one.low:f}" if one.low == one.high else f"{one.low:f}-{one.high:f}", one.unit)
            for one in reader.read_amounts(PreparedText(text))
        ]

    return said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three lorries, 26.5 tonnes, twenty-five days", [("3", "lorry"), ("26.5", "tonne"), ("25", "day")]),
        ("three hundred and twenty boxes", [("320", "box")]),
        ("We paid USD 3,200 and 50 baht", [("3200", "USD"), ("50", "THB")]),
        ("$1,250.50 a box", [("1250.50", "USD")]),
        ("waiting 30h, 3-4 days more", [("30", "hour"), ("3-4", "day")]),
        ("三车木薯压了四天，交了5万元", [("3", "lorry"), ("4", "day"), ("50000", "CNY")]),
        ("三百二十头牛等了三四天", [("320", "head"), ("3-4", "day")]),
        ("两千五百块，十二个柜", [("2500", "CNY"), ("12", "container")]),
        ("2 xe chờ năm ngày, phạt 120 triệu đồng", [("2", "lorry"), ("5", "day"), ("120000000", "VND")]),
        ("phi 50.000 vnd mot xe", [("50000", "VND"), ("1", "lorry")]),
        ("ทุเรียน 5 ตู้ สามคืน ค่าปรับ 25,000 บาท", [("5", "container"), ("3", "night"), ("25000", "THB")]),
        ("๑๒ คัน 2 ล้านบาท", [("12", "lorry"), ("2000000", "THB")]),
        ("ລົດ 3 ຄັນ ຊາວຫ້າມື້ 500 ລ້ານກີບ", [("3", "lorry"), ("25", "day"), ("500000000", "LAK")]),
        ("ត្រី ៣០០ គីឡូ ជាប់បីថ្ងៃ", [("300", "kg"), ("3", "day")]),
        ("ကား ၂၀ သုံးရက်", [("20", "lorry"), ("3", "day")]),
        ("မတ်ပဲ တန် ၅၀၀ ၂ ရက်", [("500", "tonne"), ("2", "day")]),
        ("ကုန်ကား ၂ စီး ၅ တန်", [("2", "lorry"), ("5", "tonne")]),
        ("dua treler dan tiga jurutera", [("2", "lorry"), ("3", "person")]),
        ("Kepiting 300 kg, Rp 25 juta, dua malam", [("300", "kg"), ("25000000", "IDR"), ("2", "night")]),
        ("Tiga lori, RM 4,500", [("3", "lorry"), ("4500", "MYR")]),
        ("tatlong araw, 50,000 pesos", [("3", "day"), ("50000", "PHP")]),
    ],
)
def test_amounts_are_read_in_ten_languages(amounts, text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "LS-2026-004417, HS 0810.60, open 24/7",
        "In 2025年 the rule changed",
        "xe nằm bãi",
        "ถนนสาย 5",
        "",
        "9" * 400 + " days",
        "0 days",
    ],
)
def test_codes_years_and_bare_numbers_are_no_amounts(amounts, text):
    assert amounts(text) == []


def test_vietnamese_marks_tell_a_year_from_a_five(amounts):
    assert amounts("năm năm") == [("5", "year")]


def test_a_text_full_of_amounts_gives_only_the_first(amounts):
    assert len(amounts("3 days " * 1000)) == MOST


def test_positions_and_values_are_kept_as_numbers():
    reader = AmountReader(Lexicon.load(find_default_data_folder() / "lexicon"))
    (one,) = reader.read_amounts(PreparedText("for 4 nights"))
    assert (one.low, one.high, one.words, one.kind) == (Decimal(4), Decimal(4), "4 nights", "duration")
