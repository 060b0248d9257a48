"""Moments and spans in words: examples that a trade officer can check by eye."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template.defaultfilters import floatformat
from django.utils import timezone, translation

from landsea.base import numbers
from landsea.base.ui import times
from landsea.base.ui.templatetags.ui import clock_city, known_day, on_day

NOW = datetime(2026, 3, 18, 3, 10, tzinfo=UTC)
BANGKOK, SHANGHAI, DILI = ZoneInfo("Asia/Bangkok"), ZoneInfo("Asia/Shanghai"), ZoneInfo("Asia/Dili")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Wed 18 Mar, 13:22"),
        ("zh-hans", "3月18日周三, 13:22"),
        ("vi", "Th 4, 18 thg 3, 13:22"),
        ("tet", "Wed 18 Mar, 13:22"),
    ],
)
def test_a_moment_has_its_weekday_in_the_readers_language(language, words):
    assert times.write_moment(datetime(2026, 3, 18, 6, 22, tzinfo=UTC), BANGKOK, NOW, language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1 December 2026"),
        ("zh-hans", "2026年12月1日"),
        ("vi", "1 tháng 12, 2026"),
        ("lo", "1 ທັນວາ 2026"),
    ],
)
def test_a_day_has_its_month_and_year_in_the_readers_language(language, words):
    assert times.date_words(date(2026, 12, 1), language) == words
    with translation.override(language), timezone.override(SHANGHAI):
        assert on_day(datetime(2026, 11, 30, 18, tzinfo=UTC)) == on_day(date(2026, 12, 1)) == words
        assert on_day(None) == ""


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-12-01", "1 tháng 12, 2026"),
        ("2026-12", "tháng 12 năm 2026"),
        ("2026", "2026"),
        ("", ""),
        ("2026-13", "2026-13"),
        ("in 2026", "in 2026"),
    ],
)
def test_what_is_known_of_a_day_is_said_in_the_readers_language(written, words):
    with translation.override("vi"):
        assert known_day(written) == words


@pytest.mark.parametrize(("language", "words"), [("en", "Shanghai"), ("vi", "Thượng Hải"), ("zh-hans", "上海")])
def test_a_clock_is_called_by_its_city(language, words):
    with translation.override(language):
        assert clock_city("Asia/Shanghai") == words


@pytest.mark.parametrize(
    ("language", "whole", "part"),
    [
        ("en", "1,234,567", "−1,234.5"),
        ("zh-hans", "1,234,567", "−1,234.5"),
        ("vi", "1.234.567", "−1.234,5"),
        ("lo", "1.234.567", "−1.234,5"),
    ],
)
def test_numbers_have_the_marks_of_the_readers_language(language, whole, part):
    with translation.override(language):
        assert (
            numbers.format_number(1234567)
            == floatformat(1234567, "0g")
            == numbers.put_reader_marks("1,234,567")
            == whole
        )
        assert numbers.format_number(-1234.5, 1) == floatformat(-1234.5, "1g").replace("-", "−") == part


def test_another_year_is_said():
    assert "2027" in times.write_moment(datetime(2027, 1, 4, 6, 22, tzinfo=UTC), BANGKOK, NOW, "en")


def test_the_year_is_that_of_the_readers_zone():
    eve = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)  # already New Year in Bangkok
    assert "2027" in times.write_moment(eve, BANGKOK, NOW, "en")


def test_the_other_clock_is_silent_when_it_shows_the_same():
    assert times.write_moment_there(NOW, ZoneInfo("Asia/Vientiane"), BANGKOK, NOW, "en") == ""


def test_the_other_clock_gives_the_hour_and_on_another_day_the_day_too():
    assert times.write_moment_there(NOW, SHANGHAI, BANGKOK, NOW, "en") == "11:10"
    late = datetime(2026, 3, 18, 16, 0, tzinfo=UTC)
    assert times.write_moment_there(late, DILI, BANGKOK, NOW, "en") == "Thu 19 Mar, 01:00"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "now"),
        (-0.5, "now"),
        (192, "in 3 hr 12 min"),
        (180, "in 3 hr"),
        (-126, "2 hr 6 min ago"),
        (47 * 60 + 59, "in 47 hr 59 min"),
        (48 * 60, "in 2 days"),
        (-9 * 24 * 60, "9 days ago"),
    ],
)
def test_how_far_off(minutes, words):
    with translation.override("en"):
        said = times.time_until_in_words(NOW + timedelta(minutes=minutes), NOW, "en")
    assert said.replace("hrs", "hr").replace("mins", "min") == words
