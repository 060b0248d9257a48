"""Handing over: everything moves in one act, the parties read a note, a day to take it back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.hand_over import hand_over, preview_hand_over, undo_hand_over
from landsea.cases.models import Message
from landsea.cases.tests.world import make_world, with_duty
from landsea.directory.models import Contact, DutyShift, Handover, RotaTurn

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def world():
    return with_duty(make_world(), NOW)


def who(world, giver="holder", taker="deputy", desk=None):
    return {
        "giver_id": world.people[giver].pk,
        "taker_id": world.people[taker].pk,
        "desk_ids": [(desk or world.quarantine).pk],
    }


def move(world, by="holder", now=NOW, key="", **kwargs) -> Handover:
    return hand_over(actor=world.actor(by), **who(world, **kwargs), why="rotation", now=now, key=key)


def test_the_preview_says_what_would_move_and_moves_nothing(world):
    world.file()
    found = preview_hand_over(actor=world.actor("holder"), **who(world), now=NOW)
    assert (found.cases, found.work.shifts, found.work.turns, found.work.roles) == (1, 1, 1, ["holder"])
    assert world.actor("holder").holds == {world.quarantine.pk}
    assert not Handover.objects.exists()


def test_desks_duty_and_cases_move_in_one_act_and_the_parties_are_told(world):
    cases = [world.file(f"Durian {number}").case for number in range(3)]
    Delivery.objects.all().delete()
    done = move(world)
    assert world.actor("holder").desks == frozenset()
    assert world.quarantine.pk in world.actor("deputy").holds
    assert DutyShift.objects.get().contact.user == RotaTurn.objects.get().contact.user == world.people["deputy"]
    assert Contact.objects.get(user=world.people["holder"]).ended_at == NOW
    assert done.cases == 3
    assert Message.objects.filter(case__in=cases, act="hand_over", kind="all").count() == 3
    told = Delivery.objects.get(template="case_officer_changed", address="filer@demo.example.org")
    assert all(case.ref in "".join(render_words(told)) for case in cases), "one mail names all cases of a filer"
    for case in cases:
        due = case.due_at
        case.refresh_from_db()
        assert (case.desk, case.due_at) == (world.quarantine, due)
    assert list(find_broken_entries()) == []


def test_both_people_are_told_of_a_handover_and_of_taking_it_back(world):
    done = move(world, by="head")
    told = {one.user_id: render_words(one) for one in Delivery.objects.filter(template="work_handed_over")}
    assert set(told) == {world.people["deputy"].pk, world.people["holder"].pk}
    subject, body = told[world.people["deputy"].pk]
    assert subject == "Holder Demo hands work over to you" and "rotation" in body and "Mohan" in body
    assert told[world.people["holder"].pk][0] == "Deputy Demo takes over your work"
    undo_hand_over(actor=world.actor("deputy"), handover_id=done.pk, now=NOW)
    back = Delivery.objects.filter(template="work_handed_over").latest("pk")
    assert back.user_id == world.people["holder"].pk, "whoever took it back knows"
    assert "goes back" in render_words(back)[0]


def test_nobody_who_never_came_takes_work_over(world):
    world.people["deputy"].set_unusable_password()
    world.people["deputy"].save()
    with pytest.raises(Refused, match="never signed in") as found:
        move(world)
    assert found.value.code == "never_came" and world.quarantine.pk in world.actor("holder").holds


@pytest.mark.usefixtures("marks_are_believed")
def test_forty_cases_take_about_as_many_statements_as_three(world):
    counts = []
    for number, giver, taker in ((3, "holder", "deputy"), (40, "deputy", "head")):
        for at in range(number):
            world.file(f"Durian {number} {at}")
        with CaptureQueriesContext(connection) as queries:
            move(world, by="coordinator", giver=giver, taker=taker)
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 5


def test_the_note_is_in_the_language_of_the_case_and_names_nobody(world):
    case = world.file(language="zh-hans").case
    move(world)
    body = Message.objects.get(case=case, act="hand_over").body
    assert "Demo" not in body


def test_the_same_form_twice_is_one_handover(world):
    world.file()
    assert move(world, key="k").pk == move(world, key="k").pk
    assert Message.objects.filter(act="hand_over").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("by", ["holder", "head"])
def test_the_same_form_pressed_by_two_at_one_instant_is_one_handover(world, by):
    world.file()
    together, press = Barrier(2), who(world) | {"actor": world.actor(by), "why": "rotation", "now": NOW, "key": "k"}

    def pressed(_time: int) -> int:
        together.wait(timeout=20)
        try:
            return hand_over(**press).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(pressed, range(2))) == {Handover.objects.get().pk}
    assert Message.objects.filter(act="hand_over").count() == 1


@pytest.mark.parametrize(
    ("by", "kwargs", "code"),
    [
        ("holder", {"taker": "stranger"}, "no_access"),
        ("holder", {"taker": "other_holder"}, "no_access"),
        ("holder", {"taker": "observer"}, "no_access"),
        ("coordinator", {"taker": "stranger"}, "no_access"),
        ("holder", {"taker": "holder"}, "same"),
    ],
)
def test_handing_over_to_somebody_without_access_is_refused_and_nothing_moves(world, by, kwargs, code):
    before = world.actor("holder")
    with pytest.raises(Refused) as found:
        move(world, by=by, **kwargs)
    assert found.value.code == code
    assert world.actor("holder") == before and not Handover.objects.exists()


def test_a_closed_account_takes_nothing_over(world):
    world.people["deputy"].is_active = False
    world.people["deputy"].save()
    with pytest.raises(Refused, match="open account"):
        move(world)


@pytest.mark.parametrize("by", ["deputy", "other_holder", "stranger", "observer", "clerk", "operator"])
def test_only_oneself_the_head_and_the_coordinator_move_it(world, by):
    with pytest.raises(PermissionDenied):
        move(world, by=by, taker="head")


@pytest.mark.parametrize("by", ["holder", "head", "coordinator"])
def test_these_may(world, by):
    move(world, by=by)


def test_a_desk_one_does_not_hold_cannot_be_given(world):
    with pytest.raises((Refused, PermissionDenied)):
        move(world, desk=world.border)


def test_taken_back_within_a_day_without_losing_what_happened_meanwhile(world):
    case = world.file().case
    done = move(world)
    accept_case(world.actor("deputy"), case.ref, now=NOW + timedelta(hours=1))
    answer_case(world.actor("deputy"), case.ref, "The list is out.", now=NOW + timedelta(hours=2))
    deputy_contact = Contact.objects.get(user=world.people["deputy"])
    extra = DutyShift.objects.create(
        desk=world.quarantine,
        contact=deputy_contact,
        starts_at=NOW + timedelta(days=8),
        ends_at=NOW + timedelta(days=9),
    )
    undo_hand_over(actor=world.actor("deputy"), handover_id=done.pk, now=NOW + timedelta(hours=23))
    assert world.actor("holder").holds == {world.quarantine.pk}
    deputy = world.actor("deputy", NOW + timedelta(hours=24))
    assert deputy.holds == frozenset() and deputy.deputises == {world.quarantine.pk}
    assert {shift.contact.user for shift in DutyShift.objects.all()} == {world.people["holder"]}
    assert RotaTurn.objects.get().contact.user == world.people["holder"]
    extra.refresh_from_db()
    case.refresh_from_db()
    assert case.state == "answered" and Message.objects.filter(case=case, body="The list is out.").exists()
    assert list(find_broken_entries()) == []


def test_what_the_taker_had_before_stays_with_the_taker(world):
    deputy = world.people["deputy"]
    own = Contact.objects.create(desk=world.quarantine, user=deputy, name="Deputy Demo", email=deputy.email)
    before = DutyShift.objects.create(
        desk=world.quarantine, contact=own, starts_at=NOW + timedelta(days=5), ends_at=NOW + timedelta(days=6)
    )
    done = move(world)
    undo_hand_over(actor=world.actor("head"), handover_id=done.pk, now=NOW + timedelta(hours=1))
    own.refresh_from_db()
    before.refresh_from_db()
    assert (own.ended_at, before.contact) == (None, own)


@pytest.mark.parametrize(("hours", "code"), [(25, "too_late")])
def test_not_after_a_day(world, hours, code):
    done = move(world)
    with pytest.raises(Refused) as found:
        undo_hand_over(actor=world.actor("head"), handover_id=done.pk, now=NOW + timedelta(hours=hours))
    assert found.value.code == code


def test_not_twice_and_not_when_it_moved_on(world):
    done = move(world)
    later = move(world, by="head", now=NOW + timedelta(hours=1), giver="deputy", taker="head")
    with pytest.raises(Refused) as found:
        undo_hand_over(actor=world.actor("head"), handover_id=done.pk, now=NOW + timedelta(hours=2))
    assert found.value.code == "moved_on"
    undo_hand_over(actor=world.actor("head"), handover_id=later.pk, now=NOW + timedelta(hours=2))
    with pytest.raises(Refused) as found:
        undo_hand_over(actor=world.actor("head"), handover_id=later.pk, now=NOW + timedelta(hours=2))
    assert found.value.code == "undone"


def test_the_page_shows_first_and_moves_then(world):
    world.file()
    browser = world.client("holder")
    page = browser.get(reverse("hand_over"))
    typed = {
        "giver": world.people["holder"].pk,
        "desks": [world.quarantine.pk],
        "taker": world.people["deputy"].pk,
        "why": "rotation",
        "key": "k",
        "step": "look",
    }
    assert page.status_code == 200
    looked = browser.post(reverse("hand_over"), typed)
    assert looked.status_code == 200 and "Nothing has moved yet" in looked.content.decode()
    assert not Handover.objects.exists()
    moved = browser.post(reverse("hand_over"), typed | {"step": "move"})
    assert moved.status_code == 302
    # The giver has no desk and no session any more: the way back goes through signing in again.
    sign_in = browser.get(moved.url)
    assert sign_in.status_code == 302
    assert "Sign in to take it back." in browser.get(sign_in.url).content.decode()
    assert "Take it back" in world.client("holder").get(moved.url).content.decode()
    assert world.client("other_holder").get(moved.url).status_code == 404


def test_the_desks_shown_are_those_of_whom_one_chooses(world):
    """A head holds no desk: the page says so and whom to choose, where an empty list of desks stood."""
    browser = world.client("head")
    page = browser.get(reverse("hand_over")).content.decode()
    assert "Choose somebody else above" in page and 'name="desks"' not in page
    page = browser.get(reverse("hand_over"), {"giver": world.people["holder"].pk}).content.decode()
    assert f'name="desks" value="{world.quarantine.pk}"' in page and "Choose somebody else" not in page
    assert f'<input type="hidden" name="giver" value="{world.people["holder"].pk}"' in page
