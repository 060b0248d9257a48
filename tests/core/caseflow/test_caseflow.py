"""The flow of a case: the table of steps, single moves in words, and what no sequence of moves may ever break."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.caseflow import (
    LADDERS,
    MOVES,
    PROPOSABLE,
    SENTENCES,
    STEPS,
    Act,
    Called,
    Lane,
    MoveRefused,
    Outcome,
    Side,
    State,
    Step,
    apply_act,
    check_act,
    check_move,
    find_move,
    find_who_takes_over,
    list_rungs_to_come,
    open_case,
)

T0 = datetime(2026, 3, 2, 1, tzinfo=UTC)
CASE = open_case(Lane.NORMAL, desk="rail", coordinator_desk="coordinator")


def play(*acts, case=CASE, now=T0):
    """The case after these acts; an act is its word, or (word, keyword arguments)."""
    for act in acts:
        word, given_ = act if isinstance(act, tuple) else (act, {})
        case = apply_act(word, case, now=now, **given_)
    return case


def to(desk):
    return (Act.NAME_RIGHT_DESK, {"desk": desk})


PROPOSE_FIXED = (Act.PROPOSE_OUTCOME, {"outcome": Outcome.FIXED})


@pytest.mark.parametrize(
    ("step", "days", "hours"),
    [
        (Step.ADMIT, 3, 2),
        (Step.ACCEPT, 5, 4),
        (Step.ANSWER, 10, 24),
        (Step.SOLVE, 30, 72),
        (Step.CONFIRM, 10, 24),
    ],
)
def test_time_of_each_step(step, days, hours):
    normal, urgent = STEPS[Lane.NORMAL][step], STEPS[Lane.URGENT][step]
    assert (normal.days, normal.hours) == (days, None)
    assert (urgent.days, urgent.hours) == (None, hours)


@pytest.mark.parametrize(
    ("acts", "state", "step", "desk"),
    [
        ([], State.FILED, Step.ADMIT, "rail"),
        ([Act.ADMIT], State.ADMITTED, Step.ACCEPT, "rail"),
        ([Act.EXPIRE], State.ADMITTED, Step.ACCEPT, "rail"),
        ([Act.ACCEPT], State.ACCEPTED, Step.ANSWER, "rail"),
        ([Act.ADMIT, to("customs")], State.ADMITTED, Step.ACCEPT, "customs"),
        ([Act.ADMIT, Act.EXPIRE], State.ADMITTED, Step.ACCEPT, "rail"),
        ([Act.ADMIT, Act.EXPIRE, Act.EXPIRE], State.ADMITTED, Step.ACCEPT, "coordinator"),
        ([Act.ACCEPT, Act.EXPIRE], State.ACCEPTED, Step.ANSWER, "rail"),
        ([Act.ACCEPT, Act.ANSWER], State.ANSWERED, Step.SOLVE, "rail"),
        ([Act.ACCEPT, Act.ANSWER, Act.EXTEND], State.ANSWERED, Step.SOLVE, "rail"),
        ([Act.ANSWER, PROPOSE_FIXED], State.PROPOSED, Step.CONFIRM, "rail"),
        ([Act.ANSWER, PROPOSE_FIXED, Act.DISPUTE], State.ANSWERED, Step.SOLVE, "rail"),
        ([Act.ANSWER, PROPOSE_FIXED, Act.CONFIRM, Act.REOPEN], State.ADMITTED, Step.ACCEPT, "rail"),
        ([Act.ANSWER, (Act.REASSIGN, {"desk": "port"})], State.ADMITTED, Step.ACCEPT, "port"),
    ],
)
def test_where_a_case_stands(acts, state, step, desk):
    case = play(*acts)
    assert (case.state, case.step, case.accountable_desk) == (state, step, desk)


@pytest.mark.parametrize(
    ("acts", "outcome"),
    [
        ([PROPOSE_FIXED, Act.CONFIRM], Outcome.FIXED),
        ([PROPOSE_FIXED, Act.EXPIRE], Outcome.NOT_CONFIRMED),
        ([PROPOSE_FIXED, Act.WITHDRAW], Outcome.WITHDRAWN),
        ([Act.WITHDRAW], Outcome.WITHDRAWN),
        ([Act.HAND_ON], Outcome.HANDED_ON),
    ],
)
def test_how_a_case_closes(acts, outcome):
    case = play(*acts)
    assert (case.state, case.outcome, case.closed_at, case.step) == (State.CLOSED, outcome, T0, None)


def test_third_hand_off_makes_the_coordinator_accountable_whoever_is_named():
    case = play(to("customs"), to("port"))
    assert (case.accountable_desk, case.hand_offs) == ("port", 2)
    case = play(to("visa"), case=case)
    assert (case.accountable_desk, case.hand_offs) == ("coordinator", 2)
    case = play((Act.REASSIGN, {"desk": "visa"}), to("rail"), case=case)
    assert case.accountable_desk == "coordinator", "after a reassignment nobody passes it round again"


def test_asking_the_filer_stops_the_clock_until_the_reply_or_the_next_step():
    asked = play(Act.ACCEPT, Act.ASK_FILER)
    assert asked.paused and asked.step is Step.ANSWER
    assert check_act(Act.EXPIRE, asked).code == "clock_paused"
    assert check_act(Act.ASK_FILER, asked).code == "already_asked"
    assert not play(Act.FILER_REPLIES, case=asked).paused
    assert not play(Act.ANSWER, case=asked).paused
    assert play(Act.ASK_MISSING).paused


def test_a_filer_who_writes_while_an_outcome_waits_has_the_time_to_confirm_anew():
    proposed = play(Act.ANSWER, (Act.PROPOSE_OUTCOME, {"outcome": Outcome.FIXED}))
    written = play(Act.FILER_REPLIES, case=proposed)
    assert written == proposed, "words alone neither confirm nor dispute"
    assert find_move(Act.FILER_REPLIES, State.PROPOSED).begins is Step.CONFIRM


@pytest.mark.parametrize(
    ("state", "last", "desk", "nobody_at", "called"),
    [
        (State.FILED, None, "rail", (), "desk"),
        (State.ADMITTED, None, "rail", (), "deputy"),
        (State.ADMITTED, None, "rail", ("deputy",), "coordinator"),
        (State.ADMITTED, None, "rail", ("deputy", "coordinator", "secretariat"), "dialogue"),
        (State.ADMITTED, Called.DEPUTY, "rail", (), "coordinator"),
        (State.ADMITTED, Called.COORDINATOR, "coordinator", (), "secretariat"),
        (State.ADMITTED, Called.SECRETARIAT, "coordinator", (), "dialogue"),
        (State.ADMITTED, Called.DIALOGUE, "coordinator", (), "dialogue"),
        (State.ADMITTED, None, "coordinator", ("deputy",), "secretariat"),
        (State.ACCEPTED, None, "rail", (), "head"),
        (State.ACCEPTED, Called.HEAD, "rail", (), "coordinator"),
        (State.ACCEPTED, None, "coordinator", ("head",), "secretariat"),
        (State.ANSWERED, None, "rail", ("coordinator",), "dialogue"),
        (State.PROPOSED, None, "rail", (), "filer"),
        (State.CLOSED, None, "rail", (), "nobody"),
    ],
)
def test_whom_silence_calls(state, last, desk, nobody_at, called):
    acts = {
        State.FILED: [],
        State.ADMITTED: [Act.ADMIT],
        State.ACCEPTED: [Act.ACCEPT],
        State.ANSWERED: [Act.ANSWER],
        State.PROPOSED: [PROPOSE_FIXED],
        State.CLOSED: [Act.WITHDRAW],
    }[state]
    case = replace(play(*acts), silent=last is not None, called=last, accountable_desk=desk)
    assert find_who_takes_over(case, nobody_at) == called


@pytest.mark.parametrize("step", list(LADDERS))
@pytest.mark.parametrize("at_coordinator", [False, True])
@given(nobody_at=st.sets(st.sampled_from(list(Called))))
def test_every_silence_ends_at_a_dialogue_and_calls_nobody_twice(step, at_coordinator, nobody_at):
    called, last = [], None
    while last is not Called.DIALOGUE:
        last = list_rungs_to_come(step, last, at_coordinator=at_coordinator, nobody_at=nobody_at)[0]
        called.append(last)
    assert len(called) == len(set(called)) <= len(LADDERS[step])
    assert not nobody_at & {*called[:-1]}, "nobody is waited for where nobody is"


def test_silence_is_shown_until_somebody_acts():
    late = play(Act.ACCEPT, Act.EXPIRE)
    assert late.silent
    assert not play(Act.ANSWER, case=late).silent
    assert not play(Act.ANSWER, Act.EXPIRE, Act.EXTEND).silent


@pytest.mark.parametrize(
    ("act", "state", "given_", "code"),
    [
        (Act.ACCEPT, State.ANSWERED, {}, "wrong_state"),
        (Act.ACCEPT, State.ADMITTED, {"role": Side.FILER}, "not_your_part"),
        (Act.CONFIRM, State.PROPOSED, {"role": Side.OFFICE}, "not_your_part"),
        (Act.REASSIGN, State.ADMITTED, {"role": Side.OFFICE}, "not_your_part"),
        (Act.HAND_ON, State.FILED, {"role": Side.OFFICE}, "not_your_part"),
        (Act.EXPIRE, State.FILED, {"role": Side.OFFICE}, "not_your_part"),
        (Act.FILER_REPLIES, State.CLOSED, {"role": Side.FILER}, "case_closed"),
        (Act.REOPEN, State.ANSWERED, {"role": Side.FILER}, "not_closed"),
        (Act.EXTEND, State.ANSWERED, {"extended": True}, "already_extended"),
        (Act.EXTEND, State.ANSWERED, {"lane": Lane.URGENT}, "no_extension_in_lane"),
        (Act.REOPEN, State.CLOSED, {"closed_at": T0, "now": T0 + timedelta(days=30, seconds=1)}, "reopen_too_late"),
    ],
)
def test_refusals(act, state, given_, code):
    refused = check_move(act, state, **given_)
    assert refused.code == code
    assert str(refused.sentence) == str(SENTENCES[code].fill(days=30))


def test_reopening_is_possible_up_to_the_last_instant_of_thirty_days():
    assert check_move(Act.REOPEN, State.CLOSED, role=Side.FILER, closed_at=T0, now=T0 + timedelta(days=30)) is None


def test_what_is_missing_is_named():
    with pytest.raises(ValueError, match="which desk"):
        apply_act(Act.NAME_RIGHT_DESK, CASE)
    with pytest.raises(ValueError, match="PROPOSABLE"):
        apply_act(Act.PROPOSE_OUTCOME, CASE, outcome=Outcome.WITHDRAWN)
    with pytest.raises(ValueError, match="now"):
        apply_act(Act.WITHDRAW, CASE)
    with pytest.raises(MoveRefused, match="already"):
        apply_act(Act.REASSIGN, CASE, desk="rail")


def test_every_row_of_moves_is_the_only_one_for_its_act_and_state():
    assert len({(move.act, move.from_state) for move in MOVES}) == len(MOVES)
    assert {move.act for move in MOVES} == set(Act)


DESKS = ["rail", "customs", "port", "visa", "coordinator"]
ATTEMPTS = st.tuples(
    st.sampled_from([act for act in Act if act is not Act.FILE]),
    st.sampled_from(DESKS),
    st.sampled_from(sorted(PROPOSABLE)),
    st.integers(0, 40),
)


@settings(max_examples=300)
@given(st.sampled_from(list(Lane)), st.sampled_from(DESKS), st.lists(ATTEMPTS, max_size=40))
def test_no_sequence_of_moves_breaks_the_promises(lane, desk, attempts):
    case, now = open_case(lane, desk=desk, coordinator_desk="coordinator"), T0
    for act, named, outcome, days in attempts:
        now += timedelta(days=days)
        before = case
        try:
            case = apply_act(act, case, now=now, desk=named, outcome=outcome)
        except MoveRefused:
            continue
        assert case.accountable_desk in DESKS
        assert (case.outcome is None) == (case.state not in (State.PROPOSED, State.CLOSED))
        assert (case.closed_at is None) == (case.state is not State.CLOSED)
        assert case.hand_offs <= 2
        if act is Act.NAME_RIGHT_DESK and before.hand_offs == 2 and before.accountable_desk != "coordinator":
            assert case.accountable_desk == "coordinator"
        if case.paused:
            assert act in (Act.ASK_FILER, Act.ASK_MISSING) or (before.paused and case.step is before.step)
        if before.extended:
            assert case.extended and act is not Act.EXTEND
        if case.accountable_desk != before.accountable_desk:
            assert act in (Act.NAME_RIGHT_DESK, Act.REASSIGN, Act.EXPIRE)
            assert case.step is Step.ACCEPT
            assert case.silent == (act is Act.EXPIRE), "a desk that somebody names starts with the whole time"
