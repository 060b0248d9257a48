"""A talk from the first times to what was said: who chooses, what both get for their calendars, what is refused and kept."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.access import list_messages
from landsea.cases.actions.erase_case import erase_case
from landsea.cases.actions.filer_moves import withdraw_case
from landsea.talks.actions.arrange import agree_time, cancel_talk, keep_what_was_said, offer_times, set_call_link
from landsea.talks.actions.watch import watch_talks
from landsea.talks.models import Talk, TalkState

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
TIMES = [datetime(2026, 12, day, 2, 30, tzinfo=UTC) for day in (1, 3, 4)]


def offered(actor, case, times=TIMES, now=NOW):
    return offer_times(actor, case.ref, times, minutes=30, words="Please have the report ready.", now=now)


def mails(template: str) -> list[Delivery]:
    return list(Delivery.objects.filter(template=template).order_by("pk"))


def event_of(mail: Delivery):
    calendar = Calendar.from_ical(mail.facts["calendar"])
    (event,) = calendar.walk("VEVENT")
    return calendar["METHOD"], event


def test_the_desk_offers_the_filer_agrees_and_both_have_it_in_their_calendars(settings, case, holder, of_filer):
    settings.CALL_LINK = "https://meet.example/{room}"
    offered(holder, case)
    assert [one.address for one in mails("talk_offered")] == ["filer@demo.example.org"]
    agree_time(of_filer, case.ref, TIMES[1], now=NOW + timedelta(hours=1))

    talk = Talk.objects.get()
    assert (talk.state, talk.starts_at, talk.sequence) == (TalkState.AGREED, TIMES[1], 0)
    assert talk.call_link.startswith("https://meet.example/") and "{" not in talk.call_link
    for template, address in (
        ("talk_agreed", "filer@demo.example.org"),
        ("talk_agreed_office", "holder@demo.example.org"),
    ):
        (mail,) = mails(template)
        method, event = event_of(mail)
        assert mail.address == address and method == mail.facts["calendar_method"] == "REQUEST"
        assert event["DTSTART"].dt == TIMES[1] and event["DTEND"].dt == TIMES[1] + timedelta(minutes=30)
        assert str(event["ATTENDEE"]) == f"MAILTO:{address}" and event["SEQUENCE"] == 0
        assert str(event["LOCATION"]) == talk.call_link and talk.call_link in render_words(mail)[1]


def test_neither_calendar_object_tells_who_the_other_side_is(world, holder):
    from landsea.base.actors import make_filer
    from landsea_core.caseflow import Visibility

    hidden = world.file(filer_country="LA", visibility=Visibility.PSEUDONYMOUS, name="", party="").case
    offered(holder, hidden)
    agree_time(make_filer(hidden.pk), hidden.ref, TIMES[0], now=NOW)
    assert "filer@demo" not in mails("talk_agreed_office")[0].facts["calendar"]
    assert "holder@demo" not in mails("talk_agreed")[0].facts["calendar"]


def test_what_is_offered_and_agreed_stands_on_the_case_on_both_clocks(case, holder, of_filer):
    offered(holder, case)
    agree_time(of_filer, case.ref, TIMES[0], call_link="+856 20 5550 0000", now=NOW)
    first, second = [one.body for one in list_messages(holder, case)]
    assert "Tue 1 Dec, 10:30" in first and "09:30" in first and "Please have the report ready." in first
    assert second.startswith("Talk agreed:") and second.endswith("+856 20 5550 0000")


def test_the_other_side_offers_others_and_then_it_is_the_first_sides_turn(case, holder, of_filer):
    offered(holder, case)
    with pytest.raises(Refused, match="The other side chooses"):
        agree_time(holder, case.ref, TIMES[0], now=NOW)
    later = [at + timedelta(days=7) for at in TIMES]
    offered(of_filer, case, later)
    assert len(mails("talk_offered_office")) == 1
    with pytest.raises(Refused, match="not offered any more"):
        agree_time(holder, case.ref, TIMES[0], now=NOW)
    agree_time(holder, case.ref, later[0], now=NOW)
    assert Talk.objects.get().starts_at == later[0]


def test_a_moved_talk_is_the_same_entry_with_a_higher_sequence_and_stays_until_the_other_side_agrees(
    case, holder, of_filer
):
    offered(holder, case)
    agree_time(of_filer, case.ref, TIMES[0], now=NOW)
    offered(of_filer, case, TIMES[1:])
    assert Talk.objects.get().starts_at == TIMES[0]
    agree_time(holder, case.ref, TIMES[1], now=NOW)
    before, after = [event_of(one)[1] for one in mails("talk_agreed")]
    assert before["UID"] == after["UID"] and (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    set_call_link(holder, case.ref, "https://meet.example/other", now=NOW)
    assert event_of(mails("talk_agreed")[-1])[1]["SEQUENCE"] == 2


def test_a_talk_is_called_off_with_a_reason_and_leaves_both_calendars(case, holder, of_filer):
    offered(holder, case)
    agree_time(of_filer, case.ref, TIMES[0], now=NOW)
    with pytest.raises(Refused, match="why"):
        cancel_talk(of_filer, case.ref, "  ", now=NOW)
    cancel_talk(of_filer, case.ref, "The lorry moves again.", now=NOW)
    for template in ("talk_cancelled", "talk_cancelled_office"):
        method, event = event_of(mails(template)[0])
        assert method == "CANCEL" and event["STATUS"] == "CANCELLED" and event["SEQUENCE"] == 1
    assert "The lorry moves again." in list_messages(holder, case).last().body
    with pytest.raises(Refused, match="no such talk"):
        agree_time(holder, case.ref, TIMES[0], now=NOW)


def test_an_offer_that_is_called_off_is_in_no_calendar(case, holder):
    offered(holder, case)
    cancel_talk(holder, case.ref, "Solved.", now=NOW)
    assert [one.facts.get("calendar") for one in mails("talk_cancelled")] == [None] and not mails(
        "talk_cancelled_office"
    )


def test_what_was_said_becomes_a_message_that_all_sides_see(case, holder, of_filer):
    offered(holder, case)
    agree_time(of_filer, case.ref, TIMES[0], now=NOW)
    with pytest.raises(Refused, match="not begun"):
        keep_what_was_said(holder, case.ref, "They accept the report.", now=NOW)
    after = TIMES[0] + timedelta(hours=1)
    keep_what_was_said(holder, case.ref, "They accept the report.", now=after)
    assert list_messages(of_filer, case).last().body == "They accept the report."
    assert Talk.objects.get().state == TalkState.HELD and len(mails("talk_noted")) == 1
    offered(of_filer, case, [after + timedelta(days=1)], now=after)
    assert Talk.objects.count() == 2


@pytest.mark.parametrize(
    ("times", "minutes", "code"),
    [
        ([], 30, "no_time"),
        ([NOW + timedelta(days=n) for n in range(1, 7)], 30, "too_many_times"),
        ([NOW - timedelta(minutes=1)], 30, "passed"),
        (TIMES, 31, "no_length"),
    ],
)
def test_what_cannot_be_offered_is_refused(case, holder, times, minutes, code):
    with pytest.raises(Refused) as refused:
        offer_times(holder, case.ref, times, minutes=minutes, now=NOW)
    assert refused.value.code == code and not Talk.objects.exists() and not mails("talk_offered")


def test_about_a_closed_case_nothing_is_arranged(case, holder, of_filer):
    withdraw_case(of_filer, case.ref, "Solved.", now=NOW)
    with pytest.raises(Refused, match="closed"):
        offered(holder, case)


def test_the_same_press_twice_is_one_offer(case, holder):
    from landsea.cases.actions.act_under_way import AlreadyDone

    offer_times(holder, case.ref, TIMES, minutes=30, now=NOW, key="one")
    with pytest.raises(AlreadyDone):
        offer_times(holder, case.ref, TIMES, minutes=30, now=NOW, key="one")
    assert len(mails("talk_offered")) == 1


def test_the_clock_reminds_once_of_an_offer_and_ends_it_when_its_times_have_passed(case, holder):
    offered(holder, case)
    assert watch_talks(NOW + timedelta(hours=23)) == 0
    assert watch_talks(NOW + timedelta(hours=24)) == 1 and watch_talks(NOW + timedelta(hours=25)) == 0
    assert len(mails("talk_offered")) == 2
    after = TIMES[-1] + timedelta(minutes=1)
    assert watch_talks(after) == 1 and watch_talks(after) == 0
    assert Talk.objects.get().state == TalkState.LAPSED
    assert [one.address for one in mails("talk_lapsed_office")] == ["holder@demo.example.org"] and not mails(
        "talk_lapsed"
    )


def test_each_act_leaves_one_audit_row(case, holder, of_filer):
    offered(holder, case)
    agree_time(of_filer, case.ref, TIMES[0], now=NOW)
    cancel_talk(holder, case.ref, "Solved.", now=NOW)
    acts = list(Entry.objects.filter(stream=f"case:{case.pk}").order_by("position").values_list("act", flat=True))
    assert acts[-3:] == ["offer_times", "agree_time", "cancel_talk"]


def test_a_time_outside_hours_or_on_a_holiday_is_offered_with_its_warning(case, holder, of_filer):
    from landsea.talks.both_clocks import find_clocks, list_days_off_ahead, list_warnings

    clocks = find_clocks(case)
    holiday = datetime(2026, 12, 2, 2, 30, tzinfo=UTC)
    (said,) = list_warnings(clocks, holiday, 30, "en")
    assert said.startswith("a holiday in Laos") and not list_warnings(clocks, TIMES[0], 30, "en")
    assert any(words.startswith("2 December 2026, Laos") for words in list_days_off_ahead(clocks, NOW, "en"))
    offered(holder, case, [holiday])
    assert Talk.objects.get().times == [holiday] and timezone.is_aware(holiday)


@pytest.mark.parametrize("year", [2035, 2150, 9998])
def test_a_time_beyond_all_calendars_is_refused_and_keeps_no_page_away(world, case, holder, year):
    with pytest.raises(Refused) as caught:
        offered(holder, case, [TIMES[0], datetime(year, 1, 1, tzinfo=UTC)])
    assert caught.value.code == "too_far" and not Talk.objects.exists()
    assert world.client("holder").get(reverse("case", args=[case.ref])).status_code == 200


def test_where_both_met_is_forgotten_with_the_filer(case, holder, of_filer):
    offered(holder, case)
    agree_time(of_filer, case.ref, TIMES[1], call_link="+856 20 000 000", now=NOW + timedelta(hours=1))
    assert Talk.objects.get().call_link
    erase_case(of_filer, case.ref, now=NOW + timedelta(hours=2))
    assert Talk.objects.get().call_link == ""
