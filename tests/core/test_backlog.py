"""All open cases together: who holds what is late, ages, weeks."""

from datetime import date, timedelta

import pytest

from landsea_core.backlog import Share, Tally, count_weeks, find_culprits, sum_shares

TODAY = date(2026, 11, 29)


def tally(desk: str, late: int, opened: int = 0, **about) -> Tally:
    told = {"place": "CNMHN", "country": "CN", "lane": "normal", "age": 0} | about
    return Tally(desk, open=max(late, opened), late=late, **told)


def test_shares_add_what_tallies_have_in_common_the_latest_first():
    tallies = [tally("a", 2, 5), tally("b", 3), tally("a", 2, 2, lane="urgent"), tally("c", 0, 9)]
    assert sum_shares(tallies, lambda one: one.desk) == [Share("a", 7, 4), Share("b", 3, 3), Share("c", 9, 0)]
    assert sum_shares(tallies, lambda one: one.lane) == [Share("normal", 17, 5), Share("urgent", 2, 2)]


def test_what_nobody_said_is_no_share():
    assert sum_shares([tally("a", 2, place="")], lambda one: one.place) == []


@pytest.mark.parametrize(
    ("late", "found"),
    [
        ([30, 20, 5, 5], (1, 50)),
        ([10, 10, 10, 10], (2, 50)),
        ([1] * 10, (3, 30)),
        ([7], (1, 100)),
        ([], (0, 0)),
        ([0, 0], (1, 0)),
    ],
)
def test_as_few_as_hold_half_of_what_is_late_are_named(late, found):
    shares = [Share(number, count, count) for number, count in enumerate(late)]
    assert find_culprits(shares, sum(late)) == found


def test_weeks_count_back_from_what_is_open_now():
    filed = {TODAY: 4, TODAY - timedelta(days=6): 1, TODAY - timedelta(days=7): 10}
    ended = {TODAY - timedelta(days=1): 2, TODAY - timedelta(days=13): 3, TODAY - timedelta(days=14): 99}
    weeks = count_weeks(20, filed, ended, TODAY, 3)
    assert [(one.filed, one.ended, one.open) for one in weeks] == [(0, 99, 10), (10, 3, 17), (5, 2, 20)]
    assert weeks[-1].begins == date(2026, 11, 23)
