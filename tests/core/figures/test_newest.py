"""The newest figure of a series, what it is compared with, and the small line."""

import pytest

from landsea_core.figures.newest import Dated, draw_small_line, find_newest

JANUARY_2023 = 2023 * 12


def year(of: int, value: float, growth: float | None = None) -> Dated:
    return Dated(f"Y{of}", of * 12, 12, value, value, growth)


def months(first: int, length: int, value: float) -> Dated:
    return Dated(f"M{first}", first, length, value, value)


def test_a_full_year_is_compared_with_the_year_before():
    found = find_newest([year(2025, 1_425_000, 47.6), year(2024, 960_000), year(2023, 861_000)], is_stock=False)
    assert found.figure.code == "Y2025" and found.before.code == "Y2024"
    assert found.change == pytest.approx(48.4375) and not found.is_said


def test_nine_months_stand_below_the_full_year():
    found = find_newest([year(2024, 960_000), months(2025 * 12, 9, 1_090_000)], is_stock=False)
    assert found.figure.code == "Y2024"


def test_where_no_full_year_is_known_the_same_months_of_the_year_before_count():
    quarter, before = months(2024 * 12, 3, 60.0), months(JANUARY_2023, 3, 50.0)
    found = find_newest([before, quarter, months(2024 * 12 + 3, 1, 99.0)], is_stock=False)
    assert found.figure.months == 1 and found.before is None
    assert find_newest([before, quarter], is_stock=False).change == pytest.approx(20)


def test_a_year_without_the_one_before_has_the_growth_that_was_said():
    found = find_newest([year(2025, 132.65, 12.6), year(2020, 112.17)], is_stock=False)
    assert found.before is None and (found.change, found.is_said) == (12.6, True)


def test_without_either_nothing_is_said_of_a_change():
    found = find_newest([year(2025, 5)], is_stock=False)
    assert found.change is None and not found.is_said


def test_a_stock_is_compared_with_the_moment_before():
    moments = [months(2025 * 12, 1, 555), months(2025 * 12 + 7, 1, 577), months(2026 * 12, 1, 584)]
    found = find_newest(moments, is_stock=True)
    assert (found.figure.low, found.before.low) == (584, 577)


def test_an_interval_counts_by_its_middle():
    before, now = Dated("a", JANUARY_2023, 12, 8, 12), Dated("b", JANUARY_2023 + 12, 12, 14, 16)
    assert find_newest([before, now], is_stock=False).change == pytest.approx(50)


def test_no_figure_no_newest():
    assert find_newest([], is_stock=False) is None


def test_a_small_line_begins_and_ends_at_its_edges_with_zero_at_the_foot():
    assert draw_small_line([(12, 10), (0, 0)], 120, 32) == ((3.0, 29.0), (117.0, 3.0))
    assert draw_small_line([(0, 5)], 120, 32) == ()
    assert draw_small_line([(0, 5), (0, 7)], 120, 32) == ()
