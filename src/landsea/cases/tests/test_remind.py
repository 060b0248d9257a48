"""Reminders at half and four fifths of a step, and one before acceptance: whom they reach, and when."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from landsea.base.actors import make_filer
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.filer_moves import withdraw_case
from landsea.cases.actions.message import write_message
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import Case, StepRecord
from landsea.cases.tests.world import make_world
from landsea.directory.models import Contact, DutyShift
from landsea_core.caseflow import Lane

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 3, 16, 10, tzinfo=SHANGHAI)


@pytest.fixture
def world():
    return make_world()


def reminders(case, template="case_reminder"):
    return list(Delivery.objects.filter(stream=f"case:{case.pk}", template=template).order_by("id"))


def answered(world, now=MONDAY, **fields):
    """A case that waits for a solution."""
    case = world.file(now=now, **fields).case
    answer_case(world.actor("holder", now), case.ref, "So it is.", now=now)
    case.refresh_from_db()
    return case


def run(case, until):
    """Let a watcher look whenever this case asks for it, up to an instant."""
    case.refresh_from_db()
    while case.wakes_at is not None and case.wakes_at <= until:
        act_on_due_cases(case.wakes_at)
        case.refresh_from_db()


def test_the_desk_is_reminded_twice_in_its_hours_before_the_deadline(world):
    case = answered(world)
    run(case, case.due_at - timedelta(minutes=1))
    sent = reminders(case)
    assert [delivery.facts["share"] for delivery in sent] == [0.5, 0.8]
    assert {delivery.address for delivery in sent} == {world.people["holder"].email}
    local = [delivery.not_before.astimezone(SHANGHAI) for delivery in sent]
    assert all(at.weekday() < 5 and 9 <= at.hour < 18 and MONDAY < at < case.due_at for at in local)
    assert Case.objects.get(pk=case.pk).wakes_at == case.due_at


@pytest.mark.parametrize(("lane", "steps"), [(Lane.NORMAL, {"accept"}), (Lane.URGENT, {"admit"})])
def test_before_acceptance_the_desk_is_reminded_once(world, lane, steps):
    case = world.file(now=MONDAY, lane=lane).case
    run(case, case.due_at)
    case.refresh_from_db()
    run(case, case.due_at - timedelta(minutes=1))
    assert case.step == "accept"
    assert [(one.facts["share"], one.facts["step"]) for one in reminders(case)] == [(0.5, step) for step in steps]


def test_a_watcher_that_wakes_at_night_puts_the_reminder_off_until_morning(world):
    case = answered(world)
    wakes = case.wakes_at.astimezone(SHANGHAI)
    act_on_due_cases(wakes.replace(hour=23))
    (sent,) = reminders(case)
    morning = sent.not_before.astimezone(SHANGHAI)
    assert morning.date() > wakes.date() and (morning.hour, morning.minute) == (9, 0)


def put_off(world):
    """A case whose reminder was found due at night, and the instant of that."""
    case = answered(world)
    night = case.wakes_at.astimezone(SHANGHAI).replace(hour=23)
    act_on_due_cases(night)
    (waiting,) = reminders(case)
    assert waiting.not_before > night
    return case, night


@pytest.mark.parametrize(
    "act",
    [
        lambda world, case, at: propose_outcome(world.actor("holder"), case.ref, "fixed", "So it is.", now=at),
        lambda world, case, at: ask_filer(world.actor("holder"), case.ref, "Which lorry?", now=at),
        lambda world, case, at: withdraw_case(make_filer(case.pk), case.ref, now=at),
    ],
)
def test_a_reminder_put_off_to_the_morning_does_not_go_when_the_case_moved_on_at_night(world, act):
    (case, night), (other, _night) = put_off(world), put_off(world)
    act(world, case, night + timedelta(hours=1))
    send_due(now=night + timedelta(hours=12))
    assert [(one.state, one.last_reply) for one in reminders(case)] == [("withdrawn", "the case moved on")]
    assert [one.state for one in reminders(other)] == ["sent"]


def test_a_message_that_moves_nothing_leaves_the_reminder_waiting(world):
    case, night = put_off(world)
    write_message(world.actor("holder"), case.ref, "offices", "We look.", now=night + timedelta(hours=1))
    assert [one.state for one in reminders(case)] == ["queued"]


def test_of_missed_reminders_only_the_last_is_sent_and_none_after_the_deadline(world):
    case, other = answered(world), answered(world)
    act_on_due_cases(case.due_at - timedelta(minutes=30))
    assert [delivery.facts["share"] for delivery in reminders(case)] == [0.8]
    Case.objects.filter(pk=other.pk).update(wakes_at=MONDAY)
    act_on_due_cases(case.due_at + timedelta(hours=1))
    assert [delivery.facts["share"] for delivery in reminders(other)] == [0.8]


def test_in_the_urgent_lane_whoever_has_duty_is_reminded_at_once_at_night(world):
    night = datetime(2026, 3, 14, 23, tzinfo=SHANGHAI)
    watchman = Contact.objects.create(desk=world.quarantine, name="Watchman Demo", email="watch@demo.example.org")
    DutyShift.objects.create(
        desk=world.quarantine, contact=watchman, starts_at=night, ends_at=night + timedelta(hours=9)
    )
    case = world.file(now=night, lane=Lane.URGENT).case
    run(case, night + timedelta(minutes=119))
    sent = reminders(case)
    assert [delivery.address for delivery in sent] == ["watch@demo.example.org"]
    assert [delivery.not_before - night for delivery in sent] == [timedelta(minutes=60)]


def test_the_filer_is_reminded_to_confirm_in_the_hours_of_their_country(world):
    case = world.file(now=MONDAY, filer_country="LA").case
    answer_case(world.actor("holder", MONDAY), case.ref, "So it is.", now=MONDAY + timedelta(minutes=5))
    propose_outcome(world.actor("holder", MONDAY), case.ref, "fixed", "It moves.", now=MONDAY + timedelta(minutes=6))
    run(case, Case.objects.get(pk=case.pk).due_at - timedelta(minutes=1))
    sent = reminders(case, "case_reminder_filer")
    assert len(sent) == 2 and reminders(case) == []
    for delivery in sent:
        local = delivery.not_before.astimezone(ZoneInfo("Asia/Vientiane"))
        assert local.weekday() < 5 and 8 <= local.hour < 16


def test_nobody_is_reminded_while_the_clock_stands_and_afterwards_only_of_what_is_to_come(world):
    case = answered(world)
    run(case, case.wakes_at)
    assert len(reminders(case)) == 1
    ask_filer(world.actor("holder", MONDAY), case.ref, "Which laboratory?", now=MONDAY + timedelta(days=22))
    assert act_on_due_cases(MONDAY + timedelta(days=40)) == 0
    reply_as_filer(make_filer(case.pk), case.ref, "That of Kunming.", now=MONDAY + timedelta(days=41))
    (record,) = StepRecord.objects.filter(case=case, ended_at=None)
    assert [share for share, _at in record.reminders] == [0.8]
    run(case, record.due_at - timedelta(minutes=1))
    assert [delivery.facts["share"] for delivery in reminders(case)] == [0.5, 0.8]
