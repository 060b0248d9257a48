"""The words of an entry are changed by whoever put it there: what is shown then, what is kept, who is told."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.directory.models import Appointment
from landsea.exchange import access
from landsea.exchange.actions import reword
from landsea.exchange.actions.moderate import hold_listing, show_listing
from landsea.exchange.actions.post import post_listing, withdraw_listing
from landsea.exchange.actions.reword import reword_listing
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.stream import name_listing_stream
from landsea.exchange.tests.making import posting, shown

pytestmark = pytest.mark.django_db


def told(listing):
    return Delivery.objects.filter(template="exchange_to_look_at", stream=name_listing_stream(listing.pk)).count()


def test_new_words_wait_for_a_look_and_nobody_is_told_twice(world, now):
    listing, contact = shown(world, now)
    before = told(listing)
    for number in range(3):
        at = now + timedelta(minutes=number)
        changed = reword_listing(contact, "Rice beer, 330 ml", f"Twelve containers ({number}).", now=at)
    assert changed.state == "waiting" and access.find_listings(access.Query(), now) == []
    assert told(listing) == 2 * before, "once when it was posted, once when it was changed"
    show_listing(world.actor("coordinator"), listing.pk, now=now + timedelta(hours=1))
    assert [row.pk for row in access.find_listings(access.Query(words="330"), now)] == [listing.pk]
    assert access.find_listings(access.Query(words="highlands"), now) == [], "nor found by the old words"
    entries = Entry.objects.filter(stream=name_listing_stream(listing.pk), act="reword").order_by("position")
    assert entries[0].facts == {"language": "en", "changed": ["title", "text"]}, "no words, which nobody could erase"
    assert entries[1].facts["changed"] == ["text"]
    assert [one.actor for one in entries] == ["owner"] * 3


def test_the_same_words_again_change_nothing(world, now):
    listing, contact = shown(world, now)
    changed = reword_listing(contact, " Rice beer from the highlands ", "Ten containers a month.", now=now)
    assert changed.state == "shown" and not Entry.objects.filter(act="reword").exists()


def test_a_desk_s_own_words_are_shown_at_once_and_what_is_held_stays_held(world, now):
    own, contact = post_listing(world.actor("other_holder"), posting(), network="", now=now)
    assert reword_listing(contact, "Rice beer", "", now=now).state == "shown"
    own.refresh_from_db()
    assert own.titles == {"en": "Rice beer"} and own.texts == {} and told(own) == 0
    listing, contact = shown(world, now, email="second@demo.example.org")
    hold_listing(world.actor("coordinator"), listing.pk, "Which beer?", now=now)
    before = told(listing)
    assert reword_listing(contact, "Rice beer of 4.5 %", "x", now=now).state == "held" and told(listing) == before


def test_whoever_left_the_desk_speaks_for_it_no_more(world, now):
    own, contact = post_listing(world.actor("other_holder"), posting(), network="", now=now)
    Appointment.objects.filter(user=own.posted_by).update(ends_at=now + timedelta(days=1))
    later = now + timedelta(days=2)
    assert reword_listing(contact, "Rice beer, half price", "", now=later).state == "waiting" and told(own)


def test_what_is_off_the_board_or_changed_too_often_is_refused(world, now, monkeypatch):
    listing, contact = shown(world, now)
    monkeypatch.setattr(reword, "CHANGES", reword.Limit(1, 3600))
    reword_listing(contact, "One", "", now=now)
    with pytest.raises(Refused, match="within the hour"):
        reword_listing(contact, "Two", "", now=now)
    withdraw_listing(contact, now=now)
    with pytest.raises(Refused, match="off the board"):
        reword_listing(contact, "Three", "", now=now)
    listing.refresh_from_db()
    assert listing.titles == {"en": "One"}


def test_the_owner_s_page_changes_them_and_nothing_typed_is_lost(client, world, now):
    listing, contact = shown(world, now)
    secret = BOARD_LINKS.secret_of(contact.nonce)
    page, address = reverse("exchange_mine", args=[secret]), reverse("exchange_mine_words", args=[secret])
    assert 'value="Rice beer from the highlands"' in page_of(client.get(page))
    refused = client.post(address, {"title": "", "text": "Typed and kept"})
    assert refused.status_code == 422 and "Typed and kept" in page_of(refused)
    done = client.post(address, {"title": "Bia gạo 330 ml", "text": "Mười hai công-ten-nơ."}, follow=True)
    assert "Bia gạo 330 ml" in page_of(done) and "A person looks at them before they are shown" in page_of(done)
    assert client.get(address).status_code == 405
    assert client.post(reverse("exchange_mine_words", args=["x" * 43]), {"title": "x"}).status_code == 404


def test_what_changed_while_a_person_looked_is_not_shown_before_they_read_it(world, now):
    listing, contact = post_listing(world.actor("anonymous"), posting(), network="n", now=now)
    client = world.client("coordinator")
    page, act = f"/exchange/{listing.pk}/", reverse("listing_moderate", args=[listing.pk, "show"])
    read = re.search(r'name="seen" value="(\w{32})"', page_of(client.get(page))).group(1)
    reword_listing(contact, "Send money to this account", "", now=now)
    refused = client.post(act, {"seen": read})
    assert refused.status_code == 422 and "Send money to this account" in page_of(refused)
    assert access.find_listings(access.Query(), now) == []
    read = re.search(r'name="seen" value="(\w{32})"', page_of(refused)).group(1)
    assert client.post(act, {"seen": read}).status_code == 302
    assert [row.pk for row in access.find_listings(access.Query(), now)] == [listing.pk]
