"""What the page of a dialogue offers: only what can be done now, with what was promised in the fields."""

from datetime import timedelta

import pytest
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.dialogues.actions.agenda import accept_agenda, add_words, propose_agenda
from landsea.dialogues.actions.convene import convene_dialogue
from landsea.dialogues.actions.minutes_lines import write_line
from landsea.dialogues.models import ActionItem
from landsea.dialogues.tests.making import agreed_line, dialogue_with_chairs, hold, plan, promised

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    """The page reads the clock by itself."""
    return timezone.now()


def test_minutes_are_offered_on_the_day_and_to_who_is_invited(world, now):
    coming = dialogue_with_chairs(world, now)
    page = page_of(world.client("coordinator").get(f"/dialogues/{coming.pk}/"))
    assert "Open its minutes on the day it is held" in page and "Who is present?" not in page
    today = plan(now, starts_at=now + timedelta(hours=2), ends_at=now + timedelta(hours=4))
    empty = convene_dialogue(world.actor("coordinator"), today, now=now)
    page = page_of(world.client("coordinator").get(f"/dialogues/{empty.pk}/"))
    assert "Who is present?" not in page and page.count("Nobody is invited yet.") == 2
    with_seats = dialogue_with_chairs(world, now, days=0, starts_at=today.starts_at, ends_at=today.ends_at)
    assert "Who is present?" in page_of(world.client("coordinator").get(f"/dialogues/{with_seats.pk}/"))


def test_who_accepted_the_agenda_is_not_asked_again(world, now):
    dialogue = dialogue_with_chairs(world, now)
    holder = world.actor("holder")
    add_words(holder, dialogue.pk, "Queues at the gate", now=now)
    page = f"/dialogues/{dialogue.pk}/"
    assert "Accept this agenda" in page_of(world.client("holder").get(page))
    dialogue.refresh_from_db()
    accept_agenda(holder, dialogue.pk, dialogue.agenda_version, now=now)
    assert "Accept this agenda" not in page_of(world.client("holder").get(page))
    add_words(holder, dialogue.pk, "Papers", now=now)
    assert "Accept this agenda" in page_of(world.client("holder").get(page))


def test_nothing_to_propose_is_said(world, now):
    dialogue = dialogue_with_chairs(world, now)
    with pytest.raises(Refused) as refused:
        propose_agenda(world.actor("holder"), dialogue.pk, now=now)
    assert refused.value.code == "nothing_to_propose"


def test_a_promise_is_changed_and_corrected_with_its_line(world, now):
    dialogue = dialogue_with_chairs(
        world, now, days=0, starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2)
    )
    hold(world, dialogue, now)
    line = write_line(
        world.actor("holder"), dialogue.pk, "decision", "We publish.", now=now, promised=promised(world, now)
    )
    officer, address = world.client("holder"), f"/dialogues/{dialogue.pk}/"
    page = page_of(officer.get(address))
    assert f'name="desk_code" value="{world.quarantine.code}" checked' in page
    due = (now + timedelta(days=9)).date().isoformat()
    typed = {"line": line.pk, "text": "We publish soon.", "what": "Publish it", "owner": world.quarantine.code}
    officer.post(f"{address}do/change_line", typed | {"due": due, "success": "No more cases"})
    assert ActionItem.objects.get().what == "Publish it"
    assert "has not answered · was present" not in page_of(officer.get(address))


def test_the_mail_of_a_promise_says_what_was_promised(world, now):
    dialogue = dialogue_with_chairs(world, now)
    hold(world, dialogue, dialogue.starts_at)
    agreed_line(world, dialogue, dialogue.starts_at, promised=promised(world, dialogue.starts_at))
    _subject, body = render_words(Delivery.objects.filter(template="promise_made").first())
    assert "Publish which laboratories count" in body


def held_today(world, now):
    """Return a dialogue whose minutes are open."""
    hours = {"starts_at": now + timedelta(hours=1), "ends_at": now + timedelta(hours=2)}
    dialogue = dialogue_with_chairs(world, now, days=0, **hours)
    hold(world, dialogue, now)
    return dialogue


def test_the_desk_of_a_promise_is_found_by_words_without_a_script(world, now):
    dialogue = held_today(world, now)
    officer, address = world.client("holder"), f"/dialogues/{dialogue.pk}/"
    typed = {
        "kind": "decision",
        "text": "We publish.",
        "what": "Publish the list",
        "owner": "quarantine",
        "due": (now + timedelta(days=9)).date().isoformat(),
        "success": "No more cases",
    }
    asked = officer.post(f"{address}do/write_line", typed)
    page = page_of(asked)
    assert asked.status_code == 409 and "Pick one of the desks that are offered." in page
    assert f'name="desk_code" value="{world.quarantine.code}"' in page and 'value="quarantine"' in page
    officer.post(f"{address}do/write_line", typed | {"desk_code": world.quarantine.code})
    assert ActionItem.objects.get().owner == world.quarantine


def test_other_words_do_not_keep_the_desk_that_was_picked_before(world, now):
    dialogue = held_today(world, now)
    holder, how = world.actor("holder"), {"now": now, "promised": promised(world, now)}
    line = write_line(holder, dialogue.pk, "decision", "We publish.", **how)
    typed = {"line": line.pk, "text": "We publish.", "what": "Publish it", "success": "No more cases"}
    typed |= {"owner": "rail freight", "desk_code": world.quarantine.code}
    typed |= {"due": (now + timedelta(days=9)).date().isoformat()}
    address = f"/dialogues/{dialogue.pk}/"
    page = page_of(world.client("holder").post(f"{address}do/change_line", typed))
    assert 'value="cn-rail.freight"' in page and 'name="what" maxlength="300" value="Publish it"' in page
    assert ActionItem.objects.get().owner == world.quarantine
