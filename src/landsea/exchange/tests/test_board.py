"""Putting entries on the board, finding them, what fits them; reports and removal."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.exchange import access
from landsea.exchange.actions.moderate import (
    REPORTS_THAT_HOLD,
    hold_listing,
    remove_listing,
    report_listing,
    show_listing,
)
from landsea.exchange.actions.post import MOST_FROM_ONE_NETWORK, post_listing, withdraw_listing
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import Listing
from landsea.exchange.tests.making import event, posting, shown

pytestmark = pytest.mark.django_db


def test_a_business_entry_waits_for_a_look_and_a_desk_s_is_shown_at_once(world, now):
    waiting, _ = post_listing(world.actor("anonymous"), posting(), network="n", now=now)
    assert (waiting.state, waiting.desk) == ("waiting", world.border)
    assert access.find_listings(access.Query(), now) == []
    own, _ = post_listing(world.actor("other_holder"), posting(), network="n", now=now)
    assert (own.state, own.desk) == ("shown", world.border)


def test_the_same_form_twice_is_one_entry(world, now):
    wanted = posting()
    assert post_listing(world.actor("anonymous"), wanted, network="n", now=now) == post_listing(
        world.actor("anonymous"), wanted, network="n", now=now
    )


def test_a_flood_of_entries_is_refused(world, now):
    for _ in range(MOST_FROM_ONE_NETWORK):
        post_listing(world.actor("anonymous"), posting(), network="n", now=now)
    with pytest.raises(Refused, match="send it tomorrow"):
        post_listing(world.actor("anonymous"), posting(), network="n", now=now)
    post_listing(world.actor("anonymous"), posting(), network="n", now=now + timedelta(days=1, minutes=1))


def test_who_put_it_there_is_shown_to_its_desk_only(client, world, now):
    listing, _contact = shown(world, now)
    address = f"/exchange/{listing.pk}/"
    for browser in (client, world.client("stranger"), world.client("holder"), world.client("clerk")):
        assert "Zyxbrewery" not in page_of(browser.get(address)) and "brewery@demo" not in page_of(browser.get(address))
    assert "Zyxbrewery" in page_of(world.client("other_holder").get(address))
    assert access.find_listings(access.Query(words="Zyxbrewery"), now) == [], "nor found by it"


def test_what_fits_comes_with_its_reasons(client, world, now):
    offer, _ = shown(world, now)
    wish, _ = shown(
        world,
        now,
        kind="goods_wanted",
        country="CN",
        hs=("2203",),
        titles={"en": "Beer wanted in Chongqing"},
        languages=("zh", "en"),
        email="importer@demo.example.org",
    )
    [(found, fit)] = access.list_matches(offer, now)
    assert found == wish and [reason.code for reason in fit.reasons] == ["goods", "sector", "country", "language"]
    page = page_of(client.get(f"/exchange/{offer.pk}/"))
    assert "Beer wanted in Chongqing" in page and "the same goods: HS 2203" in page and "English" in page


def test_the_checklist_of_its_goods_is_one_press_away(client, world, now):
    offer, _ = shown(world, now)
    page = page_of(client.get(f"/exchange/{offer.pk}/"))
    assert "What HS 220300 (beer, beer cans) needs from Vietnam into China" in page
    address = "/rules/checklist/?purpose=sell&amp;goods=220300&amp;origin=VN&amp;destination=CN"
    assert address in page and client.get(address.replace("&amp;", "&")).status_code == 200


def test_one_finds_by_word_country_and_kind(world, now):
    beer, _ = shown(world, now)
    shown(world, now, titles={"en": "Tyres"}, hs=("4011",), country="CN", for_countries=(), sectors=())
    find = lambda **about: access.find_listings(access.Query(**about), now)  # noqa: E731
    assert find(words="rice bee") == [beer] and find(country="VN") == [beer]
    assert find(sector="food_agriculture") == [beer] and len(find(group="goods")) == 2 and find(group="travel") == []


def test_three_networks_hold_an_entry_and_one_alone_does_not(world, now):
    listing, _ = shown(world, now)
    for _ in range(5):
        assert not report_listing(world.actor("anonymous"), listing.pk, "fraud", "", network="same", now=now)
    held = [
        report_listing(world.actor("anonymous"), listing.pk, "fraud", "", network=f"n{number}", now=now)
        for number in range(REPORTS_THAT_HOLD - 1)
    ]
    assert held == [False, True]
    with pytest.raises(Http404):
        access.find_listing(world.actor("anonymous"), listing.pk)
    show_listing(world.actor("other_holder"), listing.pk, now=now)
    assert not listing.reports.filter(handled_at=None).exists(), "showing it again answers the reports"


def test_removal_needs_a_reason_which_its_owner_reads(client, world, now):
    listing, contact = shown(world, now)
    with pytest.raises(Refused, match="Give a reason"):
        remove_listing(world.actor("coordinator"), listing.pk, " ", now=now)
    remove_listing(world.actor("coordinator"), listing.pk, "It is an advertisement.", now=now)
    assert client.get(f"/exchange/{listing.pk}/").status_code == 404
    assert "It is an advertisement." in page_of(client.get(f"/exchange/mine/{BOARD_LINKS.secret_of(contact.nonce)}"))
    assert Delivery.objects.filter(template="exchange_removed").count() == 1
    with pytest.raises(Refused, match="taken off"):
        show_listing(world.actor("coordinator"), listing.pk, now=now)


@pytest.mark.parametrize("part", ["holder", "stranger", "clerk", "observer"])
@pytest.mark.parametrize("reason", ["Why", ""])
def test_other_desks_do_not_decide(world, now, part, reason):
    listing, _ = shown(world, now)
    with pytest.raises(PermissionDenied):
        hold_listing(world.actor(part), listing.pk, reason, now=now)


def test_another_desk_is_refused_before_its_reason_is_asked_for(world, now):
    listing, _ = shown(world, now)
    for what in ("show", "hold", "remove"):
        assert world.client("holder").post(f"/exchange/{listing.pk}/do/{what}").status_code == 403


def test_its_owner_takes_it_off(client, world, now):
    listing, contact = shown(world, now)
    assert client.post(f"/exchange/mine/{BOARD_LINKS.secret_of(contact.nonce)}/withdraw").status_code == 302
    assert Listing.objects.get(pk=listing.pk).state == "withdrawn"
    withdraw_listing(contact, now=now)
    assert client.get("/exchange/mine/" + "x" * 43).status_code == 404


TYPED = {
    "kind": "goods_offered",
    "title": "Coffee",
    "text": "Arabica.",
    "hs": "0901",
    "languages": ["lo", "en"],
    "firm": "Demo Coffee",
    "name": "Demo",
    "email": "coffee@demo.example.org",
    "country": "LA",
    "phone": "",
}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"hs": "12345"}, "is no HS code"),
        ({"hs": "zxqw"}, "No goods are known as “zxqw”"),
        ({"hs": ""}, "Name the goods"),
        ({"title": ""}, "in a line"),
        ({"email": "me"}, "name@example.org"),
        ({"country": "FR"}, "twelve countries"),
        ({"kind": "scholarship"}, "Select a valid choice"),
    ],
)
def test_what_does_not_fit_gets_a_sentence_and_keeps_what_was_typed(client, world, changes, sentence):
    response = client.post("/exchange/new/", TYPED | {"form_key": str(uuid.uuid4())} | changes)
    assert response.status_code == 422 and sentence in page_of(response).replace("&#x27;", "'")
    assert "Arabica." in page_of(response) and not Listing.objects.exists()


def test_posting_in_the_browser_ends_on_the_owner_s_secret_page(client, world):
    page = page_of(client.post("/exchange/new/", TYPED | {"form_key": str(uuid.uuid4())}, follow=True))
    assert "waits for a person to look at it" in page and "/exchange/mine/" in page
    assert Listing.objects.get().languages == ["lo", "en"]


def test_before_the_second_factor_an_officer_posts_as_any_visitor(world):
    """A new account posted a fair in its desk's name, and it was shown at once."""
    browser = world.client("holder")
    browser.post("/exchange/new/", TYPED | {"form_key": str(uuid.uuid4())})
    world.people["holder"].authenticator_set.all().delete()
    browser.post("/exchange/new/", TYPED | {"form_key": str(uuid.uuid4())})
    told = Listing.objects.order_by("pk").values_list("state", "posted_by")
    assert list(told) == [("shown", world.people["holder"].pk), ("waiting", None)]


