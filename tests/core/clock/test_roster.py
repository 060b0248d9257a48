"""Who of a desk is reachable: hours, leave, duty, swaps, quiet hours, changes of clocks, and the gaps of a roster."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.clock import (
    DeskChain,
    Leave,
    QuietHours,
    ReachWay,
    Shift,
    find_duty_gaps,
    find_overlapping_leaves,
    find_reachable_person,
    get_calendar,
)

SINGAPORE, BERLIN = ZoneInfo("Asia/Singapore"), ZoneInfo("Europe/Berlin")
SG = get_calendar("SG")
CHAIN = DeskChain("holder", "deputy", "head")


def sg(text):
    return datetime.fromisoformat(text).replace(tzinfo=SINGAPORE)


def away(person, start="2026-03-01T00:00", end="2026-04-01T00:00"):
    return Leave(person, sg(start), sg(end))


def shift(person, start, end, **more):
    return Shift(person, datetime.fromisoformat(start), datetime.fromisoformat(end), "Asia/Singapore", **more)


MONDAY_NIGHTS = shift("wei", "2026-03-02T18:00", "2026-03-03T08:30", every_weeks=1)
OFFICE, NIGHT, SATURDAY_NOON = sg("2026-03-16T10:00"), sg("2026-03-17T03:00"), sg("2026-03-14T12:00")


@pytest.mark.parametrize(
    ("at", "leaves", "shifts", "person", "through"),
    [
        (OFFICE, [], [], "holder", ReachWay.HOURS),
        (OFFICE, ["holder"], [], "deputy", ReachWay.DEPUTY),
        (OFFICE, ["holder", "deputy"], [], "head", ReachWay.HEAD),
        (OFFICE, ["holder", "deputy", "head"], [], None, ReachWay.NOBODY),
        (NIGHT, [], [MONDAY_NIGHTS], "wei", ReachWay.DUTY),
        (NIGHT, [], [], None, ReachWay.NOBODY),
        (NIGHT, ["wei"], [MONDAY_NIGHTS], None, ReachWay.NOBODY),
        (SATURDAY_NOON, [], [MONDAY_NIGHTS], "deputy", ReachWay.DEPUTY),
        (SATURDAY_NOON, ["deputy"], [], "head", ReachWay.HEAD),
    ],
)
def test_who(at, leaves, shifts, person, through):
    found = find_reachable_person(CHAIN, SG, shifts, [away(name) for name in leaves], at)
    assert (found.person, found.through) == (person, through)


def test_everyone_away_in_office_hours_leaves_the_one_on_duty():
    day_shift = shift("wei", "2026-03-16T08:00", "2026-03-16T20:00")
    found = find_reachable_person(CHAIN, SG, [day_shift], [away(name) for name in ("holder", "deputy", "head")], OFFICE)
    assert (found.person, found.through) == ("wei", ReachWay.DUTY)


def test_the_reasons_tell_the_whole_search():
    found = find_reachable_person(CHAIN, SG, [MONDAY_NIGHTS], [away("wei")], NIGHT)
    assert [(reason.code, reason.values.get("person")) for reason in found.reasons] == [
        ("closed", None),
        ("on_leave", "wei"),
        ("quiet_hours", "deputy"),
        ("quiet_hours", "head"),
    ]
    assert found.next_open == sg("2026-03-17T08:30")


def test_a_desk_without_people():
    found = find_reachable_person(DeskChain(None), SG, [], [], OFFICE)
    assert (found.person, [reason.code for reason in found.reasons]) == (None, ["open", "no_shift"])


def test_a_single_shift_comes_before_the_weekly_one_that_is_a_swap():
    swap = shift("zoe", "2026-03-16T18:00", "2026-03-17T08:30")
    for shifts in ([swap, MONDAY_NIGHTS], [MONDAY_NIGHTS, swap]):
        assert find_reachable_person(CHAIN, SG, shifts, [], NIGHT).person == "zoe"
        assert find_reachable_person(CHAIN, SG, shifts, [], NIGHT + timedelta(weeks=1)).person == "wei"


def test_every_second_week_until_a_day():
    fortnightly = replace(MONDAY_NIGHTS, every_weeks=2, until=date(2026, 3, 16))
    on_duty = [fortnightly.turn_at(sg(f"2026-{day}T23:00")) is not None for day in ("03-02", "03-09", "03-16", "03-30")]
    assert on_duty == [True, False, True, False]


def test_a_shift_begins_with_its_first_and_ends_before_its_last_instant():
    assert MONDAY_NIGHTS.turn_at(sg("2026-03-09T18:00")) == (sg("2026-03-09T18:00"), sg("2026-03-10T08:30"))
    assert MONDAY_NIGHTS.turn_at(sg("2026-03-10T08:30")) is None
    assert MONDAY_NIGHTS.turn_at(sg("2026-02-23T20:00")) is None


@pytest.mark.parametrize(("first", "hours"), [("2026-03-21T20:00", 11), ("2026-10-17T20:00", 13)])
def test_turns_keep_their_times_of_the_wall_clock_when_clocks_change(first, hours):
    start = datetime.fromisoformat(first)
    weekly = Shift("wei", start, start + timedelta(hours=12), "Europe/Berlin", every_weeks=1)
    ordinary = start.replace(tzinfo=BERLIN)
    begin, end = weekly.turn_at(ordinary + timedelta(weeks=1))
    assert (begin.hour, end.hour) == (20, 8)
    assert end.timestamp() - begin.timestamp() == hours * 3600


def test_a_turn_that_clocks_reach_twice_or_skip():
    early = Shift("wei", datetime(2026, 10, 18, 2, 15), datetime(2026, 10, 18, 3, 15), "Europe/Berlin", every_weeks=1)
    assert early.turn_at(datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=BERLIN)) is not None
    assert early.turn_at(datetime(2026, 10, 25, 2, 10, fold=0, tzinfo=BERLIN)) is None
    whole_week = Shift(
        "wei", datetime(2026, 3, 22, 2, 30), datetime(2026, 3, 29, 2, 30), "Europe/Berlin", every_weeks=1
    )
    begin, _ = whole_week.turn_at(datetime(2026, 3, 29, 3, 10, tzinfo=BERLIN))
    assert begin.date() == date(2026, 3, 22)


def test_quiet_hours_are_a_persons_own_and_cross_midnight():
    saturday_noon_is_quiet = [QuietHours("deputy", time(11), time(14), "Asia/Singapore")]
    assert find_reachable_person(CHAIN, SG, [], [], SATURDAY_NOON, quiet_hours=saturday_noon_is_quiet).person == "head"
    across = QuietHours("deputy", time(22), time(6), "Asia/Singapore")
    covered = [across.covers(sg(f"2026-03-14T{at}")) for at in ("21:59", "22:00", "05:59", "06:00")]
    assert covered == [False, True, True, False]
    elsewhere = QuietHours("deputy", time(22), time(6), "Europe/Berlin")
    assert elsewhere.covers(sg("2026-03-14T12:00"))


def test_duty_knows_no_quiet_hours():
    quiet = [QuietHours("wei", time(0), time(23, 59), "Asia/Singapore")]
    assert find_reachable_person(CHAIN, SG, [MONDAY_NIGHTS], [], NIGHT, quiet_hours=quiet).person == "wei"


def test_gaps_are_the_closed_hours_without_duty():
    gaps = find_duty_gaps(SG, [MONDAY_NIGHTS], [], sg("2026-03-16T12:00"), sg("2026-03-18T12:00"))
    assert gaps == [(sg("2026-03-17T18:00"), sg("2026-03-18T08:30"))]
    on_leave = [away("wei", "2026-03-16T22:00", "2026-03-17T02:00")]
    assert find_duty_gaps(SG, [MONDAY_NIGHTS], on_leave, sg("2026-03-16T12:00"), sg("2026-03-17T12:00")) == [
        (sg("2026-03-16T22:00"), sg("2026-03-17T02:00"))
    ]


def test_a_gap_across_midnight_is_one():
    early = shift("wei", "2026-03-16T18:00", "2026-03-16T23:30")
    late = shift("lin", "2026-03-17T00:30", "2026-03-17T08:30")
    assert find_duty_gaps(SG, [early, late], [], sg("2026-03-16T12:00"), sg("2026-03-17T12:00")) == [
        (sg("2026-03-16T23:30"), sg("2026-03-17T00:30"))
    ]


instants = st.datetimes(datetime(2026, 3, 1), datetime(2026, 3, 31), timezones=st.just(SINGAPORE))
shifts_of_a_month = st.lists(
    st.builds(
        lambda person, start, hours, weeks: Shift(
            person, start, start + timedelta(hours=hours), "Europe/Berlin", weeks
        ),
        st.sampled_from(["wei", "lin"]),
        st.datetimes(datetime(2026, 2, 1), datetime(2026, 3, 31)),
        st.integers(1, 24),
        st.integers(0, 2),
    ),
    max_size=4,
)


@given(shifts_of_a_month, instants, st.timedeltas(timedelta(hours=1), timedelta(days=8)))
def test_inside_a_gap_nobody_has_duty_and_outside_somebody_answers(shifts, since, length):
    until = since + length
    gaps = find_duty_gaps(SG, shifts, [], since, until)
    for minutes in range(0, int(length.total_seconds() // 60), 97):
        at = since + timedelta(minutes=minutes)
        through = find_reachable_person(CHAIN, SG, shifts, [], at).through
        in_gap = any(begin <= at < end for begin, end in gaps)
        assert in_gap == (through not in (ReachWay.HOURS, ReachWay.DUTY))


@given(st.permutations([MONDAY_NIGHTS, replace(MONDAY_NIGHTS, person="lin"), replace(MONDAY_NIGHTS, person="an")]))
def test_the_order_of_rows_does_not_matter(shifts):
    assert find_reachable_person(CHAIN, SG, shifts, [], NIGHT).person == "an"


def test_leave_that_overlaps_is_found_and_leave_that_touches_is_not():
    first, touching = away("wei", end="2026-03-10T00:00"), away("wei", start="2026-03-10T00:00")
    over = away("wei", "2026-03-09T00:00", "2026-03-11T00:00")
    assert find_overlapping_leaves([touching, first, away("lin")]) == []
    assert find_overlapping_leaves([touching, over, first]) == [(first, over), (over, touching)]


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda: shift("wei", "2026-03-02T18:00", "2026-03-02T08:00"), "next day"),
        (lambda: shift("wei", "2026-03-02T18:00", "2026-03-10T08:00", every_weeks=1), "own next turn"),
        (lambda: shift("wei", "2026-03-02T18:00", "2026-03-02T19:00", every_weeks=-1), "own next turn"),
        (lambda: Shift("wei", NIGHT, NIGHT + timedelta(hours=1), "Asia/Singapore"), "wall clock"),
        (lambda: away("wei", "2026-03-02T00:00", "2026-03-02T00:00"), "ends after"),
    ],
)
def test_rows_that_cannot_be(build, sentence):
    with pytest.raises(ValueError, match=sentence):
        build()
