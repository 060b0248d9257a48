"""Months as bars with days beneath: heights, months that are not shown, names that have room."""

import pytest

from landsea_core.figures.columns import FLOOR, TOP, Month, draw_columns


def month(number: int | None, days: float | None = None) -> Month:
    return Month("January 2026", "1/26", number, days)


def test_bars_are_as_high_as_their_numbers():
    drawn = draw_columns([month(10), month(5), month(0)])
    assert [one.height for one in drawn.bars] == pytest.approx([FLOOR - TOP, (FLOOR - TOP) / 2, 0])


def test_a_month_that_is_not_shown_keeps_its_place_without_a_height():
    drawn = draw_columns([month(10), month(None), month(10)])
    assert drawn.bars[1].height == 0 and drawn.bars[1].month.number is None
    assert drawn.bars[0].x < drawn.bars[1].x < drawn.bars[2].x


def test_days_stand_on_a_scale_of_their_own_from_zero():
    drawn = draw_columns([month(10, 4.0), month(10, None), month(10, 2.0)])
    first, second = drawn.marks
    assert (drawn.days_floor - first.y) == pytest.approx(2 * (drawn.days_floor - second.y))
    assert drawn.line == f"{first.x:g},{first.y:g} {second.x:g},{second.y:g}"


def test_the_last_month_is_always_named_and_names_have_room():
    drawn = draw_columns([month(1)] * 24)
    named = [at for at, one in enumerate(drawn.bars) if one.is_named]
    assert named[-1] == 23 and len(named) <= 7


@pytest.mark.parametrize("months", [[], [month(3)], [month(None), month(None)]])
def test_without_two_months_or_any_number_nothing_is_drawn(months):
    assert draw_columns(months) is None
