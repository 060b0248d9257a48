"""Handing a whole desk over: what it answers for, its duty and its open cases in one act, a day to take it back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.utils import timezone

from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.hand_desk_over import hand_desk_over, preview_desk_handover, undo_desk_handover
from landsea.cases.models import Case, Involvement, Message, StepRecord
from landsea.directory.models import (
    Appointment,
    Change,
    Competence,
    Desk,
    DeskHandover,
    DutyShift,
    RotaTurn,
)
from landsea.directory.routing import route_question
from landsea_core.routing import RoutingQuestion

NOW = timezone.now()


def move(world, taker, by="coordinator", now=NOW, **kwargs) -> DeskHandover:
    what = {"giver_id": world.quarantine.pk, "taker_code": taker.code, "why": "reorganisation"} | kwargs
    return hand_desk_over(actor=world.actor(by), now=now, **what)


def asked(world) -> RoutingQuestion:
    row = Competence.objects.filter(desk__code__in=[world.quarantine.code, "cn-mohan.second"]).order_by("pk")[0]
    return RoutingQuestion(
        topic=row.topic, matter=row.matter, country=row.country, places=(row.place,) if row.place else ()
    )


def test_the_preview_says_what_would_move_and_moves_nothing(world, taker):
    world.file()
    found = preview_desk_handover(
        actor=world.actor("head"), giver_id=world.quarantine.pk, taker_code=taker.code, now=NOW
    )
    rows = Competence.objects.filter(desk=world.quarantine).count()
    assert (found.cases, found.work.competences, found.work.turns, found.work.staying) == (1, rows, 2, 1)
    assert rows and not DeskHandover.objects.exists()


def test_competences_duty_and_cases_move_and_what_is_asked_next_goes_to_the_other_desk(world, taker):
    cases = [world.file(f"Durian {number}", now=NOW).case for number in range(3)]
    question = asked(world)
    assert route_question(question)[0] == world.quarantine
    Delivery.objects.all().delete()
    done = move(world, taker)
    assert route_question(question)[0] == taker
    assert not Competence.objects.filter(desk=world.quarantine).exists()
    assert RotaTurn.objects.get().desk == taker
    assert set(DutyShift.objects.values_list("desk__code", "contact__desk__code")) == {
        (taker.code, taker.code),
        (world.quarantine.code, world.quarantine.code),
    }
    assert done.cases == 3
    for case in cases:
        due = case.due_at
        case.refresh_from_db()
        assert (case.desk, case.due_at, case.hand_offs) == (taker, due, 0)
        assert StepRecord.objects.get(case=case, ended_at=None).desk == world.quarantine
        assert [row.desk for row in Involvement.objects.filter(case=case).order_by("since", "id")] == [
            world.quarantine,
            taker,
        ]
    told = Delivery.objects.get(template="case_moved_desk", address="filer@demo.example.org")
    refs = Case.objects.filter(desk=taker).values_list("ref", flat=True)
    assert len(refs) == 3 and all(ref in "".join(render_words(told)) for ref in refs), "one mail names all of a filer"
    told = Delivery.objects.filter(user=world.people["deputy"]).values_list("template", flat=True)
    assert list(told) == ["desk_handed_over"], "one mail of the whole, not one a case besides"
    assert Message.objects.filter(act="hand_desk_over", kind="all").count() == 3
    assert set(Change.objects.filter(act="hand_desk_over").values_list("desk", flat=True)) == {
        world.quarantine.pk,
        taker.pk,
    }
    assert list(find_broken_entries()) == []


def test_what_moved_is_not_given_back_by_the_reference_files(world, taker):
    move(world, taker)
    assert set(Desk.objects.filter(pk__in=[world.quarantine.pk, taker.pk]).values_list("entered_here", flat=True)) == {
        True
    }


def test_taken_back_within_a_day_without_losing_what_happened_meanwhile(world, taker):
    stays, moved_on, closed_later = (world.file(f"Durian {number}", now=NOW).case for number in range(3))
    done = move(world, taker)
    later = NOW + timedelta(hours=2)
    answer_case(world.actor("deputy", later), stays.ref, "The list is out.", now=later)
    reassign_case(world.actor("coordinator"), moved_on.ref, world.border.code, "Theirs.", now=later)
    undo_desk_handover(actor=world.actor("coordinator"), handover_id=done.pk, now=NOW + timedelta(hours=23))
    for case, desk in ((stays, world.quarantine), (moved_on, world.border), (closed_later, world.quarantine)):
        case.refresh_from_db()
        assert case.desk == desk
    assert stays.state == "answered" and Message.objects.filter(case=stays, body="The list is out.").exists()
    assert route_question(asked(world))[0] == world.quarantine
    assert (
        {shift.contact.desk for shift in DutyShift.objects.all()} == {world.quarantine} == {RotaTurn.objects.get().desk}
    )
    assert not Desk.objects.filter(pk__in=[world.quarantine.pk, taker.pk], entered_here=True).exists()
    assert list(find_broken_entries()) == []


@pytest.mark.parametrize(("hours", "code"), [(25, "too_late"), (1, "undone")])
def test_not_after_a_day_and_not_twice(world, taker, hours, code):
    done = move(world, taker)
    if code == "undone":
        undo_desk_handover(actor=world.actor("head"), handover_id=done.pk, now=NOW)
    with pytest.raises(Refused) as found:
        undo_desk_handover(actor=world.actor("head"), handover_id=done.pk, now=NOW + timedelta(hours=hours))
    assert found.value.code == code


def test_the_same_form_twice_is_one_handover(world, taker):
    world.file()
    assert move(world, taker, key="k").pk == move(world, taker, key="k").pk
    assert Message.objects.filter(act="hand_desk_over").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_form_pressed_by_two_at_one_instant_is_one_handover(world, taker):
    world.file()
    together, press = Barrier(2), {"actor": world.actor("coordinator"), "now": NOW, "why": "twice", "key": "k"}

    def pressed(_time: int) -> int:
        together.wait(timeout=20)
        try:
            return hand_desk_over(giver_id=world.quarantine.pk, taker_code=taker.code, **press).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(pressed, range(2))) == {DeskHandover.objects.get().pk}
    assert Message.objects.filter(act="hand_desk_over").count() == 1


def test_a_reminder_put_off_to_the_morning_does_not_go_to_the_desk_that_gave_the_case_away(world, taker):
    case = world.file(now=NOW).case
    for template in ("case_reminder", "case_reminder_filer"):
        queue_mail(
            address="holder@demo.example.org",
            template=template,
            stream=f"case:{case.pk}",
            once=template,
            not_before=NOW + timedelta(hours=9),
            now=NOW,
        )
    move(world, taker, now=NOW + timedelta(hours=1))
    assert dict(Delivery.objects.filter(template__startswith="case_reminder").values_list("template", "state")) == {
        "case_reminder": "withdrawn",
        "case_reminder_filer": "queued",
    }


def refused(world, taker_code, by="coordinator", **kwargs) -> str:
    with pytest.raises(Refused) as found:
        hand_desk_over(
            actor=world.actor(by),
            now=NOW,
            **{"giver_id": world.quarantine.pk, "taker_code": taker_code, "why": "w"} | kwargs,
        )
    assert not DeskHandover.objects.exists() and Competence.objects.filter(desk=world.quarantine).exists()
    return found.value.code


def test_what_cannot_be_is_refused_and_nothing_moves(world, taker):
    assert refused(world, "zzz") == "no_such_desk"
    assert refused(world, world.quarantine.code) == "same"
    assert refused(world, taker.code, why="  ") == "no_reason"
    assert refused(world, world.border.code, by="head") == "not_your_office"
    assert refused(world, taker.code, giver_id=world.coordinator.pk) == "coordinator"
    Appointment.objects.update(ends_at=NOW - timedelta(hours=1))
    Appointment.objects.filter(user=world.people["coordinator"]).update(ends_at=None)
    assert refused(world, taker.code) == "nobody"


@pytest.mark.parametrize("by", ["holder", "deputy", "other_holder", "stranger", "observer", "clerk", "operator"])
def test_only_the_head_of_both_and_the_coordinator_move_it(world, taker, by):
    with pytest.raises(PermissionDenied):
        move(world, taker, by=by)
    done = move(world, taker, by="head")
    with pytest.raises((PermissionDenied, Http404)):
        undo_desk_handover(actor=world.actor(by), handover_id=done.pk, now=NOW)


def test_the_people_of_both_desks_are_told_where_no_case_moves_either(world, taker):
    done = move(world, taker)
    told = Delivery.objects.filter(template="desk_handed_over")
    assert world.people["holder"].pk in {one.user_id for one in told}
    subject, body = render_words(told.get(user_id=world.people["holder"].pk))
    assert "goes to" in subject and "reorganisation" in body
    undo_desk_handover(actor=world.actor("coordinator"), handover_id=done.pk, now=NOW)
    assert "comes back" in render_words(told.filter(user_id=world.people["holder"].pk).latest("pk"))[0]
