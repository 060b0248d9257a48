"""Reachable now or not, by the desk's own clock, its calendar and its roster."""

from datetime import UTC, datetime

import pytest

from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Contact, Desk, DutyShift
from landsea.directory.reachability import describe_reachability, is_reachable_now
from landsea.directory.tests.reference_files import write_reference

pytestmark = pytest.mark.django_db


def _utc(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path) -> Desk:
    """A desk at Mohan: 09:00 to 12:00 and 14:00 to 17:30 of Asia/Shanghai (UTC+8), Monday to Friday."""
    load_reference(write_reference(tmp_path), _utc(25, 3))
    return Desk.objects.select_related("office").get(code="cn-mohan.clearance")


@pytest.mark.parametrize(
    ("at", "now", "reason", "words"),
    [
        (_utc(25, 3), True, "open", "open until 12:00 there"),
        (_utc(25, 4), False, "outside_hours", "closed; opens 14:00 there"),
        (_utc(25, 9, 29), True, "open", "open until 17:30 there"),
        (_utc(25, 9, 30), False, "outside_hours", "closed; opens Thu 26 Nov, 09:00 there"),
        (_utc(28, 3), False, "weekend", "closed for the weekend; opens Mon 30 Nov, 09:00 there"),
        (_utc(1, 3, month=10), False, "holiday", "closed for a holiday"),
    ],
)
def test_by_its_hours_and_calendar(desk, at, now, reason, words):
    found = is_reachable_now(desk, at)
    assert (found.now, found.reason) == (now, reason)
    assert words in describe_reachability(found, at, "en")


def test_somebody_on_duty_makes_it_reachable_outside_its_hours_until_the_shift_ends(desk):
    contact = Contact.objects.create(desk=desk, name="Demo Person")
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=_utc(25, 10), ends_at=_utc(25, 22))
    night = is_reachable_now(desk, _utc(25, 14))
    assert (night.now, night.reason, night.until, night.opens_next) == (True, "duty", _utc(25, 22), _utc(26, 1))
    assert not is_reachable_now(desk, _utc(25, 22)).now
    assert not is_reachable_now(desk, _utc(25, 9, 59)).now


def test_a_shift_of_somebody_who_left_counts_no_more(desk):
    contact = Contact.objects.create(desk=desk, name="Demo Person", ended_at=_utc(25, 9))
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=_utc(25, 10), ends_at=_utc(25, 22))
    assert not is_reachable_now(desk, _utc(25, 14)).now


def test_an_open_office_is_no_question_to_the_database(desk, django_assert_num_queries):
    with django_assert_num_queries(0):
        is_reachable_now(desk, _utc(25, 3))


def test_hours_that_are_assumed_are_said_to_be_and_those_of_the_office_are_not(desk):
    at = _utc(25, 3)
    assert desk.office.hours_grade == "assumed"
    assert describe_reachability(is_reachable_now(desk, at), at, "en") == "open until 12:00 there, hours assumed"
    desk.office.hours_grade = "published"
    assert describe_reachability(is_reachable_now(desk, at), at, "en") == "open until 12:00 there"


def test_duty_rests_on_no_hours_of_the_office(desk):
    contact = Contact.objects.create(desk=desk, name="Demo Person")
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=_utc(25, 10), ends_at=_utc(25, 22))
    night = is_reachable_now(desk, _utc(25, 14))
    assert not night.assumed and "assumed" not in describe_reachability(night, _utc(25, 14), "en")
