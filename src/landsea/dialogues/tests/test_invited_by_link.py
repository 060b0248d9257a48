"""Somebody invited without an account: what the mailed link opens, what is said by it, how it ends, and its marks."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from landsea.base.audit.models import Entry
from landsea.base.limits.spending import Limit
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.base.ui import acts_by_link
from landsea.base.ui.logs import hide_secrets
from landsea.dialogues.actions.convene import call_off, change_plan
from landsea.dialogues.actions.renew_link import renew_link
from landsea.dialogues.actions.seats import free_seat, invite_country
from landsea.dialogues.invitation_links import INVITATION_LINKS
from landsea.dialogues.models import Reply, Seat, SeatLink
from landsea.dialogues.stream import name_stream
from landsea.dialogues.tests.making import dialogue_with_chairs, plan

pytestmark = pytest.mark.django_db
ADDRESS = "guest@demo.example.org"


@pytest.fixture
def seat(world, dialogue, now) -> Seat:
    """A guest from Laos, who has no account."""
    about = {"country": "LA", "name": "Guest Demo", "email": ADDRESS, "role": "member"}
    return invite_country(world.actor("coordinator"), dialogue.pk, **about, now=now)


@pytest.fixture
def secret(seat) -> str:
    """The secret that was mailed."""
    return secret_of(seat)


@pytest.fixture
def guest(client, secret) -> Client:
    """A browser in which the mailed link was opened."""
    assert client.get(reverse("invitation_link", args=[secret])).status_code == 302
    return client


def secret_of(seat) -> str:
    return INVITATION_LINKS.secret_of(SeatLink.objects.get(seat=seat, revoked_at=None).nonce)


def page_of(dialogue) -> str:
    return reverse("invited", args=[dialogue.pk])


def say(guest, dialogue, act="reply", **typed):
    return guest.post(reverse("invited_act", args=[dialogue.pk, act]), typed)


def acts_of(dialogue) -> list[Entry]:
    return list(Entry.objects.filter(stream=name_stream(dialogue.pk)).order_by("position"))


def test_the_mail_holds_the_link_in_the_language_of_the_country_and_both_clocks(world, seat, secret):
    mail = Delivery.objects.get(template="dialogue_invited", address=ADDRESS)
    subject, body = render_words(mail)
    assert mail.language == "lo" and "ຄຳເຊີນ" in subject
    assert f"/invitation/{secret}?lang=lo" in body and secret not in str(mail.facts)
    assert "(UTC+08)" in body and "(UTC+07)" in body
    other = Delivery.objects.get(template="dialogue_invited", address=world.people["holder"].email)
    assert "/invitation/" not in render_words(other)[1] and "invitation_link" not in other.facts
    assert secret not in hide_secrets(f"GET /invitation/{secret} 200")


def test_the_link_opens_one_page_that_tells_what_when_and_where(guest, dialogue, secret):
    page = guest.get(page_of(dialogue))
    text = page.content.decode()
    assert page.status_code == 200 and "Working meeting on plant health" in text and "Room 3" in text
    assert ADDRESS in text and "by link" in text and secret not in text and 'content="noindex"' in text
    assert "Shanghai (UTC+08)" in text and "Times in Vientiane (UTC+07)" in text
    assert "Paper" not in text and "holder@demo" not in text
    assert guest.get(reverse("dialogue_invitation", args=[dialogue.pk])).status_code == 302


def test_times_stand_on_the_clock_of_the_country_and_on_that_of_the_place(guest, dialogue):
    begin = dialogue.starts_at
    from zoneinfo import ZoneInfo

    text = guest.get(page_of(dialogue)).content.decode()
    for zone in ("Asia/Vientiane", "Asia/Shanghai"):
        assert begin.astimezone(ZoneInfo(zone)).strftime("%H:%M") in text


@pytest.mark.parametrize("answer", [Reply.ACCEPTED, Reply.MAYBE, Reply.DECLINED])
def test_the_answer_with_its_words_is_noted_and_marked(world, guest, dialogue, seat, answer):
    assert say(guest, dialogue, reply=answer, note="I bring the list.").status_code == 302
    seat.refresh_from_db()
    assert (seat.reply, seat.note) == (answer, "I bring the list.")
    last = acts_of(dialogue)[-1]
    assert (last.act, last.actor, last.facts["how"]) == ("reply", f"seat:{seat.pk}", "link")
    assert say(guest, dialogue, reply=answer, note="I bring the list.").status_code == 302
    assert acts_of(dialogue)[-1].pk == last.pk, "the same answer twice is noted once"
    page = world.client("coordinator").get(reverse("dialogue", args=[dialogue.pk])).content.decode()
    assert "I bring the list." in page
    other = world.client("other_holder").get(reverse("dialogue", args=[dialogue.pk])).content.decode()
    assert "I bring the list." in other, "a chair reads it too"


def test_no_answer_is_refused_and_the_words_stay(guest, dialogue, seat):
    page = say(guest, dialogue, note="Perhaps.")
    assert page.status_code == 409 and "Say whether you come." in page.content.decode()
    assert "Perhaps." in page.content.decode()
    seat.refresh_from_db()
    assert seat.reply == Reply.NONE


def test_another_time_is_proposed_on_the_guests_clock_and_told_to_who_convened(world, guest, dialogue, seat, now):
    day = (dialogue.starts_at + timedelta(days=2)).date()
    assert say(guest, dialogue, "propose", at=f"{day}T10:30", note="The road opens then.").status_code == 302
    seat.refresh_from_db()
    assert seat.proposed_at.isoformat() == f"{day}T03:30:00+00:00"
    mail = Delivery.objects.get(template="dialogue_time_proposed")
    assert mail.address == world.people["coordinator"].email
    assert "11:30" in render_words(mail)[1] and "The road opens then." in render_words(mail)[1]
    coordinator = world.client("coordinator")
    page = coordinator.get(reverse("dialogue", args=[dialogue.pk])).content.decode()
    change = f"{reverse('dialogue_change', args=[dialogue.pk])}?begins={day}T03%3A30%3A00%2B00%3A00"
    assert change in page
    assert 'value="11:30"' in coordinator.get(change).content.decode()
    moved = plan(now, starts_at=seat.proposed_at, ends_at=seat.proposed_at + timedelta(hours=2))
    change_plan(world.actor("coordinator"), dialogue.pk, moved, now=now)
    seat.refresh_from_db()
    assert seat.proposed_at is None


@pytest.mark.parametrize("typed", ["", "tomorrow", "2020-01-01T10:00", "9998-01-01T10:00"])
def test_a_time_that_cannot_be_is_refused_and_comes_back(guest, dialogue, seat, typed):
    page = say(guest, dialogue, "propose", at=typed, note="The road opens then.")
    assert page.status_code == 409 and f'value="{typed}"' in page.content.decode()
    assert 'value="The road opens then."' in page.content.decode() and "<details open>" in page.content.decode()
    seat.refresh_from_db()
    assert seat.proposed_at is None and not Delivery.objects.filter(template="dialogue_time_proposed").exists()


@pytest.mark.parametrize("begins", ["9999-12-31T23:59:00-14:00", "0001-01-01T00:00:00+14:00", "tomorrow"])
def test_an_address_with_a_begin_that_cannot_be_shows_the_plan_as_it_is(world, dialogue, begins):
    page = world.client("coordinator").get(reverse("dialogue_change", args=[dialogue.pk]), {"begins": begins})
    assert page.status_code == 200 and "Room 3" in page.content.decode()


def test_the_invitation_is_a_calendar_file(guest, dialogue, seat):
    say(guest, dialogue, reply="maybe")
    found = guest.get(reverse("invited_file", args=[dialogue.pk]))
    [event] = Calendar.from_ical(found.content).walk("VEVENT")
    assert found["Content-Type"].startswith("text/calendar") and f"{dialogue.ref}.ics" in found["Content-Disposition"]
    assert str(event["UID"]).startswith(f"dialogue-{dialogue.pk}@")
    assert event["ATTENDEE"].params["PARTSTAT"] == "TENTATIVE"


def test_the_cookie_opens_no_other_dialogue_and_nothing_without_it(world, guest, dialogue, now):
    other = dialogue_with_chairs(world, now, days=9)
    assert guest.get(page_of(other)).status_code == 404
    assert Client().get(page_of(dialogue)).status_code == 404
    assert say(Client(), dialogue, reply="accepted").status_code == 404
    assert Client().get(reverse("invited_file", args=[dialogue.pk])).status_code == 404
    assert Client().get(reverse("invitation_link", args=["x" * 43])).status_code == 404


def test_a_freed_seats_link_opens_nothing(world, guest, dialogue, seat, now):
    free_seat(world.actor("coordinator"), dialogue.pk, seat.pk, now=now)
    assert guest.get(page_of(dialogue)).status_code == 404
    assert say(guest, dialogue, reply="accepted").status_code == 404
    assert "/invitation/" not in render_words(Delivery.objects.get(template="dialogue_seat_freed"))[1]
    assert not SeatLink.objects.filter(revoked_at=None).exists()


def test_the_coordinator_replaces_a_link_that_went_astray(world, guest, dialogue, seat, secret, now):
    with pytest.raises(Refused, match="no such link"):
        own = dialogue.seats.get(user=world.people["holder"])
        renew_link(world.actor("coordinator"), dialogue.pk, own.pk, now=now)
    press = reverse("dialogue_act", args=[dialogue.pk, "renew_link"])
    assert world.client("coordinator").post(press, {"seat": seat.pk}).status_code == 302
    assert guest.get(page_of(dialogue)).status_code == 404
    assert Client().get(reverse("invitation_link", args=[secret])).status_code == 404
    assert Client().get(reverse("invitation_link", args=[secret_of(seat)])).status_code == 302
    assert Delivery.objects.filter(template="dialogue_invited", address=ADDRESS).count() == 2
    assert [one.act for one in acts_of(dialogue)][-1] == "renew_link"


def test_after_it_was_called_off_the_page_says_so_and_takes_no_answer(world, guest, dialogue, now):
    call_off(world.actor("coordinator"), dialogue.pk, "The road is closed.", now=now)
    text = guest.get(page_of(dialogue)).content.decode()
    assert "The road is closed." in text and "Do you come?" not in text
    assert say(guest, dialogue, reply="accepted").status_code == 409
    assert b"METHOD:CANCEL" in guest.get(reverse("invited_file", args=[dialogue.pk])).content
    cancelled = Delivery.objects.get(template="dialogue_cancelled", address=ADDRESS)
    cancelled.language = "en"
    words = render_words(cancelled)[1]
    assert "/invitation/" in words and "entry is attached." in words and "propose another time" not in words


def test_a_month_after_its_end_the_link_opens_nothing(guest, dialogue):
    dialogue.starts_at -= timedelta(days=60)
    dialogue.ends_at -= timedelta(days=60)
    dialogue.save()
    assert guest.get(page_of(dialogue)).status_code == 404


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Bạn có dự không?"), ("lo", "ທ່ານຈະເຂົ້າຮ່ວມບໍ?"), ("zh-hans", "您参加吗？")]
)
def test_the_page_is_there_in_four_languages(guest, dialogue, language, words):
    assert words in guest.get(page_of(dialogue), {"lang": language}).content.decode()


def test_somebody_with_an_account_says_maybe_and_proposes_a_time_on_the_dialogues_page(world, dialogue):
    browser = world.client("holder")
    page = browser.get(reverse("dialogue", args=[dialogue.pk])).content.decode()
    assert "Maybe" in page and "Propose another time" in page
    browser.post(
        reverse("dialogue_act", args=[dialogue.pk, "reply"]), {"reply": "maybe", "note": "If there is a train."}
    )
    browser.post(
        reverse("dialogue_act", args=[dialogue.pk, "propose_time"]), {"at": f"{dialogue.starts_at:%Y-%m-%d}T10:31"}
    )
    seat = Seat.objects.get(dialogue=dialogue, user=world.people["holder"])
    assert (seat.reply, seat.note) == (Reply.MAYBE, "If there is a train.") and seat.proposed_at is not None
    assert {"how"} - set(acts_of(dialogue)[-1].facts) == {"how"}, "who signed in needs no mark"


def test_nobody_fills_the_inviter_s_inbox_by_a_link(guest, dialogue, seat, monkeypatch):
    monkeypatch.setattr(acts_by_link, "ACTS_BY_LINK", Limit(1, 3600))
    assert say(guest, dialogue, reply="accepted").status_code == 302
    over = say(guest, dialogue, reply="declined", note="Not free on that day.")
    seat.refresh_from_db()
    assert over.status_code == 429 and seat.reply == Reply.ACCEPTED
    assert "Not free on that day." in over.content.decode(), "what was typed is still there"
