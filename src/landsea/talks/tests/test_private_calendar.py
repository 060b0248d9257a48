"""A person's private calendar: what stands in it, who reads it, how programs are told that nothing changed, how it ends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from landsea.base.audit.models import Entry
from landsea.base.ui.logs import hide_secrets
from landsea.calendars.duty_moments import find_duty_moments
from landsea.calendars.models import PrivateCalendar
from landsea.calendars.private_links import CALENDAR_LINKS
from landsea.cases.actions.accept import accept_case
from landsea.dialogues.tests.making import DAY, dialogue_with_chairs, promise_for
from landsea.directory.duty import SHOWN_AHEAD
from landsea.directory.models import Appointment, Contact, DutyShift, Role
from landsea.talks.actions.arrange import agree_time, offer_times

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(world):
    """The holder of the quarantine desk, who has made an address."""
    browser = world.client("holder")
    assert browser.post(reverse("own_calendar"), {"act": "make"}).status_code == 302
    return browser


def address(world, part="holder") -> str:
    live = PrivateCalendar.objects.get(user=world.people[part], ended_at=None)
    return reverse("private_calendar", args=[CALENDAR_LINKS.secret_of(live.nonce)])


def read(world, part="holder") -> dict[str, object]:
    """Return the entries by their identifiers, as a program without cookies reads them."""
    found = Client().get(address(world, part))
    assert found.status_code == 200 and found["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(one["UID"]).partition("@")[0]: one for one in Calendar.from_ical(found.content).walk("VEVENT")}


def test_deadlines_promises_dialogues_talks_and_duty_stand_in_it(world, browser, case, holder, of_filer):
    now = timezone.now()
    accept_case(holder, case.ref, now=now)
    later = (now + timedelta(days=2)).replace(microsecond=0)
    offer_times(holder, case.ref, [later], minutes=45, now=now)
    agree_time(of_filer, case.ref, later, call_link="https://meet.example/a", now=now)
    dialogue = dialogue_with_chairs(world, now)
    promise = promise_for(world, None, now=now)
    user = world.people["holder"]
    contact = Contact.objects.filter(user=user).first() or Contact.objects.create(
        desk=world.quarantine, user=user, name=user.name, email=user.email
    )
    turn = {"starts_at": later, "ends_at": later + timedelta(hours=12)}
    DutyShift.objects.create(desk=world.quarantine, contact=contact, phone="+86 23 000", **turn)

    entries = read(world)
    case.refresh_from_db()
    due = entries[f"due-{case.pk}"]
    assert due["DTEND"].dt == case.due_at.replace(microsecond=0) and case.ref in due["SUMMARY"]
    assert str(due["TRANSP"]) == "TRANSPARENT" and reverse("case", args=[case.ref]) in str(due["URL"])
    (talk,) = [one for uid, one in entries.items() if uid.startswith("talk-")]
    assert talk["DTSTART"].dt == later and str(talk["LOCATION"]) == "https://meet.example/a"
    assert talk["DTEND"].dt - talk["DTSTART"].dt == timedelta(minutes=45)
    meeting = entries[f"dialogue-{dialogue.pk}"]
    assert (str(meeting["STATUS"]), str(meeting["LOCATION"])) == ("TENTATIVE", "Room 3")
    kept_by = entries[f"promise-{promise.pk}"]
    assert kept_by["DTSTART"].dt == promise.due and kept_by["DTEND"].dt == promise.due + timedelta(days=1)
    (duty,) = [one for uid, one in entries.items() if uid.startswith("duty-")]
    assert duty["DTSTART"].dt == later and duty["DTEND"].dt == later + timedelta(hours=12)
    assert {str(one["CLASS"]) for one in entries.values()} == {"PRIVATE"}


def test_a_turn_stays_the_same_while_it_runs_and_where_the_calendar_ends(world):
    noon = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    user = world.people["holder"]
    contact = Contact.objects.filter(desk=world.quarantine, user=user).first() or Contact.objects.create(
        desk=world.quarantine, user=user, name=user.name, email=user.email
    )
    runs, last = noon - timedelta(hours=2), noon + SHOWN_AHEAD - timedelta(hours=14)
    for begins in (runs, last):
        turn = {"starts_at": begins, "ends_at": begins + timedelta(hours=30)}
        DutyShift.objects.create(desk=world.quarantine, contact=contact, phone="+86 23 000", **turn)
    first, later = (list(find_duty_moments(world.actor("holder"), noon + timedelta(minutes=n))) for n in (0, 7))
    assert first == later and [one.begins for one in first] == [runs, last]
    assert [one.ends - one.begins for one in first] == [timedelta(hours=30)] * 2


def test_an_entry_tells_neither_the_filer_nor_the_words_of_a_case(world, browser, case, holder):
    accept_case(holder, case.ref, now=timezone.now())
    text = Client().get(address(world)).content.decode()
    assert case.ref in text and "filer@demo" not in text and case.text[:20] not in text.replace("\r\n ", "")


def test_another_persons_calendar_holds_another_persons_things(world, browser, case, holder):
    accept_case(holder, case.ref, now=timezone.now())
    world.client("other_holder").post(reverse("own_calendar"), {"act": "make"})
    assert f"due-{case.pk}" in read(world) and not read(world, "other_holder")


def test_a_chambers_calendar_holds_the_cases_that_it_filed(world):
    filed = world.file(association=world.chamber.pk, member=world.member.pk).case
    world.client("clerk").post(reverse("own_calendar"), {"act": "make"})
    assert f"due-{filed.pk}" in read(world, "clerk")


def test_whose_appointment_ended_reads_nothing_from_the_next_reading_on(world, browser, case, holder):
    accept_case(holder, case.ref, now=timezone.now())
    assert read(world)
    world.people["holder"].appointments.update(ends_at=timezone.now() - timedelta(days=2))
    assert not read(world)
    world.people["holder"].is_active = False
    world.people["holder"].save()
    assert Client().get(address(world)).status_code == 404


def test_programs_hear_that_nothing_changed_and_when_something_did(world, browser, case, holder):
    first = Client().get(address(world))
    again = Client().get(address(world), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and not again.content and again["ETag"] == first["ETag"]
    assert "no-store" not in first["Cache-Control"] and "private" in first["Cache-Control"]
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in first.content
    accept_case(holder, case.ref, now=timezone.now())
    changed = Client().get(address(world), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200 and changed["ETag"] != first["ETag"]


def test_the_page_shows_the_address_makes_another_and_ends_it(world):
    browser, page = world.client("holder"), reverse("own_calendar")
    assert "You have none yet." in browser.get(page).content.decode()
    browser.post(page, {"act": "make"})
    old = address(world)
    text = browser.get(page).content.decode()
    assert old in text and "webcal://" in text and "no program has read it yet" in text
    Client().get(old, headers={"User-Agent": "DemoCalendar/1.0"})
    assert "DemoCalendar/1.0" in browser.get(page).content.decode()
    browser.post(page, {"act": "make"})
    assert address(world) != old and Client().get(old).status_code == 404
    browser.post(page, {"act": "end"})
    assert not PrivateCalendar.objects.filter(ended_at=None).exists()
    assert "You have none yet." in browser.get(page).content.decode()
    acts = list(Entry.objects.filter(stream=f"user:{world.people['holder'].pk}").values_list("act", flat=True))
    assert acts == ["make_private_calendar", "make_private_calendar", "end_private_calendar"]
    assert browser.post(page, {"act": "else"}).status_code == 404


def test_the_secret_is_kept_as_a_digest_and_stands_in_no_log(world, browser):
    secret = address(world).rpartition("/")[2].removesuffix(".ics")
    row = PrivateCalendar.objects.values().get()
    assert secret not in str(row) and secret not in hide_secrets(f"GET {address(world)} 200")
    assert Client().get(reverse("private_calendar", args=["x" * 43])).status_code == 404


def test_what_is_next_stands_on_the_page(world, browser, case, holder):
    accept_case(holder, case.ref, now=timezone.now())
    dialogue_with_chairs(world, timezone.now())
    text = browser.get(reverse("own_calendar")).content.decode()
    assert case.ref in text and "Working meeting on plant health" in text


def test_it_is_in_the_language_of_its_person(world, browser, case, holder):
    accept_case(holder, case.ref, now=timezone.now())
    world.people["holder"].language = "vi"
    world.people["holder"].save()
    assert str(read(world)[f"due-{case.pk}"]["SUMMARY"]).startswith("Đến hạn:")


def test_a_declined_dialogue_and_a_kept_promise_are_gone(world, browser):
    now = timezone.now()
    dialogue = dialogue_with_chairs(world, now)
    kept = promise_for(world, None, now=now, done_at=now + DAY)
    dialogue.seats.filter(user=world.people["holder"]).update(reply="declined")
    entries = read(world)
    assert f"dialogue-{dialogue.pk}" not in entries and f"promise-{kept.pk}" not in entries


def test_who_is_not_signed_in_has_no_such_page(world):
    assert Client().get(reverse("own_calendar")).status_code == 302


def test_one_night_of_duty_at_several_desks_is_one_entry(world):
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    user = world.people["holder"]
    for desk in (world.quarantine, world.border):
        Appointment.objects.get_or_create(user=user, desk=desk, role=Role.HOLDER, defaults={"starts_at": begins - DAY})
        contact, _made = Contact.objects.get_or_create(desk=desk, user=user, defaults={"name": user.name})
        for start, hours in ((begins, 12), (begins + 2 * DAY, 12 if desk == world.border else 8)):
            ends = start + timedelta(hours=hours)
            DutyShift.objects.create(desk=desk, contact=contact, starts_at=start, ends_at=ends)
    shared, *apart = find_duty_moments(world.actor("holder"), timezone.now())
    assert world.quarantine.names["en"] in shared.title and world.border.names["en"] in shared.title
    assert (shared.begins, shared.page) == (begins, reverse("my_desks"))
    assert len(apart) == 2 and {one.begins for one in apart} == {begins + 2 * DAY}, "other hours are another entry"
