"""What a measure is on a day."""

from datetime import date

import pytest

from landsea_core.rules import Book, MeasureState, export_measure, read_measure, read_partial_day

from .making import measure


def state(one, day, *others):
    return Book([one, *others]).standing(one, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-05-31", "announced"), ("2026-06-01", "in_force"), ("2026-06-30", "in_force"), ("2026-07-01", "ended")],
)
def test_both_ends_are_inclusive(day, expected):
    assert state(measure("A", in_force="2026-06-01", last_day="2026-06-30"), day).state == expected


def test_without_a_start_it_is_in_force_and_the_gap_is_told():
    found = state(measure("A"), "1990-01-01")
    assert found.works
    assert found.doubts == ("start_not_found",)


def test_without_a_start_it_does_not_work_before_it_was_announced():
    assert state(measure("A", announced="2024-06-19"), "2024-06-18").state is MeasureState.ANNOUNCED


def test_a_draft_is_announced_and_never_in_force_until_its_first_day_is_known():
    draft = measure("A", announced="2025-10-13", pending=True)
    assert state(draft, "2026-11-29").state is MeasureState.ANNOUNCED
    assert state(measure("A", "admits", pending=True), "2026-11-29").state is MeasureState.ANNOUNCED
    assert read_measure(export_measure(draft)) == draft


def test_what_the_book_calls_a_draft_does_not_work(book):
    drafts = [one for one in book if one.life.pending or "draft of" in one.title.lower()]
    assert "M979" in {one.code for one in drafts}
    assert [one.code for one in drafts if book.standing(one, date(2026, 11, 29)).works] == []


def test_a_duty_with_a_rough_start_counts_from_the_first_possible_day_an_admission_from_the_last():
    assert state(measure("A", in_force="2026-06"), "2026-06-01").works
    assert not state(measure("A", "admits", in_force="2026-06"), "2026-06-29").works
    assert state(measure("A", "admits", in_force="2026-06"), "2026-06-30").works


def test_a_suspension_is_inclusive_and_its_doubt_stays_after_it():
    one = measure(
        "A",
        in_force="2026-01-26",
        suspensions=[{"first": "2026-02-04", "last": "2026-04-15", "doubt": "Was it longer?"}],
    )
    assert state(one, "2026-02-03").works
    assert state(one, "2026-02-04").state is MeasureState.SUSPENDED
    assert state(one, "2026-04-15").state is MeasureState.SUSPENDED
    assert state(one, "2026-04-16").doubts == ("Was it longer?",)


def test_a_suspension_without_end_goes_on_with_that_doubt():
    found = state(measure("A", in_force="2026-01-01", suspensions=[{"first": "2026-02-04"}]), "2030-01-01")
    assert found.state is MeasureState.SUSPENDED
    assert "suspension_end_not_found" in found.doubts


def test_what_was_replaced_comes_back_while_its_successor_is_suspended():
    old = measure("A", in_force="2018-02-02", replaced_by="B")
    new = measure("B", in_force="2026-01-26", suspensions=[{"first": "2026-02-04", "last": "2026-04-15"}])
    assert state(old, "2026-01-25", new).works
    assert state(old, "2026-01-26", new).state is MeasureState.REPLACED
    back = state(old, "2026-03-01", new)
    assert back.works
    assert "back_while_suspended" in back.doubts
    assert state(old, "2026-04-16", new).state is MeasureState.REPLACED


def test_a_circle_of_successors_ends():
    one, other = measure("A", replaced_by="B"), measure("B", replaced_by="A")
    assert state(one, "2026-01-01", other).state in set(MeasureState)


@pytest.mark.parametrize("text", ["2026-13", "26-01-01", "2026-02-30", "soon"])
def test_what_is_no_day_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="is no day; write"):
        read_partial_day(text)
