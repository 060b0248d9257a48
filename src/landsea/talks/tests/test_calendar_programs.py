"""A talk and calendar programs: a single time that is offered is answered there, or another one is proposed."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from django.conf import settings
from django.utils import timezone
from icalendar import Calendar

from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.cases.access import list_messages
from landsea.mailroom.actions.claim_held import claim_held_mail
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail, MailState
from landsea.talks.actions.arrange import agree_time, cancel_talk, offer_times
from landsea.talks.models import Talk, TalkState

pytestmark = pytest.mark.django_db
FILER = "filer@demo.example.org"
AT = datetime.now(UTC).replace(minute=30, second=0, microsecond=0) + timedelta(days=40)


@pytest.fixture(autouse=True)
def mail_domain(settings):
    settings.INBOUND_DOMAIN = "in.landsea.example"


def entry_of(delivery: Delivery) -> tuple[str, Calendar]:
    """Return the address to which calendars answer, and the calendar entry as it goes out."""
    message = compose_message(delivery)
    part = next(one for one in message.attachments if "calendar" in str(getattr(one, "get_content_type", lambda: "")()))
    return message.reply_to[0], Calendar.from_ical(part.get_payload(decode=True))


def newest(template: str, address: str = FILER) -> Delivery:
    return Delivery.objects.filter(template=template, address=address).latest("pk")


def say(
    delivery: Delivery, said: str, *, method: str = "REPLY", moved: timedelta = timedelta(0), words: str = "", sender=""
):
    """Send what a calendar program sends back, and return what became of the mail."""
    address, calendar = entry_of(delivery)
    [event] = calendar.walk("VEVENT")
    event["ATTENDEE"].params["PARTSTAT"] = said
    for name in ("DTSTART", "DTEND"):
        at = event.decoded(name) + moved
        del event[name]
        event.add(name, at)
    if words:
        event.add("comment", words)
    calendar["METHOD"] = method
    mail = EmailMessage()
    mail["From"], mail["To"] = sender or delivery.address, address
    mail["Subject"] = f"{said.title()}: talk"
    mail["Message-ID"] = f"<{said}-{method}-{InboundMail.objects.count()}@calendars.example.org>"
    mail.set_content("See the attachment.")
    mail.add_attachment(calendar.to_ical(), maintype="text", subtype="calendar", filename="reply.ics")
    keep_mails([Handed(mail.as_bytes(), (address,), mail["From"])], now=timezone.now())
    sort_due()
    return InboundMail.objects.latest("pk")


def offer(actor, case, *times):
    return offer_times(actor, case.ref, list(times) or [AT], minutes=30, now=timezone.now())


def test_a_single_time_stands_tentatively_in_the_other_calendar_and_asks_for_an_answer(case, holder):
    offer(holder, case)
    delivery = newest("talk_offered")
    address, calendar = entry_of(delivery)
    [event] = calendar.walk("VEVENT")
    assert delivery.facts["calendar_method"] == "REQUEST" and event["STATUS"] == "TENTATIVE"
    assert event["DTSTART"].dt == AT and str(event["ORGANIZER"]).lower() == f"mailto:{address}"
    guest = event["ATTENDEE"].params
    assert (guest["PARTSTAT"], guest["RSVP"]) == ("NEEDS-ACTION", "TRUE")
    assert settings.PUBLIC_ADDRESS in str(event["URL"])


def test_of_several_times_none_is_put_into_a_calendar(case, holder):
    offer(holder, case, AT, AT + timedelta(days=1))
    assert "calendar" not in newest("talk_offered").facts and "calendar_method" not in newest("talk_offered").facts


def test_accepting_in_a_calendar_program_agrees_the_talk(case, holder):
    offer(holder, case)
    mail = say(newest("talk_offered"), "ACCEPTED")
    assert (mail.state, mail.act, mail.case_id) == (MailState.DONE, "calendar", case.pk)
    talk = Talk.objects.get()
    assert (talk.state, talk.starts_at, talk.sequence) == (TalkState.AGREED, AT, 1)
    [event] = entry_of(newest("talk_agreed"))[1].walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 1)
    assert newest("talk_agreed_office", "holder@demo.example.org")
    say(newest("talk_agreed"), "ACCEPTED")
    assert Talk.objects.get().state == TalkState.AGREED, "what is agreed is agreed"


def test_declining_calls_it_off_with_the_words_that_came(case, holder, of_filer):
    offer(holder, case)
    assert say(newest("talk_offered"), "DECLINED", words="I am on the road.").state == MailState.DONE
    assert Talk.objects.get().state == TalkState.CANCELLED
    assert "I am on the road." in list_messages(of_filer, case).last().body
    assert newest("talk_cancelled_office", "holder@demo.example.org")


def test_declining_an_agreed_talk_calls_it_off_for_both(case, holder, of_filer):
    offer(holder, case)
    agree_time(of_filer, case.ref, AT, now=timezone.now())
    say(newest("talk_agreed_office", "holder@demo.example.org"), "DECLINED")
    assert Talk.objects.get().state == TalkState.CANCELLED
    assert "Declined in a calendar program." in list_messages(of_filer, case).last().body
    assert b"METHOD:CANCEL" in entry_of(newest("talk_cancelled"))[1].to_ical()


def test_maybe_leaves_it_open(case, holder):
    offer(holder, case)
    assert say(newest("talk_offered"), "TENTATIVE").state == MailState.DONE
    assert Talk.objects.get().state == TalkState.OFFERED


def test_another_time_is_offered_to_the_other_side(case, holder, of_filer):
    offer(holder, case)
    mail = say(newest("talk_offered"), "TENTATIVE", method="COUNTER", moved=timedelta(hours=3), words="After lunch?")
    assert mail.state == MailState.DONE
    talk = Talk.objects.get()
    assert (talk.state, talk.offered_by, talk.times) == (TalkState.OFFERED, "filer", [AT + timedelta(hours=3)])
    assert "After lunch?" in list_messages(of_filer, case).last().body
    offered = newest("talk_offered_office", "holder@demo.example.org")
    assert say(offered, "ACCEPTED", sender="holder@demo.example.org").state == MailState.DONE
    assert Talk.objects.get().starts_at == AT + timedelta(hours=3)


def test_while_an_agreed_talk_is_moved_the_calendars_keep_what_is_agreed(case, holder, of_filer):
    offer(holder, case)
    agree_time(of_filer, case.ref, AT, now=timezone.now())
    moved = say(newest("talk_agreed"), "TENTATIVE", method="COUNTER", moved=timedelta(days=1))
    assert moved.state == MailState.DONE
    talk = Talk.objects.get()
    assert (talk.state, talk.starts_at, talk.times) == (TalkState.OFFERED, AT, [AT + timedelta(days=1)])
    assert "calendar" not in newest("talk_offered_office", "holder@demo.example.org").facts
    agree_time(holder, case.ref, AT + timedelta(days=1), now=timezone.now())
    [event] = entry_of(newest("talk_agreed"))[1].walk("VEVENT")
    assert event["SEQUENCE"] == 2


@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_an_answer_about_what_holds_no_more_is_held_for_a_person(case, holder, method):
    offer(holder, case)
    first = newest("talk_offered")
    offer(holder, case, AT + timedelta(days=7), AT + timedelta(days=8))
    withdrawn = entry_of(newest("talk_offered"))[1]
    assert str(withdrawn["METHOD"]) == "CANCEL"
    cancel_talk(holder, case.ref, "Solved.", now=timezone.now())
    assert say(first, "ACCEPTED", method=method, moved=timedelta(hours=method == "COUNTER")).state == MailState.HELD


def test_an_offer_that_takes_the_place_of_another_has_a_higher_number(case, holder):
    offer(holder, case)
    offer(holder, case, AT + timedelta(days=1))
    first, second = [
        entry_of(one)[1].walk("VEVENT")[0] for one in Delivery.objects.filter(template="talk_offered").order_by("pk")
    ]
    assert first["UID"] == second["UID"] and (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    cancel_talk(holder, case.ref, "Solved.", now=timezone.now())
    [event] = entry_of(newest("talk_cancelled"))[1].walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)


def test_a_calendars_answer_that_its_person_claims_is_that_answer_and_no_words(case, holder, of_filer):
    offer(holder, case)
    mail = say(newest("talk_offered"), "ACCEPTED", sender="home@demo.example.org")
    assert mail.state == MailState.HELD
    assert claim_held_mail(mail.pk, True, now=timezone.now()).act == "calendar"
    assert Talk.objects.get().state == TalkState.AGREED
    assert all("See the attachment." not in one.body for one in list_messages(of_filer, case))


def test_a_stranger_with_the_address_answers_nothing(case, holder):
    offer(holder, case)
    assert say(newest("talk_offered"), "ACCEPTED", sender="stranger@demo.example.org").state == MailState.HELD
    assert Talk.objects.get().state == TalkState.OFFERED
