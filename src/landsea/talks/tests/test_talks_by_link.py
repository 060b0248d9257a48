"""A desk without an account arranges a talk by its mailed link: the same page, the same acts, marked by link."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from landsea.base.actors import make_filer
from landsea.base.audit.access import list_entries
from landsea.base.limits.spending import Limit
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.ui import acts_by_link
from landsea.cases.answer_links import ANSWER_LINKS
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import AnswerLink
from landsea.cases.tests.test_somebody_there import ADDRESS, RAIL, give_address
from landsea.talks.actions.arrange import agree_time, offer_times
from landsea.talks.models import Talk, TalkState

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world):
    """A case at a desk that nobody has an account of."""
    give_address(world)
    return world.file(**RAIL).case


@pytest.fixture
def desk(client, case) -> Client:
    """A browser in which the mailed link was opened."""
    secret = ANSWER_LINKS.secret_of(AnswerLink.objects.get(case=case).nonce)
    client.get(reverse("answer_link", args=[secret]))
    return client


def test_the_desk_offers_times_the_filer_agrees_and_both_have_it_in_their_calendars(desk, case):
    address = reverse("answer_talk", args=[case.ref])
    assert f'href="{address}"' in desk.get(reverse("answer", args=[case.ref])).content.decode()
    page = desk.get(address)
    assert page.status_code == 200 and reverse("answer", args=[case.ref]) in page.content.decode()
    times = [one.value for one in page.context["suggested"]][:2]
    assert desk.post(address, {"act": "offer", "times": times, "minutes": "30", "key": "a"}).status_code == 302
    entry = list(list_entries(name_stream(case)))[-1]
    assert entry.act == "offer_times" and entry.actor.startswith("contact:") and entry.facts["by_link"] is True
    talk = Talk.objects.get()
    agree_time(make_filer(case.pk), case.ref, talk.times[0], call_link="+86 23 000", now=timezone.now())
    mail = Delivery.objects.get(template="talk_agreed_office", address=ADDRESS)
    [event] = Calendar.from_ical(mail.facts["calendar"]).walk("VEVENT")
    assert str(event["URL"]).endswith(reverse("answer", args=[case.ref])) and "/a/" in render_words(mail)[1]


def test_the_desk_agrees_and_gets_its_own_calendar_entry_too(desk, case):
    later = timezone.now().replace(microsecond=0) + timedelta(days=2)
    offer_times(make_filer(case.pk), case.ref, [later], minutes=30, now=timezone.now())
    offered = Delivery.objects.get(template="talk_offered_office", address=ADDRESS)
    assert "METHOD:REQUEST" in offered.facts["calendar"]
    address = reverse("answer_talk", args=[case.ref])
    sent = {"act": "agree", "at": later.isoformat(), "call_link": "+86 23 000", "key": "b"}
    assert desk.post(address, sent).status_code == 302
    assert Talk.objects.get().state == TalkState.AGREED
    assert Delivery.objects.filter(template="talk_agreed_office", address=ADDRESS).count() == 1
    assert desk.post(address, {"act": "cancel", "reason": "The train is late.", "key": "c"}).status_code == 302
    assert Talk.objects.get().state == TalkState.CANCELLED


def test_without_the_link_there_is_no_such_page(case, world):
    address = reverse("answer_talk", args=[case.ref])
    for browser in (Client(), world.client("holder"), world.client("stranger")):
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"act": "cancel", "reason": "x"}).status_code == 404


def test_of_another_case_the_link_arranges_nothing(desk, case, world):
    other = world.file(**RAIL).case
    assert desk.get(reverse("answer_talk", args=[other.ref])).status_code == 404


def test_nobody_fills_the_other_side_s_inbox_by_a_link(desk, case, monkeypatch):
    monkeypatch.setattr(acts_by_link, "ACTS_BY_LINK", Limit(1, 3600))
    address = reverse("answer_talk", args=[case.ref])
    times = [one.value for one in desk.get(address).context["suggested"]]
    first, over = (
        desk.post(address, {"act": "offer", "times": times[:most], "minutes": "30", "words": "By video?", "key": key})
        for most, key in ((2, "a"), (3, "b"))
    )
    assert (first.status_code, over.status_code) == (302, 429)
    assert len(Talk.objects.get().times) == 2 and "By video?" in over.content.decode()


def test_neither_side_of_a_case_shuts_the_other_out(desk, filer, case, monkeypatch):
    monkeypatch.setattr(acts_by_link, "ACTS_BY_LINK", Limit(1, 3600))
    for browser, name in ((filer, "mailbox_talk"), (desk, "answer_talk")):
        address = reverse(name, args=[case.ref])
        times = [one.value for one in browser.get(address).context["suggested"]][:2]
        sent = browser.post(address, {"act": "offer", "times": times, "minutes": "30", "key": name})
        assert sent.status_code != 429