def test_goods_are_named_in_the_firm_s_own_words(client, world):
    """Whoever sells coffee need not know its code."""
    client.post("/exchange/new/", TYPED | {"form_key": str(uuid.uuid4()), "hs": "ກາເຟ"}, follow=True)
    assert Listing.objects.get().hs == ["090111"]


def test_languages_are_ticked_by_their_own_names(client, world):
    """Nobody has to know a code of one."""
    page = page_of(client.get("/exchange/new/", headers={"accept-language": "lo"}))
    assert 'name="languages" value="zh"' in page and "中文" in page and "Tiếng Việt" in page


def test_mails_carry_a_title_and_a_link_and_no_name(world, now):
    shown(world, now)
    for delivery in Delivery.objects.all():
        said = " ".join(render_words(delivery))
        assert "Zyx" not in said and "http" in said


@pytest.mark.parametrize("page", ["exchange_new", "listing_register"])
def test_who_is_signed_in_types_neither_name_nor_address_anew(world, now, page):
    listing = event(world, now)
    officer, user = world.client("other_holder"), world.people["other_holder"]
    form = officer.get(reverse(page, args=[listing.pk] if page == "listing_register" else [])).context["form"]
    assert form.initial["name"] == user.name and form.initial["email"] == user.email
    assert form.initial["country"] == world.border.office.country and form.initial["firm"]


def test_a_stranger_finds_the_form_empty(client, world):
    form = client.get(reverse("exchange_new")).context["form"]
    assert set(form.initial) == {"form_key", "kind"}


def test_an_officer_says_where_an_event_is_held_and_that_it_is_shown_at_once(world, now):
    officer = world.client("other_holder")
    page = officer.get(reverse("exchange_new"))
    assert "A person looks at it before" not in page.content.decode()
    typed = {key: value for key, value in page.context["form"].initial.items() if value}
    day = (now + timedelta(days=30)).date().isoformat()
    typed |= {"kind": "forum", "title": "Forum", "starts": day, "place_text": "Hall 2, Mong Cai"}
    officer.post(reverse("exchange_new"), typed)
    listing = Listing.objects.get(kind="forum", code=None)
    assert listing.place_text == "Hall 2, Mong Cai"
    assert "Hall 2, Mong Cai" in officer.get(reverse("listing", args=[listing.pk])).content.decode()


def test_goods_are_called_by_name_and_countries_are_no_route(client, world, now):
    listing, _contact = shown(world, now)
    page = page_of(client.get(reverse("listing", args=[listing.pk])))
    assert "beer, beer cans (HS 220300)" in page and "What HS 220300 (beer, beer cans) needs" in page
    assert "<dt>Countries</dt>" in page and "<dt>Where</dt>" not in page
