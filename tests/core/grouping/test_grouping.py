"""Proposals, the tally and the closing of barriers."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.grouping import (
    CaseFacts,
    ClosingVerdict,
    MemberFacts,
    Tally,
    compute_cost_of_delay,
    count_distinct_parties,
    count_parties,
    decide_closing,
    hide_small_counts,
    propose_barriers,
)

T0 = datetime(2026, 3, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def a_case(number, *, day=0, party=None, **fields):
    about = {"matter": "laboratory", "country": "CN", "place": "CNMHN", "chapter": "08"} | fields
    return CaseFacts(number, T0 + day * DAY, parties=frozenset({party or f"party{number}"}), **about)


def test_six_like_cases_are_one_proposal_with_its_evidence():
    [found] = propose_barriers(a_case(number, day=number) for number in range(6))
    assert found.cases == (0, 1, 2, 3, 4, 5) and found.parties == 6
    assert (found.first, found.last) == (T0, T0 + 5 * DAY)
    assert found.signature == "matter=laboratory;country=CN;place=CNMHN;chapter=08"


def test_one_party_that_files_often_is_no_pattern():
    assert propose_barriers(a_case(number, party="the same") for number in range(20)) == []


@pytest.mark.parametrize("field", ["matter", "country"])
def test_another_matter_or_country_is_another_thing(field):
    cases = [a_case(0), a_case(1), a_case(2, **{field: "XX"})]
    assert propose_barriers(cases) == []


def test_what_the_narrow_pattern_leaves_over_is_looked_at_by_place_then_by_goods():
    by_place = [a_case(number, chapter=f"0{number}") for number in range(3)]
    assert propose_barriers(by_place)[0].signature == "matter=laboratory;country=CN;place=CNMHN"
    by_goods = [a_case(number, place=f"P{number}") for number in range(3)]
    assert propose_barriers(by_goods)[0].signature == "matter=laboratory;country=CN;chapter=08"


def test_cases_more_than_thirty_days_apart_are_two_bursts():
    cases = [a_case(0), a_case(1, day=30), a_case(2, day=61)]
    assert propose_barriers(cases) == []
    assert len(propose_barriers([*cases, a_case(3, day=45)])) == 1


@given(st.lists(st.tuples(st.integers(0, 90), st.sampled_from("abc"), st.sampled_from(["08", "40", ""])), max_size=40))
def test_no_case_is_in_two_proposals_and_every_proposal_has_three_parties(rows):
    cases = [
        a_case(number, day=day, party=f"p{number % 7}", matter=matter, chapter=chapter)
        for number, (day, matter, chapter) in enumerate(rows)
    ]
    found = propose_barriers(cases)
    taken = [case for one in found for case in one.cases]
    assert len(taken) == len(set(taken)) and all(one.parties >= 3 for one in found)


def test_parties_are_told_apart_by_address_and_firm_also_through_others():
    keys = [{"mail:a", "firm:x"}, {"mail:b", "firm:x"}, {"mail:b"}, {"mail:c"}]
    assert count_distinct_parties(map(frozenset, keys)) == 2


def test_cases_without_any_key_are_one_party_together():
    assert count_distinct_parties([frozenset()] * 50) == 1


def test_a_party_is_cleared_when_all_of_its_cases_are():
    rows = [({"a"}, True), ({"a"}, False), ({"b"}, True)]
    assert count_parties(MemberFacts(frozenset(keys), cleared) for keys, cleared in rows) == Tally(2, 1)


@pytest.mark.parametrize(
    ("reported", "cleared", "expected"),
    [
        (4, 0, (None, None)),
        (5, 0, (5, 0)),
        (12, 3, (12, None)),
        (12, 5, (12, 5)),
        (12, 9, (12, None)),
        (12, 12, (12, 12)),
        (0, 0, (0, 0)),
    ],
)
def test_numbers_under_five_are_hidden_also_by_difference(reported, cleared, expected):
    seen = hide_small_counts(Tally(reported, cleared))
    assert (seen.reported, seen.cleared) == expected


def test_cost_of_delay_needs_five_parties_and_takes_the_last_word_of_each():
    five = [(frozenset({f"p{n}"}), "CNY", Decimal(100 * n)) for n in range(1, 6)]
    assert compute_cost_of_delay(five[:4]) == []
    again = [*five, (frozenset({"p5"}), "CNY", Decimal(300)), (frozenset({"p1"}), "USD", Decimal(9))]
    [found] = compute_cost_of_delay(again)
    assert (found.currency, found.median, found.stated) == ("CNY", Decimal(300), 5)


def verdict(*, closed=None, done=(), last=0, now=0):
    at = lambda day: None if day is None else T0 + day * DAY  # noqa: E731
    return decide_closing(
        closed_at=at(closed), actions_done=[at(day) for day in done], last_case_at=at(last), now=at(now)
    )


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({"now": 400}, ClosingVerdict.NO_ACTION),
        ({"done": [None], "now": 400}, ClosingVerdict.ACTION_OPEN),
        ({"done": [1, None], "now": 400}, ClosingVerdict.ACTION_OPEN),
        ({"done": [10], "last": 0, "now": 39}, ClosingVerdict.NOT_QUIET),
        ({"done": [10], "last": 0, "now": 40}, ClosingVerdict.CLOSE),
        ({"done": [10], "last": 25, "now": 54}, ClosingVerdict.NOT_QUIET),
        ({"done": [10], "last": 25, "now": 55}, ClosingVerdict.CLOSE),
        ({"closed": 55, "done": [10], "last": 25, "now": 90}, ClosingVerdict.STAYS_CLOSED),
        ({"closed": 55, "done": [10], "last": 60, "now": 60}, ClosingVerdict.REOPEN),
    ],
)
def test_a_barrier_closes_when_its_action_is_done_and_cases_stayed_away(given_, expected):
    assert verdict(**given_).verdict is expected


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 30))
def test_a_later_case_never_brings_the_closing_nearer(done, last, later):
    early = verdict(done=[done], last=last, now=0).closes_at
    assert verdict(done=[done], last=last + later, now=0).closes_at >= early
