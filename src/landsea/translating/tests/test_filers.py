"""Filers by secret link: what they may translate, and whose words they may not write over."""

import pytest
from django.http import Http404
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.base.limits.spending import Limit
from landsea.base.refusal import Refused
from landsea.base.ui import acts_by_link
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.translating.actions.offer import offer_translation
from landsea.translating.models import TextTranslation
from landsea.translating.tests.test_translations import LAO, NOW, offer
from landsea.translating.translation_finding import describe_source


@pytest.fixture
def mailbox(client, case):
    """A browser that has opened the secret link of the case."""
    link = FilerLink.objects.get(case=case)
    client.get(reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(link.nonce)]))
    return client


def test_a_filer_offers_a_translation_of_a_message_of_their_case(mailbox, case, message):
    address = reverse("mailbox_translate", args=[case.ref, "message", message.pk])
    assert address in mailbox.get(reverse("mailbox", args=[case.ref])).content.decode()
    assert "云A12345" in mailbox.get(address).content.decode()
    assert mailbox.post(address, {"language": "lo", "text": LAO.replace("3", "5")}).status_code == 422
    assert mailbox.post(address, {"language": "lo", "text": LAO}).status_code == 302
    row = TextTranslation.objects.get()
    assert (row.text, row.by_id, row.by_filer, row.office_id, row.case_id) == (LAO, None, True, None, case.pk)
    assert describe_source(row) == "Translated by whoever filed the case, not official", (
        "a desk's words, but not by the desk"
    )


def test_words_of_people_whose_accounts_are_gone_stop_no_filer(case, message):
    """Two of them once spoke for no office: their rows have neither a person nor an office now."""
    filer = Actor(filer_case=case.pk)
    kept = offer_translation(filer, "message", str(message.pk), language="lo", text=LAO, now=NOW)
    for _number in range(2):
        kept.pk, kept.by_filer = None, False
        kept.save(force_insert=True)
    offer_translation(filer, "message", str(message.pk), language="lo", text=LAO, now=NOW)
    assert TextTranslation.objects.filter(by_filer=True).count() == 1


def test_nobody_else_comes_in_by_it_and_only_words_of_the_case_are_there(client, mailbox, world, case, message):
    other = world.file(filer_country="LA", language="lo").case
    assert mailbox.get(reverse("mailbox_translate", args=[other.ref, "message", message.pk])).status_code == 404
    assert mailbox.get(reverse("mailbox_translate", args=[case.ref, "filing", other.ref])).status_code == 404
    assert mailbox.get(reverse("mailbox_translate", args=[case.ref, "rule", "M001"])).status_code == 404
    with pytest.raises(Http404):
        offer_translation(Actor(filer_case=other.pk), "message", str(message.pk), language="lo", text=LAO, now=NOW)


def test_a_filer_writes_over_their_own_words_and_over_no_desk_s(mailbox, world, case, message):
    filer = Actor(filer_case=case.pk)
    for _turn in range(2):
        offer_translation(filer, "message", str(message.pk), language="lo", text=LAO, now=NOW)
    offer(world.actor("holder"), message)
    with pytest.raises(Refused) as refused:
        offer_translation(filer, "message", str(message.pk), language="lo", text=LAO, now=NOW)
    assert refused.value.code == "by_office"


def test_a_link_brings_so_many_translations_an_hour(mailbox, case, message, monkeypatch):
    monkeypatch.setattr(acts_by_link, "ACTS_BY_LINK", Limit(1, 3600))
    address = reverse("mailbox_translate", args=[case.ref, "message", message.pk])
    assert mailbox.post(address, {"language": "lo", "text": LAO}).status_code == 302
    refused = mailbox.post(address, {"language": "lo", "text": f"{LAO} ."})
    assert refused.status_code == 429 and f"{LAO} ." in refused.content.decode(), "what was typed is still there"
    assert TextTranslation.objects.get().text == LAO


def test_a_filer_takes_back_their_own_words_and_nobody_else_s(mailbox, world, case, message):
    translate, back = (
        reverse(name, args=[case.ref, "message", message.pk])
        for name in ("mailbox_translate", "mailbox_translation_back")
    )
    mailbox.post(translate, {"language": "lo", "text": LAO})
    own = TextTranslation.objects.get()
    assert back in mailbox.get(translate).content.decode()
    assert mailbox.get(back).status_code == 405
    assert mailbox.post(back, {"translation": own.pk}).status_code == 302
    assert not TextTranslation.objects.exists()
    assert mailbox.post(back, {"translation": own.pk}).status_code == 302, "gone already: nothing to refuse"
    of_desk = offer(world.actor("holder"), message)
    assert back not in mailbox.get(translate).content.decode()
    assert mailbox.post(back, {"translation": of_desk.pk}).status_code == 403
    other = world.file(filer_country="LA", language="lo").case
    assert mailbox.post(reverse("mailbox_translation_back", args=[other.ref, "message", message.pk])).status_code == 404
