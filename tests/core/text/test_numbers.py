"""One reader of numbers in three places: running text, a statement, a form. The same signs, as each place means them."""

from decimal import Decimal

import pytest

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.numbers.digits import TwoReadings, read_digits
from landsea_core.text.numbers.han import read_han, read_two_in_a_row
from landsea_core.text.numbers.in_statement import StatementNumbers, count_decimals
from landsea_core.text.numbers.in_text import NumberReader
from landsea_core.text.numbers.notation import RUNNING_TEXT, STATEMENT, Notation
from landsea_core.text.numbers.typed import read_typed, write_for_every_reader

LAO = Notation.of_reader(".")
ENGLISH = Notation.of_reader(",")


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.load(find_default_data_folder() / "lexicon", kinds={"number", "number_times", "number_behind_ten"})


@pytest.mark.parametrize(
    ("written", "in_text", "in_statement", "typed_in_lao"),
    [
        ("1,5", "1.5", "1.5", "1.5"),
        ("26.500", "26500", "26.500", "26500"),
        ("26,500", "26500", "26500", None),
        ("1.234,5", "1234.5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5", "1234.5"),
        ("1.234.567", "1234567", "1234567", "1234567"),
        ("0.500", "0.500", "0.500", "0.500"),
        ("໒໖.໕", "26.5", "26.5", "26.5"),
    ],
)
def test_the_same_digits_as_each_place_means_them(written, in_text, in_statement, typed_in_lao):
    assert read_digits(written, RUNNING_TEXT) == Decimal(in_text)
    assert read_digits(written, STATEMENT) == Decimal(in_statement)
    if typed_in_lao is None:
        with pytest.raises(TwoReadings):
            read_digits(written, LAO)
    else:
        assert read_digits(written, LAO) == Decimal(typed_in_lao)


@pytest.mark.parametrize("written", ["1,23,456", "1.2.3", "12,34.5", "1.2,3.4", "5a"])
def test_marks_that_make_no_number_give_none(written):
    assert all(read_digits(written, notation) is None for notation in (RUNNING_TEXT, STATEMENT, LAO))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三百二十", 320),
        ("两千五", 2500),
        ("两千零五", 2005),
        ("一百零八", 108),
        ("十", 10),
        ("二十四点二", "24.2"),
        ("二五", None),
    ],
)
def test_chinese_numerals(written, value):
    assert read_han(written) == (None if value is None else Decimal(value))


def test_two_chinese_digits_in_a_row_are_one_or_the_other():
    assert read_two_in_a_row("三四天", 0) == (2, Decimal(3), Decimal(4))
    assert read_two_in_a_row("七八十台", 0) == (3, Decimal(70), Decimal(80))
    assert read_two_in_a_row("三五天", 0) is None
    assert read_two_in_a_row("三四五", 0) is None


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("ຊາວຫ້າ", 25, 6),
        ("ຊາວເອັດມື້", 21, 7),
        ("ສາມສິບເອັດມື້", 31, 10),
        ("ເກົ້າສິບເອັດ", 91, 12),
        ("ยี่สิบเอ็ดวัน", 21, 10),
        ("500 ລ້ານ", 500_000_000, 8),
        ("໑໒ ຄັນ", 12, 2),
        ("three hundred and twenty", 320, 24),
        ("hai mươi bốn", 24, 12),
        ("5万", 50_000, 2),
    ],
)
def test_numbers_in_running_text_with_what_multiplies_them(lexicon, text, value, end):
    found = NumberReader(lexicon).read_at(PreparedText(text), 0)
    assert (found.value, found.end) == (value, end)


@pytest.mark.parametrize(
    ("written", "value", "decimals"),
    [("1,234.50", "1234.5", 2), ("24.2", "24.2", 1), ("Twelve", 12, 0), ("二十四点二", "24.2", 1), ("两千五", 2500, 0)],
)
def test_numbers_in_a_statement_keep_their_decimals(lexicon, written, value, decimals):
    read = StatementNumbers(lexicon).read(written)
    assert (read, count_decimals(read)) == (Decimal(value), decimals)


def test_a_typed_number_keeps_its_sign_in_doubt_and_out_of_it():
    assert read_typed("-20.000", LAO) == -20_000
    with pytest.raises(TwoReadings) as doubt:
        read_typed("-20.000", ENGLISH)
    assert (doubt.value.many, doubt.value.few) == (-20_000, -20)


@pytest.mark.parametrize("typed", ["", ",", "nan", "inf", "1e999", "1_000", "5 tonnes"])
def test_what_is_no_finite_number_is_refused(typed):
    with pytest.raises(ValueError, match=r"^(?!.* or )"):
        read_typed(typed, ENGLISH)


@pytest.mark.parametrize("value", [1.125, -0.5, 20_000, 0.001])
def test_what_is_written_for_every_reader_is_read_as_the_same_by_all(value):
    assert {read_typed(write_for_every_reader(value), notation) for notation in (LAO, ENGLISH)} == {value}
