"""Introductions go through desks: nothing is shown before all agreed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.exchange import access
from landsea.exchange.actions import moderate
from landsea.exchange.actions.ask_for_introduction import MOST_FROM_ONE_NETWORK, MOST_OPEN, ask_for_introduction
from landsea.exchange.actions.introduce import agree_to_meet, decline_as_owner, decline_introduction, vouch_for_side
from landsea.exchange.actions.outcome import ask_for_outcomes, record_outcome
from landsea.exchange.actions.post import withdraw_listing
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import Introduction
from landsea.exchange.tests.making import asking, event, shown

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def offer(world, now):
    return shown(world, now)


@pytest.fixture
def asked(world, offer, now):
    return ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(), network="n", now=now)


def introduced(world, offer, introduction, now):
    vouch_for_side(world.actor("holder"), introduction.pk, now=now)
    vouch_for_side(world.actor("other_holder"), introduction.pk, now=now)
    return agree_to_meet(offer[1], introduction.pk, now=now)


def pages(client, offer, introduction):
    mine = page_of(client.get(f"/exchange/mine/{BOARD_LINKS.secret_of(offer[1].nonce)}"))
    other = page_of(client.get(f"/exchange/asked/{BOARD_LINKS.secret_of(introduction.nonce)}"))
    return mine, other


def test_contacts_are_shown_when_all_four_agreed_and_not_before(client, world, offer, asked, now):
    steps = [
        lambda: None,
        lambda: vouch_for_side(world.actor("holder"), asked.pk, now=now),
        lambda: agree_to_meet(offer[1], asked.pk, now=now),
    ]
    for step in steps:
        step()
        mine, other = pages(client, offer, asked)
        assert "importer1@demo.example.org" not in mine and "brewery@demo.example.org" not in other
    vouch_for_side(world.actor("other_holder"), asked.pk, now=now)
    mine, other = pages(client, offer, asked)
    assert "importer1@demo.example.org" in mine and "brewery@demo.example.org" in other
    assert {"exchange_introduced", "exchange_introduced_owner"} <= set(
        Delivery.objects.values_list("template", flat=True)
    )


def test_the_owner_learns_of_it_after_the_asker_s_desk_has_vouched(client, world, offer, asked, now):
    assert "Zyximporter" not in pages(client, offer, asked)[0]
    with pytest.raises(PermissionDenied):
        agree_to_meet(offer[1], asked.pk, now=now)
    vouch_for_side(world.actor("holder"), asked.pk, now=now)
    assert "Zyximporter" in pages(client, offer, asked)[0]


@pytest.mark.parametrize("who", ["owner", "asker_desk", "owner_desk"])
def test_each_of_three_may_decline_and_the_asker_does_not_learn_who(client, world, offer, asked, now, who):
    vouch_for_side(world.actor("holder"), asked.pk, now=now)
    if who == "owner":
        decline_as_owner(offer[1], asked.pk, now=now)
    else:
        part = "holder" if who == "asker_desk" else "other_holder"
        with pytest.raises(Refused, match="Say why"):
            decline_introduction(world.actor(part), asked.pk, "", now=now)
        decline_introduction(world.actor(part), asked.pk, "Zyxreason", now=now)
    other = pages(client, offer, asked)[1]
    assert "did not come about" in other and "Zyxreason" not in other and "brewery@" not in other
    with pytest.raises(Refused, match="already"):
        agree_to_meet(offer[1], asked.pk, now=now)


@pytest.mark.parametrize("take_off", ["remove_listing", "hold_listing", "withdraw"])
def test_an_entry_off_the_board_leads_to_nobody_any_more(client, world, offer, asked, now, take_off):
    vouch_for_side(world.actor("holder"), asked.pk, now=now)
    vouch_for_side(world.actor("other_holder"), asked.pk, now=now)
    if take_off == "withdraw":
        withdraw_listing(offer[1], now=now)
    else:
        getattr(moderate, take_off)(world.actor("coordinator"), offer[0].pk, "It is a fraud.", now=now)
    with pytest.raises(Refused, match="off the board"):
        agree_to_meet(offer[1], asked.pk, now=now)
    assert "importer1@demo.example.org" not in pages(client, offer, asked)[0]
    decline_as_owner(offer[1], asked.pk, now=now)


def test_nobody_vouches_for_what_was_declined_and_twice_is_once(world, offer, asked, now):
    other = ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(2), network="n", now=now)
    decline_introduction(world.actor("other_holder"), asked.pk, "We do not know the firm.", now=now)
    with pytest.raises(Refused, match="declined already"):
        vouch_for_side(world.actor("holder"), asked.pk, now=now)
    assert not Delivery.objects.filter(template="exchange_wants_to_meet").exists()
    introduced(world, offer, other, now)
    assert vouch_for_side(world.actor("holder"), other.pk, now=now).stage == "introduced"


def test_other_desks_see_nothing_of_it(world, asked):
    for part in ("head", "clerk", "stranger", "observer"):
        actor = world.actor(part)
        if not actor.desks & {asked.asker_desk_id, asked.owner_desk_id}:
            with pytest.raises(Http404):
                access.find_introduction(actor, asked.pk)


def test_the_same_form_twice_is_one_and_the_same_person_asks_once(world, offer, now):
    form = asking()
    first = ask_for_introduction(world.actor("anonymous"), offer[0].pk, form, network="n", now=now)
    assert ask_for_introduction(world.actor("anonymous"), offer[0].pk, form, network="n", now=now) == first
    with pytest.raises(Refused, match="asked for this introduction before"):
        ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(), network="n", now=now)


def test_who_asks_everybody_is_stopped(world, now):
    listings = [shown(world, now, email=f"b{n}@demo.example.org")[0] for n in range(MOST_OPEN + 1)]
    for listing in listings[:MOST_OPEN]:
        ask_for_introduction(world.actor("anonymous"), listing.pk, asking(), network="", now=now)
    with pytest.raises(Refused, match="still open"):
        ask_for_introduction(world.actor("anonymous"), listings[-1].pk, asking(), network="", now=now)


def test_one_network_under_many_names_is_stopped_too(world, offer, now):
    for number in range(MOST_FROM_ONE_NETWORK):
        ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(number), network="n", now=now)
    with pytest.raises(Refused, match="still open"):
        ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(99), network="n", now=now)


def test_nobody_is_met_through_a_scholarship_or_through_one_s_own_entry(world, offer, now):
    with pytest.raises(Refused, match="Its source"):
        ask_for_introduction(world.actor("anonymous"), event(world, now).pk, asking(), network="n", now=now)
    with pytest.raises(Refused, match="your own entry"):
        ask_for_introduction(
            world.actor("anonymous"), offer[0].pk, asking(email="Brewery@demo.example.org"), network="n", now=now
        )


def test_after_ninety_days_both_desks_are_asked_once(world, offer, asked, now):
    introduced(world, offer, asked, now)
    assert ask_for_outcomes(now + 89 * DAY) == 0
    assert ask_for_outcomes(now + 90 * DAY) == 1 and ask_for_outcomes(now + 91 * DAY) == 0
    assert Delivery.objects.filter(template="exchange_outcome").count() == 2


def test_an_outcome_is_recorded_of_what_was_introduced_and_counted(world, offer, asked, now):
    with pytest.raises(Refused, match="not been introduced"):
        record_outcome(world.actor("holder"), asked.pk, "deal", now=now)
    introduced(world, offer, asked, now)
    with pytest.raises(Refused, match="Choose"):
        record_outcome(world.actor("holder"), asked.pk, "riches", now=now)
    record_outcome(world.actor("other_holder"), asked.pk, "deal", now=now)
    assert access.count_outcomes() == {"deal": None, "talks": None, "nothing": 0, "introduced": None}
    assert list(find_broken_entries()) == []


def test_small_outcomes_are_hidden_also_by_difference(world, offer, now):
    for number in range(16):
        one = ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(number), network="", now=now)
        introduced(world, offer, one, now)
        record_outcome(
            world.actor("holder"), one.pk, "deal" if number < 3 else "talks" if number < 9 else "nothing", now=now
        )
    assert access.count_outcomes() == {"deal": None, "talks": None, "nothing": 7, "introduced": 16}


def test_two_small_outcomes_do_not_follow_from_the_sum(world, offer, now):
    for number in range(12):
        one = ask_for_introduction(world.actor("anonymous"), offer[0].pk, asking(number), network="", now=now)
        introduced(world, offer, one, now)
        record_outcome(world.actor("holder"), one.pk, {0: "deal", 1: "talks"}.get(number, "nothing"), now=now)
    assert access.count_outcomes() == {"deal": None, "talks": None, "nothing": 10, "introduced": None}, (
        "12 - 10 = 1 + 1"
    )


def test_no_mail_tells_a_name_or_an_address_of_the_other(world, offer, asked, now):
    introduced(world, offer, asked, now)
    for delivery in Delivery.objects.all():
        said = " ".join(render_words(delivery))
        assert "Zyx" not in said and "importer1@" not in said and "brewery@" not in said


def test_in_the_browser_the_desks_vouch_and_the_owner_agrees(client, world, offer, asked):
    address = f"/exchange/introductions/{asked.pk}/"
    assert world.client("clerk").get(address).status_code == 403
    for part in ("holder", "other_holder"):
        page = page_of(world.client(part).post(f"{address}vouch", follow=True))
        assert "Our desk vouches" not in page
    mine = f"/exchange/mine/{BOARD_LINKS.secret_of(offer[1].nonce)}"
    assert "I want to meet" in page_of(client.get(mine))
    assert "importer1@demo.example.org" in page_of(client.post(f"{mine}/{asked.pk}", {"answer": "yes"}, follow=True))
    assert Introduction.objects.get(pk=asked.pk).stage == "introduced"
    other = client.post(f"{mine}/{asked.pk + 1}", {"answer": "yes"})
    assert other.status_code == 404


def test_a_desk_finds_in_its_queue_what_waits_for_it(world, offer, asked, now):
    def queue_says(who):
        return "1 introduction waits for your desk" in page_of(world.client(who).get("/queue/"))

    assert queue_says("holder") and queue_says("other_holder") and not queue_says("coordinator")
    vouch_for_side(world.actor("holder"), asked.pk, now=now)
    assert not queue_says("holder") and queue_says("other_holder")
    vouch_for_side(world.actor("other_holder"), asked.pk, now=now)
    agree_to_meet(offer[1], asked.pk, now=now)
    assert not queue_says("other_holder")
    Introduction.objects.update(ended_at=now - 91 * DAY)
    assert queue_says("holder") and queue_says("other_holder"), "what came of it is asked"
