"""A head's first page: what needs them first, each with its act; only their own offices; few statements; reminding a desk."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.models import Case
from landsea.cases.tests.world import CAST, World, make_world, with_contacts, with_duty, with_rail_holder
from landsea.directory.actions.appoint import appoint_person
from landsea.directory.actions.leave import take_leave
from landsea.directory.models import Appointment, Desk, Leave, Role
from landsea_core.appointing import Part

pytestmark = pytest.mark.django_db
PAGE = "headed_offices"


@pytest.fixture
def world() -> World:
    return make_world()


def page(world) -> str:
    return world.client("head").get(reverse(PAGE)).content.decode()


def late(world, **fields) -> Case:
    """A case whose deadline has passed."""
    case = world.file(**fields).case
    long_ago = timezone.now() - timedelta(days=9)
    Case.objects.filter(pk=case.pk).update(due_at=long_ago, silent_since=long_ago)
    return case


def another_desk(world, number: int) -> Desk:
    return Desk.objects.create(
        code=f"cn-mohan.window{number}", office=world.quarantine.office, names={"en": f"Window {number}"}
    )


def away(world, who: str, days: int, *, stand_in: str = "") -> Leave:
    """A leave of two days that begins in so many days."""
    day = timezone.now().astimezone(ZoneInfo("Asia/Shanghai")).date() + timedelta(days=days)
    return take_leave(
        actor=world.actor("head"),
        user_id=world.people[who].pk,
        first_day=day,
        last_day=day + timedelta(days=1),
        stand_in_id=world.people[stand_in].pk if stand_in else None,
        note="",
        now=timezone.now(),
    )


@pytest.mark.parametrize("who", CAST)
def test_only_heads_come_in(world, who):
    browser = world.client(who)
    assert browser.get(reverse(PAGE)).status_code == {"head": 200, "anonymous": 302}.get(who, 403)
    sent = browser.post(reverse("remind_desk", args=[world.quarantine.code])).status_code
    assert sent == {"head": 302, "anonymous": 302}.get(who, 403)


def test_where_all_is_well_it_says_so(world):
    text = page(world)
    assert "No case is late at your desks." in text and "Every desk has somebody who can sign in." in text
    assert "Whoever is away has somebody in their place." in text and "Nobody is on leave and no duty is open" in text


def test_an_office_without_a_desk_says_what_to_do_first(world):
    Desk.objects.filter(office=world.quarantine.office).update(retired_at=timezone.now())
    assert "Your office has no desk yet" in page(world)


def test_late_cases_stand_by_desk_with_the_acts_that_help(world):
    with_rail_holder(world)
    ours, theirs = late(world), late(world, topic="transport_border", matter="rail", place_code="CNCKG")
    assert theirs.desk == world.rail
    text = page(world)
    assert ours.ref in text and theirs.ref not in text and "Remind Holder Demo<" in text
    assert reverse("hand_desk_over", args=[world.quarantine.code]) in text
    Appointment.objects.filter(desk=world.quarantine).update(ends_at=timezone.now())
    text = page(world)
    assert "Nobody but you can answer there now." in text and reverse("appoint", args=[world.quarantine.code]) in text


def test_the_rest_of_a_desks_late_cases_is_one_link_away(world):
    cases = [late(world) for _ in range(4)]
    link = f"{reverse('queue')}?scope=all&amp;step=late&amp;desk={world.quarantine.code}"
    assert link in page(world)
    listed = world.client("head").get(link.replace("&amp;", "&")).content.decode()
    assert all(case.ref in listed for case in cases)


def test_a_reminder_names_whom_it_reaches(world):
    late(world)
    away(world, "holder", 0)
    assert "Remind Deputy Demo<" in page(world)


def test_a_desk_with_nobody_or_only_with_somebody_who_never_came(world):
    desk = another_desk(world, 1)
    assert "Appoint somebody at Window 1" in page(world)
    appoint_person(
        actor=world.actor("head"),
        part=Part.HOLDER,
        unit_id=desk.pk,
        name="New Demo",
        email="new@demo.example.org",
        language="en",
        why="new",
        now=timezone.now(),
    )
    text = page(world)
    assert "Appoint somebody at Window 1" in text and 'Send <bdi translate="no">New Demo</bdi> a new link' in text


def test_addresses_that_nobody_confirmed_are_asked_from_here(world):
    text = page(with_contacts(world))
    assert "Ask Holder Demo by mail" in text and "nobody has confirmed it yet" in text


def test_who_is_away_without_anybody_in_their_place(world):
    away(world, "holder", 2)
    assert "Appoint a deputy at" not in page(world), "the deputy is there"
    away(world, "deputy", 3)
    text = page(world)
    assert text.count("Appoint a deputy at Plant quarantine, Mohan") == 2
    assert f"giver={world.people['holder'].pk}" in text


def test_a_leave_far_ahead_is_not_shown(world):
    away(world, "holder", 30)
    assert "Nobody is on leave and no duty is open" in page(world)


def test_hours_in_which_nobody_has_duty(world):
    with_duty(world, timezone.now())
    away(world, "holder", 3)
    text = page(world)
    assert "Hours in which nobody has duty" in text and reverse("desk_duty", args=[world.quarantine.code]) in text


@pytest.mark.usefixtures("marks_are_believed")
def test_a_page_of_much_takes_as_many_statements_as_one_of_little(world):
    browser = world.client("head")

    def count() -> int:
        browser.get(reverse(PAGE))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse(PAGE)).status_code == 200
        return len(asked)

    def add(number: int) -> None:
        desk = another_desk(world, number)
        Appointment.objects.create(
            user=world.people["holder"], role=Role.HOLDER, desk=desk, starts_at=datetime(2021, 1, 1, tzinfo=UTC)
        )
        with_duty(world, timezone.now())
        another_desk(world, 100 + number)
        late(world)
        Case.objects.filter(pk=late(world).pk).update(desk=desk)

    away(world, "holder", 2)
    add(1)
    few = count()
    for number in range(2, 7):
        add(number)
    assert count() == few <= 30


def test_a_head_reminds_a_desk_once_a_day_and_only_their_own(world):
    case = late(world)
    browser = world.client("head")
    answer = browser.post(reverse("remind_desk", args=[world.quarantine.code]), follow=True)
    assert "1 person is reminded by mail." in answer.content.decode()
    mail = Delivery.objects.get(template="head_reminder")
    subject, body = render_words(mail)[:2]
    assert mail.address == "holder@demo.example.org" and case.ref in body and "1 late case" in subject
    assert "Head Demo" in body and "durian wait" not in body
    assert Entry.objects.filter(stream=f"desk:{world.quarantine.pk}", act="remind_desk").count() == 1
    again = browser.post(reverse("remind_desk", args=[world.quarantine.code]), follow=True)
    assert "reminded today already" in again.content.decode()
    assert Delivery.objects.filter(template="head_reminder").count() == 1
    assert browser.post(reverse("remind_desk", args=[world.rail.code])).status_code == 404
    assert browser.post(reverse("remind_desk", args=["nowhere"])).status_code == 404


def test_where_nothing_is_late_or_nobody_is_there_no_mail_goes_out(world):
    browser, to = world.client("head"), reverse("remind_desk", args=[world.quarantine.code])
    assert "Nothing is late" in browser.post(to, follow=True).content.decode()
    late(world)
    Appointment.objects.filter(desk=world.quarantine).update(ends_at=datetime(2021, 1, 1, tzinfo=UTC))
    assert "besides you" in browser.post(to, follow=True).content.decode()
    assert not Delivery.objects.filter(template="head_reminder").exists()
