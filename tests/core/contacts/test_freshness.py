"""Freshness from evidence: a table of examples, and what must hold for any history."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.contacts import (
    DUTY,
    USUAL,
    EvidenceFact,
    EvidenceKind,
    Freshness,
    Rung,
    Thresholds,
    compute_freshness,
    find_next_rung,
    schedule_rungs,
)
from landsea_core.contacts.freshness import is_unreachable

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def day(number: float) -> datetime:
    return SINCE + timedelta(days=number)


def fresh(facts: str, at: float, thresholds: Thresholds = USUAL):
    """`facts` as "confirmed@10 bounced@20": kinds with the day on which they happened."""
    rows = [
        EvidenceFact(EvidenceKind(kind), day(float(on))) for kind, on in (word.split("@") for word in facts.split())
    ]
    return compute_freshness(rows, SINCE, day(at), thresholds)


@pytest.mark.parametrize(
    ("facts", "at", "freshness", "why"),
    [
        ("", 0, Freshness.DUE, "never"),
        ("", 29, Freshness.DUE, "never"),
        ("", 30, Freshness.STALE, "never"),
        ("confirmed@10", 10, Freshness.CONFIRMED, "vouched"),
        ("confirmed@10", 99, Freshness.CONFIRMED, "vouched"),
        ("confirmed@10", 100, Freshness.DUE, "old"),
        ("confirmed@10", 129, Freshness.DUE, "old"),
        ("confirmed@10", 130, Freshness.STALE, "old"),
        ("answered@10", 50, Freshness.CONFIRMED, "vouched"),
        ("changed@10", 50, Freshness.CONFIRMED, "vouched"),
        ("confirmed@10 suggested@20", 21, Freshness.DUE, "doubted"),
        ("confirmed@10 suggested@20 confirmed@22", 23, Freshness.CONFIRMED, "vouched"),
        ("confirmed@10 missed@20", 21, Freshness.DUE, "doubted"),
        ("confirmed@10 missed@20 missed@21 missed@22", 23, Freshness.STALE, "missed"),
        ("confirmed@10 missed@20 missed@21 answered@22 missed@23", 24, Freshness.DUE, "doubted"),
        ("confirmed@10 bounced@20", 21, Freshness.UNREACHABLE, "bounced"),
        ("confirmed@10 bounced@20 suggested@25 missed@26", 27, Freshness.UNREACHABLE, "bounced"),
        ("bounced@10 answered@20", 21, Freshness.CONFIRMED, "vouched"),
        ("bounced@10 confirmed@10", 11, Freshness.UNREACHABLE, "bounced"),
        ("confirmed@10 bounced@20", 15, Freshness.CONFIRMED, "vouched"),
    ],
)
def test_examples(facts, at, freshness, why):
    found = fresh(facts, at)
    assert (found.freshness, found.why) == (freshness, why)


def test_people_on_duty_are_asked_after_thirty_days():
    assert fresh("confirmed@10", 39, DUTY).freshness is Freshness.CONFIRMED
    assert fresh("confirmed@10", 40, DUTY).freshness is Freshness.DUE
    assert fresh("confirmed@10", 52, DUTY).freshness is Freshness.STALE


def test_it_says_what_it_rests_on_and_when_it_gets_worse():
    found = fresh("changed@5 confirmed@10", 20)
    assert (found.vouched_at, found.vouched_by, found.changes_at) == (day(10), EvidenceKind.CONFIRMED, day(100))
    assert fresh("confirmed@10 bounced@20", 30).changes_at is None


histories = st.lists(
    st.builds(
        EvidenceFact,
        st.sampled_from(EvidenceKind),
        st.integers(0, 400).map(lambda hours: SINCE + timedelta(hours=12 * hours)),
    ),
    max_size=12,
)
spans = st.integers(0, 20_000).map(lambda hours: timedelta(hours=hours))


@given(histories, spans, spans, st.sampled_from([USUAL, DUTY]))
def test_without_new_evidence_time_only_makes_it_worse(facts, first, more, thresholds):
    begin = max([SINCE, *(fact.at for fact in facts)]) + first
    earlier, later = (compute_freshness(facts, SINCE, at, thresholds) for at in (begin, begin + more))
    assert earlier.freshness <= later.freshness
    if earlier.changes_at and begin + more < earlier.changes_at:
        assert later.freshness is earlier.freshness
    if earlier.changes_at:
        assert compute_freshness(facts, SINCE, earlier.changes_at, thresholds).freshness > earlier.freshness


@given(histories, spans, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(facts, span, random):
    now = SINCE + span
    mixed = list(facts)
    random.shuffle(mixed)
    assert compute_freshness(mixed, SINCE, now, USUAL) == compute_freshness(facts, SINCE, now, USUAL)


@given(histories, spans)
def test_a_confirmation_now_always_mends_it(facts, span):
    now = max([SINCE, *(fact.at for fact in facts)]) + span + timedelta(seconds=1)
    found = compute_freshness([*facts, EvidenceFact(EvidenceKind.CONFIRMED, now)], SINCE, now, USUAL)
    assert found.freshness is Freshness.CONFIRMED


@given(histories, spans)
def test_what_routing_passes_over_is_what_is_shown_as_unreachable(facts, span):
    now = SINCE + span
    shown = compute_freshness(facts, SINCE, now, USUAL).freshness is Freshness.UNREACHABLE
    assert is_unreachable(facts, now) == shown


@given(histories, spans)
def test_people_on_duty_are_never_trusted_longer(facts, span):
    now = SINCE + span
    assert compute_freshness(facts, SINCE, now, DUTY).freshness >= compute_freshness(facts, SINCE, now, USUAL).freshness


def test_the_ladder_ends_with_the_coordinator_when_the_contact_becomes_stale():
    for thresholds in (USUAL, DUTY):
        asked = day(0) + thresholds.due_after
        times = schedule_rungs(asked, thresholds)
        assert list(times.values()) == sorted(times.values())
        assert times[Rung.COORDINATOR] == day(0) + thresholds.stale_after


def test_the_ladder_is_climbed_one_rung_at_a_time():
    rung, climbed = Rung.ASKED, []
    while (following := find_next_rung(rung, SINCE, USUAL)) is not None:
        rung, at = following
        climbed.append((rung.value, (at - SINCE).days))
    assert climbed == [("reminded", 7), ("deputy", 14), ("head", 21), ("coordinator", 30)]


def test_thresholds_that_contradict_each_other_are_refused():
    days = [timedelta(days=number) for number in (90, 60, 7, 14, 21, 30)]
    with pytest.raises(ValueError, match="due before stale"):
        Thresholds(*days)
