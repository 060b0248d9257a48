"""Weighting, sides, agreed lines, consultations, promises."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.agenda import (
    ASEAN,
    CHINA,
    Candidate,
    Consultation,
    ConsultationResult,
    MinutesLineState,
    Position,
    PromiseState,
    count_cases_around,
    derive_consultation_result,
    derive_line_state,
    derive_promise_state,
    find_due_reminder,
    find_missing_sides,
    find_side,
    rank_candidates,
    weigh_candidate,
)

CLOSES = datetime(2026, 5, 1, tzinfo=UTC)
DUE = date(2026, 6, 30)


def test_the_weighting_adds_up_as_stated():
    heavy = weigh_candidate(Candidate("b", firms=31, days_open=12, perishable=True, both_sides=True, overdue=True))
    assert [(reason.code, reason.points) for reason in heavy.reasons] == [
        ("firms", 50.0),
        ("days_open", 4.0),
        ("perishable", 15),
        ("both_sides", 15),
        ("overdue", 10),
    ]
    assert heavy.weight == 94.0


def test_the_agenda_takes_the_heaviest_first_and_no_more_than_asked():
    many = Candidate("many", firms=100, days_open=10)
    old = Candidate("old", firms=1, days_open=2000)
    new = Candidate("new", firms=1, days_open=1)
    assert [one.candidate.id for one in rank_candidates([new, old, many], most=2)] == ["many", "old"]


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 900), st.integers(0, 900))
def test_more_firms_or_more_days_never_weigh_less(firms, more_firms, days, more_days):
    less = weigh_candidate(Candidate(1, firms, days)).weight
    assert weigh_candidate(Candidate(1, firms + more_firms, days + more_days)).weight >= less


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="counted from nought"):
        weigh_candidate(Candidate(1, -1, 0))


def test_sides_and_quorum():
    assert (find_side("CN"), find_side("TL"), find_side("KZ")) == (CHINA, ASEAN, None)
    assert find_missing_sides(["CN", "CN"]) == (ASEAN,)
    assert find_missing_sides(["LA", "KZ"]) == (CHINA,)
    assert find_missing_sides(["CN", "VN"]) == ()


@pytest.mark.parametrize(
    ("sides", "state"),
    [([], MinutesLineState.DRAFT), ([CHINA], MinutesLineState.HALF_AGREED), ([ASEAN, CHINA], MinutesLineState.AGREED)],
)
def test_a_line_is_agreed_by_both_sides_or_not_at_all(sides, state):
    assert derive_line_state(sides) is state


@pytest.mark.parametrize(
    ("positions", "hours", "result"),
    [
        ([(CHINA, Position.OBJECTS)], -1, ConsultationResult.RUNNING),
        ([(CHINA, Position.AGREES), (ASEAN, Position.AGREES_WITH_COMMENT)], 0, ConsultationResult.ADOPTED),
        ([(CHINA, Position.AGREES), (ASEAN, Position.OBJECTS)], 1, ConsultationResult.OBJECTED),
        ([(CHINA, Position.AGREES)], 1, ConsultationResult.LAPSED),
        ([], 1, ConsultationResult.LAPSED),
    ],
)
def test_silence_is_no_agreement(positions, hours, result):
    consultation = Consultation(CLOSES, tuple(positions))
    assert derive_consultation_result(consultation, CLOSES + timedelta(hours=hours)) is result


@pytest.mark.parametrize(
    ("done", "today", "state"),
    [
        (None, DUE - timedelta(days=15), PromiseState.OPEN),
        (None, DUE - timedelta(days=14), PromiseState.DUE_SOON),
        (None, DUE, PromiseState.DUE_SOON),
        (None, DUE + timedelta(days=1), PromiseState.LATE),
        (DUE, DUE + timedelta(days=9), PromiseState.KEPT),
        (DUE + timedelta(days=1), DUE + timedelta(days=9), PromiseState.KEPT_LATE),
    ],
)
def test_where_a_promise_stands(done, today, state):
    assert derive_promise_state(DUE, done, today) is state


def test_each_reminder_is_owed_once_and_none_from_before_the_promise():
    agreed = date(2026, 5, 1)
    keys = []
    for day in range(80):
        found = find_due_reminder(DUE, agreed, date(2026, 5, 2) + timedelta(days=day))
        if found and found.key not in keys:
            keys.append(found.key)
    assert keys == ["in_14_days:0", "in_3_days:0", "late:0", "late:1", "late:2"]
    assert find_due_reminder(DUE, DUE - timedelta(days=5), DUE - timedelta(days=5)) is None


def test_before_and_after_compares_equal_spans_and_waits_for_the_second():
    days = [DUE - timedelta(days=n) for n in (0, 5, 29, 30)] + [DUE + timedelta(days=n) for n in (1, 30, 31)]
    assert count_cases_around(days, DUE, DUE + timedelta(days=30)) is None
    assert count_cases_around(days, DUE, DUE + timedelta(days=31)) == (3, 2)
