"""Minutes: both sides at the table, line by line agreed, agreed lines never changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.dialogues import access
from landsea.dialogues.actions.minutes_lines import agree_line, change_line, write_line
from landsea.dialogues.models import ActionItem, MinuteLine
from landsea.dialogues.tests.making import DAY, agreed_line, hold, promised

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(world, dialogue):
    """The dialogue with its minutes open."""
    return hold(world, dialogue, dialogue.starts_at)


@pytest.fixture
def then(dialogue):
    """An hour after the dialogue began."""
    return dialogue.starts_at + timedelta(hours=1)


def write(world, dialogue, now, text="We look at it.", kind="decision", **how):
    return write_line(world.actor("holder"), dialogue.pk, kind, text, now=now, **how)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("holder",), "Nobody speaks for the ASEAN"),
        (("other_holder",), "Nobody speaks for China"),
        ((), "marked as present"),
    ],
)
def test_one_side_alone_opens_no_minutes(world, dialogue, parts, sentence):
    with pytest.raises(Refused, match=sentence):
        hold(world, dialogue, dialogue.starts_at, parts)


def test_minutes_open_on_the_day_and_are_written_after_that(world, dialogue, now):
    with pytest.raises(Refused, match="on the day it is held"):
        hold(world, dialogue, now)
    with pytest.raises(Refused, match="Mark who is present first"):
        write(world, dialogue, now)


def test_odd_numbers_in_a_form_are_none_and_no_fault(world, dialogue):
    address = f"/dialogues/{dialogue.pk}/do/"
    for what, sent in (("open_minutes", {"present": ["²", "9" * 5000]}), ("take_off", {"item": "²"})):
        assert world.client("holder").post(address + what, sent).status_code in (302, 403, 409)


def test_a_line_is_agreed_by_both_chairs_and_by_nobody_else(world, held, then):
    line = write(world, held, then)
    for part in ("coordinator",):
        with pytest.raises(PermissionDenied):
            agree_line(world.actor(part), line.pk, line.text, now=then)
    for part in ("head", "stranger", "observer"):
        with pytest.raises(Http404):
            agree_line(world.actor(part), line.pk, line.text, now=then)
    assert not agree_line(world.actor("holder"), line.pk, line.text, now=then).is_agreed
    assert agree_line(world.actor("other_holder"), line.pk, line.text, now=then).is_agreed


def test_a_change_takes_the_first_agreement_away(world, held, then):
    line = write(world, held, then)
    agree_line(world.actor("holder"), line.pk, line.text, now=then)
    change_line(world.actor("other_holder"), line.pk, "We look at it together.", now=then)
    line.refresh_from_db()
    assert line.agreed_by == []
    with pytest.raises(Refused, match="was changed since you read it"):
        agree_line(world.actor("holder"), line.pk, "We look at it.", now=then)


def test_an_agreed_line_stays_and_is_corrected_by_another(world, held, then):
    line = agreed_line(world, held, then, "The list is published on 3 May.")
    with pytest.raises(Refused, match="Write a correction"):
        change_line(world.actor("holder"), line.pk, "On 5 May.", now=then)
    correction = agreed_line(world, held, then, "The list is published on 5 May.", corrects=line.pk)
    line.refresh_from_db()
    assert line.text.endswith("3 May.") and correction.corrects == line
    draft = write(world, held, then)
    with pytest.raises(Refused, match="Only an agreed line"):
        write(world, held, then, corrects=draft.pk)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"owner": ""}, "without an owner is nobody's"),
        ({"owner": "no.such"}, "Pick one of the desks"),
        ({"due": None}, "a day yet to come"),
        ({"what": " "}, "what will be done"),
        ({"success": ""}, "what will be different"),
    ],
)
def test_a_promise_needs_what_who_when_and_by_what_one_sees_it(world, held, then, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        write(world, held, then, promised=promised(world, then, **changes))
    assert not MinuteLine.objects.exists() and not ActionItem.objects.exists()


def test_a_promise_in_the_past_and_a_note_that_promises_are_refused(world, held, then):
    with pytest.raises(Refused, match="a day yet to come"):
        write(world, held, then, promised=promised(world, then, due=(then - DAY).date()))
    with pytest.raises(Refused, match="Only a decision"):
        write(world, held, then, kind="note", promised=promised(world, then))


def test_a_promise_counts_from_the_second_agreement_and_its_desk_is_told_once(world, held, then):
    line = write(world, held, then, promised=promised(world, then))
    agree_line(world.actor("holder"), line.pk, line.text, now=then)
    assert not access.list_agreed_promises().exists() and not Delivery.objects.filter(template="promise_made").exists()
    for _ in range(2):
        agree_line(world.actor("other_holder"), line.pk, line.text, now=then)
    assert access.list_agreed_promises().count() == 1 and Delivery.objects.filter(template="promise_made").count() == 1


def test_a_correction_replaces_the_promise(world, held, then):
    line = agreed_line(world, held, then, promised=promised(world, then))
    agreed_line(world, held, then, corrects=line.pk, promised=promised(world, then, what="Publish it by radio too"))
    assert [action.what for action in access.list_agreed_promises()] == ["Publish it by radio too"]


def test_the_public_reads_agreed_decisions_only(client, world, held, then):
    write(world, held, then, "A draft decision.")
    agreed_line(world, held, then, "An agreed decision.")
    page = page_of(client.get(f"/dialogues/{held.pk}/"))
    assert "An agreed decision." in page and "A draft decision." not in page
    assert "A draft decision." in page_of(world.client("other_holder").get(f"/dialogues/{held.pk}/"))


def test_in_the_browser_a_refused_line_keeps_its_words(world, held):
    typed = {
        "kind": "decision",
        "text": "We publish it.",
        "what": "Publish",
        "owner": "",
        "due": "2099-01-01",
        "success": "x",
    }
    response = world.client("holder").post(f"/dialogues/{held.pk}/do/write_line", typed)
    assert response.status_code == 409
    assert "without an owner" in page_of(response).replace("&#x27;", "'") and "We publish it." in page_of(response)


def test_the_owner_may_be_named_by_the_address_of_its_page(world, held):
    typed = {
        "kind": "decision",
        "text": "We publish it.",
        "what": "Publish",
        "due": "2099-01-01",
        "success": "x",
        "owner": f"https://landsea.example/who/desks/{world.quarantine.code}/",
    }
    assert world.client("holder").post(f"/dialogues/{held.pk}/do/write_line", typed).status_code == 302
    assert ActionItem.objects.get().owner == world.quarantine


def test_acts_on_lines_of_another_dialogue_lead_nowhere(world, held, then, now):
    from landsea.dialogues.tests.making import dialogue_with_chairs

    line = write(world, held, then)
    other = dialogue_with_chairs(world, now, days=9)
    response = world.client("holder").post(f"/dialogues/{other.pk}/do/agree_line", {"line": line.pk, "text": line.text})
    assert response.status_code == 404
