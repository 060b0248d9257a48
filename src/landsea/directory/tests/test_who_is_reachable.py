"""Who of a desk answers: chain, leave and its stand-in, duty by rota and by swap, quiet hours, bounced addresses."""

from datetime import UTC, date, datetime, time

import pytest

from landsea.accounts.models import User
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Appointment, Contact, Desk, DutyShift, Leave, Role, RotaTurn
from landsea.directory.reachability import find_who_are_reachable, find_who_is_reachable, is_reachable_now
from landsea.directory.tests.reference_files import write_reference

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
OFFICE, NIGHT = datetime(2026, 11, 25, 3, tzinfo=UTC), datetime(2026, 11, 25, 15, tzinfo=UTC)  # 11:00 and 23:00 there
EVENING = datetime(2026, 11, 25, 11, tzinfo=UTC)  # 19:00 there: closed, and not yet quiet


@pytest.fixture
def desk(tmp_path) -> Desk:
    """A desk at Mohan with a holder, two deputies and a head, each with an account and a contact."""
    load_reference(write_reference(tmp_path), LONG_AGO)
    desk = Desk.objects.select_related("office").get(code="cn-mohan.clearance")
    for part in ("holder", "deputy", "second"):
        user = User.objects.create(email=f"{part}@demo.example.org", name=part)
        role = Role.HOLDER if part == "holder" else Role.DEPUTY
        Appointment.objects.create(user=user, role=role, desk=desk, starts_at=LONG_AGO)
        Contact.objects.create(desk=desk, user=user, name=part, email=user.email)
    head = User.objects.create(email="head@demo.example.org", name="head")
    Appointment.objects.create(user=head, role=Role.HEAD, office=desk.office, starts_at=LONG_AGO)
    return desk


def away(name: str, stand_in: str = "") -> None:
    user = User.objects.get(name=name)
    other = User.objects.get(name=stand_in) if stand_in else None
    Leave.objects.create(user=user, first_day=date(2026, 11, 25), last_day=date(2026, 11, 25), stand_in=other)


def answers(desk, at):
    found = find_who_is_reachable(desk, at)
    return (found.person.name if found.person else None, found.through.value)


def contact(name: str) -> Contact:
    return Contact.objects.get(name=name)


def test_the_chain_in_office_hours(desk):
    assert answers(desk, OFFICE) == ("holder", "hours")
    away("holder")
    assert answers(desk, OFFICE) == ("deputy", "deputy")
    away("deputy")
    assert answers(desk, OFFICE) == ("second", "deputy")
    away("second")
    assert answers(desk, OFFICE) == ("head", "head")
    away("head")
    assert answers(desk, OFFICE) == (None, "nobody")


def test_the_stand_in_that_was_named_comes_before_other_deputies(desk):
    away("holder", "second")
    assert answers(desk, OFFICE) == ("second", "deputy")


def test_leave_is_in_days_of_the_office(desk):
    away("holder")
    before_midnight, after = datetime(2026, 11, 24, 15, 59, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC)
    codes = [[reason.code for reason in find_who_is_reachable(desk, at).reasons] for at in (before_midnight, after)]
    assert ["on_leave" in one for one in codes] == [False, False]  # closed then: holders are not searched at night
    RotaTurn.objects.create(
        desk=desk, contact=contact("holder"), first_day=date(2026, 11, 24), begins=time(18), days=1, ends=time(9)
    )
    assert answers(desk, before_midnight) == ("holder", "duty")
    assert answers(desk, after)[1] != "duty"


def test_duty_by_rota_and_a_swap_before_it(desk):
    RotaTurn.objects.create(
        desk=desk, contact=contact("deputy"), first_day=date(2026, 11, 18), begins=time(18), days=1, ends=time(9)
    )
    assert answers(desk, NIGHT) == ("deputy", "duty")
    assert is_reachable_now(desk, NIGHT).until == datetime(2026, 11, 26, 1, tzinfo=UTC)
    DutyShift.objects.create(desk=desk, contact=contact("second"), starts_at=EVENING, ends_at=OFFICE.replace(day=26))
    assert answers(desk, NIGHT) == ("second", "duty")
    assert answers(desk, NIGHT.replace(day=18)) == ("deputy", "duty")
    away("second")
    assert answers(desk, NIGHT) == ("deputy", "duty")


def test_nobody_is_rung_in_quiet_hours_unless_on_duty(desk):
    assert answers(desk, NIGHT) == (None, "nobody")
    assert answers(desk, EVENING) == ("deputy", "deputy")
    Contact.objects.filter(name="deputy").update(quiet_from=time(18), quiet_until=time(8))
    Contact.objects.filter(name="second").update(ended_at=EVENING)
    away("second")
    assert answers(desk, EVENING) == ("head", "head")


def test_whose_mail_comes_back_is_passed_over_and_it_is_said(desk):
    record_evidence(contact_id=contact("holder").pk, kind="bounced", at=LONG_AGO)
    found = find_who_is_reachable(desk, OFFICE)
    assert (found.person.name, found.reasons[0].code) == ("deputy", "bounced")
    record_evidence(contact_id=contact("holder").pk, kind="confirmed", at=OFFICE)
    assert answers(desk, OFFICE) == ("holder", "hours")


def test_people_without_accounts_have_their_place_in_the_chain(desk):
    Appointment.objects.all().delete()
    Contact.objects.all().delete()
    Contact.objects.create(desk=desk, name="paper holder", email="paper@demo.example.org")
    Contact.objects.create(desk=desk, name="paper deputy", email="second@demo.example.org", part="deputy")
    assert answers(desk, OFFICE) == ("paper holder", "hours")
    assert answers(desk, EVENING) == ("paper deputy", "deputy")


def test_an_appointment_that_ended_and_an_account_that_was_closed_count_no_more(desk):
    Appointment.objects.filter(user__name="holder").update(ends_at=LONG_AGO.replace(year=2021))
    User.objects.filter(name="deputy").update(is_active=False)
    assert answers(desk, OFFICE) == ("second", "deputy")


def test_any_number_of_desks_is_one_query(desk, django_assert_num_queries):
    desks = list(Desk.objects.select_related("office"))
    with django_assert_num_queries(1):
        found = find_who_are_reachable(desks, OFFICE)
    with_people = {one.code: found[one.pk].person.name for one in desks if found[one.pk].person}
    assert with_people == {"cn-mohan.clearance": "holder", "cn-mohan.quarantine": "head"}
