"""Leave: overlaps, circles, strangers; who may enter whose; what follows for cases."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.directory.acting_people import find_people_to_tell, may_act_for
from landsea.directory.actions.leave import end_leave, take_leave
from landsea.directory.models import Appointment, Change, Contact, DutyShift, Leave, Role

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = NOW.date()


def leave(world, who="holder", first=0, last=4, stand_in=None, by=None):
    return take_leave(
        actor=world.actor(by or who),
        user_id=world.people[who].pk,
        first_day=TODAY + timedelta(days=first),
        last_day=TODAY + timedelta(days=last),
        stand_in_id=world.people[stand_in].pk if stand_in else None,
        note="",
        now=NOW,
    )


def refused(world, *args, **kwargs) -> Refused:
    before = Leave.objects.count()
    with pytest.raises(Refused) as found:
        leave(world, *args, **kwargs)
    assert Leave.objects.count() == before
    return found.value


def test_while_the_holder_is_away_the_deputy_acts_and_is_told(world):
    assert [one.user_id for one in find_people_to_tell(world.quarantine, NOW)] == [world.people["holder"].pk]
    assert not may_act_for(world.actor("deputy"), world.quarantine, NOW, called=False)
    leave(world, stand_in="deputy")
    assert [one.user_id for one in find_people_to_tell(world.quarantine, NOW)] == [world.people["deputy"].pk]
    assert may_act_for(world.actor("deputy"), world.quarantine, NOW, called=False)


def test_whoever_has_duty_at_night_may_act_though_the_holder_is_here(world):
    desk, deputy = world.quarantine, world.people["deputy"]
    night = datetime(2026, 3, 17, 23, tzinfo=ZoneInfo("Asia/Shanghai"))
    contact = Contact.objects.create(desk=desk, user=deputy, name=deputy.name, email=deputy.email, part="deputy")
    may = lambda part, at: may_act_for(world.actor(part), desk, at, called=False)  # noqa: E731
    assert not may("deputy", night)
    DutyShift.objects.create(desk=desk, contact=contact, starts_at=night, ends_at=night + timedelta(hours=16))
    assert may("deputy", night) and not may("head", night) and not may("other_holder", night)
    assert not may("deputy", night - timedelta(minutes=1))
    assert not may("deputy", night + timedelta(hours=12))  # the office is open again, its holder is here


def test_leave_that_overlaps_itself_is_refused_and_names_the_days(world):
    leave(world, first=0, last=4)
    found = refused(world, first=4, last=9)
    assert found.code == "overlap" and TODAY.isoformat() in found.sentence
    leave(world, first=5, last=9)


def test_deputies_in_a_circle_are_refused_by_name(world):
    leave(world, "deputy", 0, 4, stand_in="head", by="head")
    Appointment.objects.create(
        user=world.people["head"], role=Role.DEPUTY, desk=world.quarantine, starts_at=NOW - timedelta(days=9)
    )
    leave(world, "holder", 2, 9, stand_in="deputy", by="head")
    found = refused(world, "head", 3, 3, stand_in="holder")
    assert found.code == "circle"
    assert "Head Demo → Holder Demo → Deputy Demo → Head Demo" in found.sentence


def test_nobody_stands_in_for_themselves(world):
    assert refused(world, stand_in="holder").code == "circle"


def test_a_stand_in_needs_access_to_the_desk(world):
    assert refused(world, stand_in="other_holder").code == "no_access"


@pytest.mark.parametrize(("first", "last", "code"), [(4, 3, "order"), (-9, -5, "past")])
def test_days_that_cannot_be(world, first, last, code):
    assert refused(world, first=first, last=last).code == code


@pytest.mark.parametrize(
    ("by", "may"),
    [
        ("holder", True),
        ("head", True),
        ("coordinator", True),
        ("deputy", False),
        ("other_holder", False),
        ("stranger", False),
    ],
)
def test_who_may_enter_it(world, by, may):
    if may:
        leave(world, "holder", by=by)
    else:
        with pytest.raises(PermissionDenied):
            leave(world, "holder", by=by)


def test_a_leave_that_runs_ends_yesterday_and_one_to_come_is_gone(world):
    running, coming = leave(world, first=-2, last=5), leave(world, first=10, last=12)
    for row in (running, coming):
        with pytest.raises(Http404):
            end_leave(actor=world.actor("other_holder"), leave_id=row.pk, now=NOW)
        end_leave(actor=world.actor("holder"), leave_id=row.pk, now=NOW)
    assert [one.last_day for one in Leave.objects.all()] == [TODAY - timedelta(days=1)]
    assert Change.objects.filter(kind="leave").count() == 4


def test_the_page_keeps_what_was_typed_when_it_refuses(world):
    leave(world, first=0, last=4)
    browser = world.client("holder")
    typed = {
        "person": world.people["holder"].pk,
        "first_day": TODAY.isoformat(),
        "last_day": date(2031, 1, 5).isoformat(),
        "note": "MY NOTE",
    }
    page = browser.post(reverse("leaves"), typed)
    assert page.status_code == 422
    words = page.content.decode()
    assert "on leave from" in words and "MY NOTE" in words and "2031-01-05" in words
    assert browser.post(reverse("leaves"), typed | {"first_day": "2031-01-01"}).status_code == 302
    assert "MY NOTE" in browser.get(reverse("leaves")).content.decode()


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "2026-12-24"), ("2026-12-01", "9999-12-31")])
def test_days_that_nobody_can_reckon_with_are_refused_beside_their_field(world, first, last):
    typed = {"person": world.people["holder"].pk, "first_day": first, "last_day": last}
    page = world.client("holder").post(reverse("leaves"), typed)
    assert page.status_code == 422 and not Leave.objects.exists()
    assert "Check the year" in page.content.decode()


def test_whoever_is_there_is_told_of_a_leave(world):
    leave(world, first=3, last=5, stand_in="deputy")
    mail = Delivery.objects.get(template="leave_entered")
    assert mail.user_id == world.people["deputy"].pk
    subject, body = render_words(mail)
    assert world.people["holder"].name in subject and "you stand in" in body
    leave(world, first=7, last=8, by="head")
    told = Delivery.objects.filter(template="leave_entered").exclude(pk=mail.pk)
    assert {one.user_id for one in told} == {world.people["deputy"].pk}, (
        "nobody is named, so whoever else is at the desk"
    )
    assert "whoever else is at the desk" in render_words(told.get())[1]


def test_a_leave_that_leaves_nights_without_duty_says_so_where_it_is_entered(world):
    """Whoever goes away can still give the turn away; a week later nobody answers at night."""
    desk, holder = world.quarantine, world.people["holder"]
    contact = Contact.objects.create(desk=desk, user=holder, name=holder.name, email=holder.email, part="holder")
    DutyShift.objects.create(
        desk=desk, contact=contact, starts_at=NOW - timedelta(days=1), ends_at=NOW + timedelta(days=20)
    )
    browser = world.client("holder")
    assert "Nobody from" not in browser.get(reverse("leaves")).content.decode()
    leave(world, first=2, last=3)
    page = browser.get(reverse("leaves")).content.decode()
    assert "Nobody from" in page and reverse("desk_duty", args=[desk.code]) in page


def test_ones_own_desks_say_who_is_there_has_duty_and_is_away(world):
    desk, holder = world.quarantine, world.people["holder"]
    contact = Contact.objects.create(desk=desk, user=holder, name=holder.name, email=holder.email, part="holder")
    DutyShift.objects.create(
        desk=desk, contact=contact, starts_at=NOW - timedelta(hours=1), ends_at=NOW + timedelta(hours=12)
    )
    leave(world, first=2, last=3, stand_in="deputy")
    page = world.client("deputy").get(reverse("my_desks")).content.decode()
    for words in ("Who works here", "On duty now", holder.name, f"{world.people['deputy'].name} stands in"):
        assert words in page
