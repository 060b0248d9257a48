"""The coordinator's board: each list, and that its line leads to the act that mends it."""

import re
from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.board.concerns import (
    find_deserted_desks,
    find_gaps,
    find_shaky_contacts,
    list_concerns,
)
from landsea.cases.models import Case
from landsea.cases.tests.world import end_appointment, make_world, with_contacts
from landsea.directory.actions.ask import climb_due_ladders
from landsea.directory.actions.evidence import record_bounce
from landsea.directory.duty import Gap
from landsea.directory.models import Contact, Leave, RotaTurn

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def world():
    return with_contacts(make_world())


def board(world) -> str:
    return world.client("coordinator").get(reverse("board")).content.decode()


def empty_desk(world) -> None:
    for part in ("holder", "deputy", "head"):
        end_appointment(world.people[part], NOW - timedelta(minutes=1))
    Contact.objects.filter(desk=world.quarantine).update(ended_at=NOW)


def test_a_desk_with_cases_and_nobody_at_it_is_shown_with_its_act(world):
    world.file(now=NOW)
    coordinator = world.actor("coordinator")
    assert find_deserted_desks(coordinator, NOW) == []
    empty_desk(world)
    assert [(one.desk, one.open_cases) for one in find_deserted_desks(coordinator, NOW)] == [(world.quarantine, 1)]
    shown = board(world)
    assert reverse("desk_people", args=[world.quarantine.code]) in shown
    assert reverse("hand_desk_over", args=[world.quarantine.code]) in shown


def test_so_is_one_where_all_are_away_until_the_office_opens_again_and_longer(world):
    world.file(now=NOW)
    for part in ("holder", "deputy", "head"):
        Leave.objects.create(user=world.people[part], first_day=NOW.date(), last_day=NOW.date() + timedelta(days=20))
    assert [one.desk for one in find_deserted_desks(world.actor("coordinator"), NOW)] == [world.quarantine]


def test_so_is_one_where_every_mail_comes_back(world):
    world.file(now=NOW)
    end_appointment(world.people["head"], NOW - timedelta(minutes=1))
    for part in ("holder", "deputy"):
        record_bounce(address=world.people[part].email, at=NOW - timedelta(hours=1))
    assert [one.desk for one in find_deserted_desks(world.actor("coordinator"), NOW)] == [world.quarantine]


def test_an_empty_desk_without_cases_is_no_concern(world):
    empty_desk(world)
    assert find_deserted_desks(world.actor("coordinator"), NOW) == []


def test_late_and_late_within_a_day(world):
    first, second, third = (world.file(f"Durian {n}", now=NOW).case for n in range(3))
    for case, hours in ((first, -1), (second, 23), (third, 25)):
        Case.objects.filter(pk=case.pk).update(due_at=NOW + timedelta(hours=hours))
    found = {one.code: [case.ref for case in one.cases] for one in list_concerns(world.actor("coordinator"), NOW)}
    assert (found["late"], found["late_soon"]) == ([first.ref], [second.ref])


def test_what_is_passed_around(world):
    case = world.file(now=NOW).case
    Case.objects.filter(pk=case.pk).update(hand_offs=2)
    found = {one.code: one.total for one in list_concerns(world.actor("coordinator"), NOW)}
    assert found["handed_twice"] == 1


def test_a_stale_contact_is_mended_in_three_clicks(world):
    contact = Contact.objects.get(user=world.people["holder"])
    record_bounce(address=contact.email, at=NOW)
    climb_due_ladders(NOW)
    assert find_shaky_contacts(world.actor("coordinator")).total == 1
    browser, mend = world.client("coordinator"), reverse("contact", args=[contact.pk])
    assert mend in browser.get(reverse("board")).content.decode()  # click 1: open the entry
    page = browser.get(mend).content.decode()
    assert "unreachable" in page and contact.email in page
    Delivery.objects.all().delete()
    typed = {
        "name": contact.name,
        "email": "new@demo.example.org",
        "phone": "",
        "duty_phone": "",
        "part": "holder",
        "languages": ["zh"],
        "why": "asked by telephone",
    }
    assert browser.post(mend, typed).status_code == 302  # click 2: save
    assert "new@demo.example.org" in Delivery.objects.values_list("address", flat=True)
    assert find_shaky_contacts(world.actor("coordinator")).total == 0


def test_a_gap_of_the_roster_before_it_happens(world):
    holder = Contact.objects.get(user=world.people["holder"])
    RotaTurn.objects.create(
        desk=world.quarantine, contact=holder, first_day=date(2020, 1, 6), begins=time(8), days=7, ends=time(8)
    )
    assert find_gaps(NOW) == []
    day = NOW.date() + timedelta(days=5)
    Leave.objects.create(user=world.people["holder"], first_day=day, last_day=day)
    assert {gap.desk for gap in find_gaps(NOW)} == {world.quarantine}
    assert reverse("desk_duty", args=[world.quarantine.code]) in board(world)


def test_what_is_in_order_takes_a_line_each_after_what_is_not(world):
    """Six headings over nothing stood before the one late case; every list can still be jumped to."""
    Case.objects.filter(pk=world.file(now=NOW).case.pk).update(due_at=NOW - timedelta(days=900))
    shown = board(world)
    late, order = shown.index('<section class="section" id="late"'), shown.index('id="in-order"')
    assert late < order < shown.index('<li id="surges"') and "No deadline has passed" not in shown
    for name in re.findall(r'href="#(\w+)"', shown.split('aria-label="Lists"')[1].split("</nav>")[0]):
        assert shown.count(f'id="{name}"') == 1, name


def test_a_longer_list_of_gaps_says_how_much_longer(world, monkeypatch):
    monkeypatch.setattr("landsea.board.concerns.SHOWN", 1)
    monkeypatch.setattr(
        "landsea.board.concerns.find_gaps", lambda _now: [Gap(world.quarantine, NOW, NOW + timedelta(hours=8))] * 2
    )
    assert "and 1 more: it comes up when one of these is mended." in board(world)


def test_the_board_is_the_coordinators(world):
    for who in ("holder", "head", "observer", "operator"):
        assert world.client(who).get(reverse("board")).status_code == 403
    assert "What may not fall through" in board(world)
