"""Planning, inviting, changing, calling off: who is told, and with which calendar object."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from icalendar import Calendar

from landsea.base.findable import FINDABLE
from landsea.base.outbox.actions.send import compose_message
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.dialogues import access
from landsea.dialogues.actions.convene import call_off, change_plan, convene_dialogue
from landsea.dialogues.actions.seats import free_seat, invite_country, reply_to_invitation
from landsea.dialogues.models import Dialogue
from landsea.dialogues.tests.making import plan

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def events(template):
    found = [
        Calendar.from_ical(row.facts["calendar"]) for row in Delivery.objects.filter(template=template).order_by("pk")
    ]
    return [(str(one["METHOD"]), one.walk("VEVENT")[0]) for one in found]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"days": -1}, "has passed already"),
        ({"ends": -HOUR}, "before it begins"),
        ({"titles": {"en": " "}}, "title"),
        ({"kind": "party"}, "what kind"),
        ({"time_zone": "Mars/Base"}, "time zone"),
    ],
)
def test_what_cannot_be_planned_gets_a_sentence(world, now, changes, sentence):
    ends, days = changes.pop("ends", None), changes.pop("days", 7)
    wanted = plan(now, days=days, **changes)
    if ends:
        wanted = plan(now, days=days, ends_at=wanted.starts_at + ends)
    with pytest.raises(Refused, match=sentence):
        convene_dialogue(world.actor("coordinator"), wanted, now=now)
    assert not Dialogue.objects.exists()


def test_only_the_coordinator_convenes(world, now):
    for part in ("holder", "head", "observer", "clerk", "stranger"):
        with pytest.raises(PermissionDenied):
            convene_dialogue(world.actor(part), plan(now), now=now)


def test_each_seat_gets_a_request_that_names_it(world, dialogue):
    [(method, event), _other] = events("dialogue_invited")
    assert method == "REQUEST" and event["ATTENDEE"] == "MAILTO:holder@demo.example.org"
    assert event["ATTENDEE"].params["ROLE"] == "CHAIR" and event["SEQUENCE"] == 0
    assert event["UID"].startswith(f"dialogue-{dialogue.pk}@")
    assert event.decoded("dtstart") == dialogue.starts_at.replace(microsecond=0)


def test_a_change_is_the_same_meeting_with_a_higher_number_and_calling_off_cancels_it(world, dialogue, now):
    coordinator = world.actor("coordinator")
    change_plan(coordinator, dialogue.pk, plan(now, days=9), now=now)
    call_off(coordinator, dialogue.pk, "The road is closed.", now=now)
    (first, changed), *_ = events("dialogue_changed")
    (second, cancelled), *_ = events("dialogue_cancelled")
    assert (first, second) == ("REQUEST", "CANCEL") and changed["UID"] == cancelled["UID"]
    assert (changed["SEQUENCE"], cancelled["SEQUENCE"], cancelled["STATUS"]) == (1, 2, "CANCELLED")
    with pytest.raises(Refused, match="Convene a new one"):
        change_plan(coordinator, dialogue.pk, plan(now), now=now)


def test_the_mail_carries_the_calendar_as_mail_programs_expect_it(world, dialogue):
    mail = compose_message(Delivery.objects.filter(template="dialogue_invited").first())
    part = next(one for one in mail.message().walk() if one.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST" and b"BEGIN:VEVENT" in part.get_payload(decode=True)
    assert "Invitation: Working meeting" in mail.subject and "Room 3" in mail.body


@pytest.mark.parametrize(
    ("country", "email", "role", "sentence"),
    [
        ("CN", "head@demo.example.org", "chair", "has a chair already"),
        ("LA", "nobody@demo.example.org", "chair", "needs an account"),
        ("KZ", "head@demo.example.org", "chair", "speaks for China or"),
        ("CN", "holder@demo.example.org", "member", "invited already"),
        ("CN", "", "member", "e-mail address"),
        ("CN", "x@demo.example.org", "king", "is there for"),
    ],
)
def test_seats_that_cannot_be(world, dialogue, now, country, email, role, sentence):
    with pytest.raises(Refused, match=sentence):
        invite_country(
            world.actor("coordinator"), dialogue.pk, country=country, name="X", email=email, role=role, now=now
        )


def test_a_freed_seat_is_cancelled_and_sees_nothing_any_more(world, dialogue, now):
    seat = access.find_seat(world.actor("holder"), dialogue)
    free_seat(world.actor("coordinator"), dialogue.pk, seat.pk, now=now)
    assert events("dialogue_seat_freed")[0][0] == "CANCEL"
    assert not access.find_rights(world.actor("holder"), dialogue).sees


def test_one_answers_for_oneself_only(world, dialogue, now):
    assert reply_to_invitation(world.actor("holder"), dialogue.pk, "accepted", now=now).reply == "accepted"
    with pytest.raises(Http404):
        reply_to_invitation(world.actor("head"), dialogue.pk, "accepted", now=now)
    with pytest.raises(PermissionDenied):
        reply_to_invitation(world.actor("coordinator"), dialogue.pk, "accepted", now=now)


def test_the_public_sees_title_and_time_and_no_room_and_no_names(client, world, dialogue):
    page = page_of(client.get(f"/dialogues/{dialogue.pk}/"))
    assert "Working meeting" in page and "Room 3" not in page and "Holder Demo" not in page
    inside = page_of(world.client("holder").get(f"/dialogues/{dialogue.pk}/"))
    assert "Room 3" in inside and "Other Holder Demo" in inside and "China" in inside and "Vietnam" in inside


def test_the_feed_is_public_and_the_own_invitation_is_not(client, world, dialogue):
    feed = Calendar.from_ical(client.get("/dialogues/calendar.ics").content)
    [event] = feed.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Working meeting on plant health" and "LOCATION" not in event
    address = f"/dialogues/{dialogue.pk}/invitation.ics"
    assert client.get(address).status_code == 302
    assert world.client("head").get(address).status_code == 404
    assert b"METHOD:REQUEST" in world.client("holder").get(address).content


TYPED = {
    "kind": "hearing",
    "title_en": "Hearing",
    "begins": "09:00",
    "ends": "11:00",
    "country": "LA",
    "where": "Boten",
    "languages": ["lo", "zh"],
}


def test_the_form_reads_hours_on_the_clock_of_the_place(world, now):
    day = (now + timedelta(days=20)).date()
    response = world.client("coordinator").post("/dialogues/new/", TYPED | {"day": day.isoformat()})
    assert response.status_code == 302
    dialogue = Dialogue.objects.get()
    assert (
        dialogue.time_zone == "Asia/Vientiane" and dialogue.starts_at.hour == 2 and dialogue.languages == ["lo", "zh"]
    )


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2020-01-01", "yet to come"),
        ("2569-12-01", "Buddhist era"),
        ("2099-01-01", "five years away"),
        ("soon", "2026-03-18"),
    ],
)
def test_days_that_cannot_be_get_a_sentence_and_nothing_typed_is_lost(world, day, sentence):
    response = world.client("coordinator").post("/dialogues/new/", TYPED | {"day": day})
    assert response.status_code == 422 and sentence in page_of(response) and 'value="Boten"' in page_of(response)


def test_the_search_reads_the_words_again_whichever_dialogue_was_changed(world, dialogue, now):
    kind, coordinator = next(one for one in FINDABLE if one.code == "dialogues"), world.actor("coordinator")
    newer = convene_dialogue(coordinator, plan(now, days=9), now=now)
    for room in ("Room 4", "Room 5"):
        change_plan(coordinator, newer.pk, plan(now, days=9, where=room), now=now)
    mark = kind.read_mark()
    change_plan(coordinator, dialogue.pk, plan(now, titles={"en": "Meeting on lorries"}), now=now)
    assert kind.read_mark() != mark
