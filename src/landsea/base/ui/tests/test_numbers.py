"""Numbers that people type: either mark is a decimal's, and what may be meant in two ways is not guessed."""

import pytest
from django.utils import translation

from landsea.base.numbers import TwoReadings, read_typed_number, write_plain_number

EVERYWHERE = {
    "1": 1,
    " 12 ": 12,
    "1,5": 1.5,
    "1.5": 1.5,
    "0,500": 0.5,
    "0.125": 0.125,
    "1,25": 1.25,
    "-3": -3,
    "9e9": 9e9,
    "1.234.567": 1234567,
    "1,234,567": 1234567,
    "1.234,5": 1234.5,
    "1,234.5": 1234.5,
    "20 000": 20000,
    "20\u202f000,5": 20000.5,
    "１２，５": 12.5,
    "1.1250": 1.125,
}
NO_NUMBER = ("", "many", "1,5,3", "1,23,456", "1.2.3", "1,234.567.8", ",", "nan", "inf", "1e999", "12,34.5")


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th"])
def test_either_mark_is_read_in_every_language(language):
    with translation.override(language):
        assert {typed: read_typed_number(typed) for typed in EVERYWHERE} == EVERYWHERE
        for typed in NO_NUMBER:
            with pytest.raises(ValueError, match="^(?!.* or )"):
                read_typed_number(typed)


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "20,000"), ("zh-hans", "20,000"), ("km", "20,000"), ("lo", "20.000"), ("vi", "20.000")],
)
def test_the_reader_s_own_mark_keeps_thousands_apart(language, typed):
    with translation.override(language):
        assert read_typed_number(typed) == 20000


@pytest.mark.parametrize(
    ("language", "typed", "few"), [("en", "1.500", "1.5"), ("lo", "1,500", "1,5"), ("vi", "1,125", "1,1250")]
)
def test_what_others_would_read_as_thousands_is_not_guessed(language, typed, few):
    with translation.override(language), pytest.raises(TwoReadings) as told:
        read_typed_number(typed)
    assert told.value.few == few and told.value.many == typed.replace(",", "").replace(".", "")
    with translation.override(language):
        assert read_typed_number(told.value.many) == 1000 * read_typed_number(told.value.few)


@pytest.mark.parametrize("value", [1, 1.5, 1.125, 20000, 0.001, 12345.678, 0])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_what_is_written_plainly_is_read_as_the_same_everywhere(language, value):
    with translation.override(language):
        assert read_typed_number(write_plain_number(value)) == value
