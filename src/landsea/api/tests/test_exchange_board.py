"""The board by program: an entry from its posting to its end, an introduction that all agree to, a place at an event."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from landsea.api.actions.answer_once import forget_old_answers
from landsea.api.tests.programs import Program, fits, program_of
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import Listing, Registration
from landsea.exchange.tests.business import business_world
from landsea.exchange.tests.making import event, shown

pytestmark = pytest.mark.django_db
ENTRY = {
    "kind": "goods_offered",
    "title": "Rice beer from the highlands",
    "text": "Ten containers a month.",
    "hs": "2203",
    "country": "VN",
    "firm": "Zyxbrewery Demo",
    "name": "Zyxname Demo",
    "email": "brewery@demo.example.org",
}
WISH = {
    "firm": "Zyximporter Demo",
    "name": "Zyxasker Demo",
    "email": "importer@demo.example.org",
    "country": "CN",
    "message": "We sell beer in Chongqing.",
    "consent": True,
}


@pytest.fixture
def world():
    """The world with chambers that vouch."""
    return business_world()


def test_an_entry_waits_for_a_look_is_shown_and_taken_back_by_its_secret(world):
    firm, once = Program(), str(uuid.uuid4())
    made = firm.post("/listings", ENTRY, once=once, status=201)
    assert firm.post("/listings", ENTRY, once=once, status=201) == made and Listing.objects.count() == 1
    fits(made, "PostedListing")
    own = f"/own-listings/{made['secret']}"
    assert made["made"]["state"] == "waiting" and made["page"].endswith(f"/exchange/mine/{made['secret']}")
    number, looks = made["made"]["listing"]["id"], program_of(world, "coordinator")
    Program().get(f"/listings/{number}", status=404)
    assert number in [one["listing"]["id"] for one in looks.get("/listings-to-look-at")["items"]]
    assert looks.post(f"/listings/{number}/show")["state"] == "shown"
    assert Program().get(f"/listings/{number}")["titles"] == {"en": ENTRY["title"]}
    assert firm.post(f"{own}/withdraw")["state"] == "withdrawn"
    Program().get(f"/listings/{number}", status=404)
    firm.get(f"/own-listings/{'x' * 43}", status=404)


def test_an_owner_changes_the_words_and_they_wait_for_a_look_again(world):
    listing, contact = shown(world, timezone.now())
    own = f"/own-listings/{BOARD_LINKS.secret_of(contact.nonce)}"
    changed = Program().post(f"{own}/words", {"title": "Rice beer, 330 ml", "text": "Twelve a month."})
    fits(changed, "OwnListing")
    assert changed["state"] == "waiting" and changed["listing"]["titles"] == {"en": "Rice beer, 330 ml"}
    assert Program().post(f"{own}/words", {"text": "No title"}, status=422)["faults"][0]["pointer"] == "/title"
    Program().post(f"{own}/withdraw")
    Program().post(f"{own}/words", {"title": "Anew"}, status=409)


def test_a_key_used_again_after_its_answer_is_forgotten_brings_back_nobody_s_secret(world):
    firm, once = Program(), str(uuid.uuid4())
    made = firm.post("/listings", ENTRY, once=once, status=201)
    forget_old_answers(timezone.now() + timedelta(days=2))
    other = firm.post("/listings", ENTRY | {"title": "Another firm's beer"}, once=once, status=201)
    assert other["secret"] != made["secret"] and Listing.objects.count() == 2
    forget_old_answers(timezone.now() + timedelta(days=2))
    again = firm.post("/listings", ENTRY, once=once, status=201)
    assert again["secret"] == made["secret"] and Listing.objects.count() == 2, "the same press, very late, is the same"


def test_what_is_missing_in_an_entry_is_named_and_nobody_posts_as_a_desk_without_one(world):
    told = Program().post("/listings", ENTRY | {"title": "", "hs": ""}, status=422)
    assert {one["pointer"] for one in told["faults"]} == {"/title", "/hs"}
    Program().post("/listings", ENTRY | {"kind": "trade_fair"}, status=422)
    Program().post("/desk-listings", ENTRY | {"kind": "trade_fair"}, status=401)
    starts = timezone.localdate() + timedelta(days=90)
    fair = ENTRY | {"kind": "trade_fair", "starts": f"{starts}", "ends": f"{starts + timedelta(days=3)}"}
    program_of(world, "stranger").post("/desk-listings", fair, status=403)
    program_of(world, "holder", "cases:read").post("/desk-listings", fair, status=403)
    made = program_of(world, "holder").post("/desk-listings", fair, status=201)
    assert made["made"]["state"] == "shown" and Program().get("/events")["items"][0]["starts"] == f"{starts}"


def test_a_key_of_an_officer_posts_as_anybody_where_no_scope_is_asked(world):
    assert program_of(world, "holder", "cases:read").post("/listings", ENTRY, status=201)["made"]["state"] == "waiting"


def test_two_are_introduced_once_all_agreed_and_read_each_other_s_address_then(world):
    listing, _contact = shown(world, timezone.now())
    asker, desks = Program(), program_of(world, "coordinator")
    made = asker.post(f"/listings/{listing.pk}/introductions", WISH, status=201)
    fits(made, "AskedIntroduction")
    own, [one] = f"/own-introductions/{made['secret']}", desks.get("/introductions")["items"]
    assert made["made"]["contact"] is None and one["asker"]["email"] == WISH["email"]
    through = f"/introductions/{one['id']}"
    while not (told := desks.get(through))["owner_desk_vouched"] or not told["asker_desk_vouched"]:
        desks.post(f"{through}/vouch")
    owner = f"/own-listings/{_secret_of(listing)}"
    assert [row["to_answer"] for row in asker.get(owner)["wishes"]] == [True]
    assert asker.get(owner)["wishes"][0]["contact"] is None
    told = asker.post(f"{owner}/wishes/{one['id']}", {"answer": "yes"})
    assert told["wishes"][0]["contact"]["email"] == WISH["email"]
    assert asker.get(own)["contact"]["email"] == "brewery@demo.example.org"
    assert desks.post(f"{through}/outcome", {"outcome": "talks"})["outcome"] == "talks"
    program_of(world, "stranger").get(through, status=403)


def test_a_place_is_given_and_given_back(world):
    fair, person = event(world, timezone.now(), capacity=1), Program()
    who = {"name": "Student Demo", "email": "a@demo.example.org", "country": "LA", "consent": True}
    first = person.post(f"/listings/{fair.pk}/registrations", who, status=201)
    fits(first, "MadeRegistration")
    second = person.post(f"/listings/{fair.pk}/registrations", who | {"email": "b@demo.example.org"}, status=201)
    assert (first["made"]["state"], second["made"]["position"]) == ("place", 1)
    organiser = program_of(world, "other_holder")
    assert len(organiser.get(f"/listings/{fair.pk}/registrations")["items"]) == 2
    assert person.post(f"/own-registrations/{first['secret']}/withdraw")["state"] == "withdrawn"
    assert person.get(f"/own-registrations/{second['secret']}")["state"] == "place"
    assert organiser.post(f"/listings/{fair.pk}/capacity", {"capacity": 5})["capacity"] == 5
    assert Registration.objects.count() == 2
    Program().get(f"/listings/{fair.pk}/registrations", status=401)


def test_reports_are_noted_and_too_many_entries_are_a_problem_of_their_own(world, monkeypatch):
    from landsea.exchange.actions import post

    listing, _contact = shown(world, timezone.now())
    assert Program().post(f"/listings/{listing.pk}/reports", {"kind": "fraud"}) == {"noted": True}
    monkeypatch.setattr(post, "MOST_FROM_ONE_NETWORK", 0)
    assert Program().post("/listings", ENTRY, status=429)["type"].endswith("#too-often")


def _secret_of(listing) -> str:
    from landsea.exchange.board_links import BOARD_LINKS

    return BOARD_LINKS.secret_of(listing.contact.nonce)
