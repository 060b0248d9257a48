"""The page of a talk for either side: what it leads through, in whose language, what it keeps, and whom it is shut to."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.talks.actions.arrange import agree_time
from landsea.talks.tests.test_talks import offered

pytestmark = pytest.mark.django_db


def test_both_pages_lead_through_a_talk(world, case, filer):
    desk, address = world.client("holder"), reverse("case_talk", args=[case.ref])
    page = desk.get(address).content.decode()
    assert "Times within the working hours of both sides" in page and "Laos" in page
    suggested = desk.get(address).context["suggested"]
    typed = {"act": "offer", "times": [suggested[0].value, suggested[1].value], "minutes": "45", "key": "a"}
    assert desk.post(address, typed, follow=True).status_code == 200
    assert "You offer" in desk.get(address).content.decode()

    mailbox = reverse("mailbox", args=[case.ref])
    assert "The other side offers times for a talk." in filer.get(mailbox).content.decode()
    mine = reverse("mailbox_talk", args=[case.ref])
    chosen = filer.get(mine).context["shown"].times[0].value
    done = filer.post(mine, {"act": "agree", "at": chosen, "call_link": "+856 20", "key": "b"}, follow=True)
    assert "The talk is agreed." in done.content.decode() and "+856 20" in done.content.decode()
    assert "Talk agreed:" in desk.get(reverse("case", args=[case.ref])).content.decode()
    assert "Change or call off" in filer.get(mailbox).content.decode()


def test_the_page_is_in_the_readers_language_and_a_long_link_does_not_widen_a_phones_page(
    world, case, holder, of_filer, filer
):
    page = world.client("holder").get(reverse("case_talk", args=[case.ref]), {"lang": "vi"}).content.decode()
    assert "30 phút" in page and "30 minutes" not in page
    later = timezone.now() + timedelta(days=2)
    offered(holder, case, [later], now=timezone.now())
    link = "https://meet.example/" + "x" * 200
    agree_time(of_filer, case.ref, later, call_link=link, now=timezone.now())
    mailbox = filer.get(reverse("mailbox", args=[case.ref])).content.decode()
    assert f'href="{link}"' in mailbox and "Open the call" in mailbox


def test_a_refusal_keeps_what_was_typed(world, case):
    desk, address = world.client("holder"), reverse("case_talk", args=[case.ref])
    page = desk.post(address, {"act": "offer", "minutes": "60", "words": "Bring the papers.", "another": "tomorrow"})
    assert page.status_code == 409 and "Write the time as" in page.content.decode()
    assert "Bring the papers." in page.content.decode() and 'value="tomorrow"' in page.content.decode()
    soon = desk.get(address).context["suggested"][0].value
    kept = desk.post(address, {"act": "offer", "times": [soon], "another": "2020-01-01T10:00", "minutes": "30"})
    assert kept.status_code == 409 and f'value="{soon}" checked' in kept.content.decode()


@pytest.mark.parametrize("part", ["stranger", "other_holder", "operator", "observer"])
def test_nobody_else_sees_or_arranges_a_talk(world, case, part):
    address = reverse("case_talk", args=[case.ref])
    assert world.client(part).get(address).status_code == 404
    assert world.client(part).post(address, {"act": "offer"}).status_code == 404


def test_an_observer_reads_a_case_of_their_country_and_no_talk(world):
    seen = world.file(filer_country="VN").case
    browser, address = world.client("observer"), reverse("case_talk", args=[seen.ref])
    assert browser.get(reverse("case", args=[seen.ref])).status_code == 200
    assert browser.get(address).status_code == 403 and browser.post(address, {"act": "offer"}).status_code == 403


def test_a_mailbox_that_was_not_opened_shows_no_talk(world, case):
    assert world.client().get(reverse("mailbox_talk", args=[case.ref])).status_code == 404
