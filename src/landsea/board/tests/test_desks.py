"""Finding somebody for desks that nobody is at: asking many public addresses, their answers, wishes for accounts."""

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.follow_desks import follow_desks
from landsea.cases.tests.test_somebody_there import RAIL
from landsea.cases.tests.world import make_world
from landsea.directory.actions.ask import MOST_NEW, ask_due_contacts
from landsea.directory.actions.wish_account import wish_account
from landsea.directory.answering import find_answering_at_desk, forget_answering
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.models import AccountWish, ConfirmationLink, Contact, Desk, Evidence
from landsea_core.contacts import Answering

pytestmark = pytest.mark.django_db
PAGE = "/board/desks/"
ADDRESS = "freight@office.example.org"


@pytest.fixture
def world(db):
    return make_world()


def asked_link(contact: Contact) -> str:
    """Return the address of the page behind the link that this contact was sent."""
    nonce = ConfirmationLink.objects.filter(request__contact=contact).latest("pk").nonce
    return reverse("confirm_contact", args=[CONFIRMATION_LINKS.secret_of(nonce)])


def put(world, address: str = ADDRESS) -> Contact:
    """Put an address at the rail desk by the coordinator's page, and let the round ask it."""
    sent = world.client("coordinator").post(PAGE, {"addresses": f"cn-rail.freight, {address}", "action": "ask"})
    assert sent.status_code == 302
    contact = Contact.objects.get(email=address)
    assert ask_due_contacts(timezone.now()) == 1
    return contact


def test_many_addresses_are_shown_before_any_is_asked(world):
    pasted = "\n".join(
        [
            f"cn-rail.freight, {ADDRESS}",
            "cn-rail.freight; not-an-address",
            "nowhere.at-all a@office.example.org",
            f"cn-rail.freight\t{ADDRESS.upper()}",
            "vn-huunghi.customs, b@office.example.org",
        ]
    )
    shown = world.client("coordinator").post(PAGE, {"addresses": pasted, "action": "check"})
    words = shown.content.decode()
    assert shown.status_code == 200 and not Contact.objects.exists() and not Delivery.objects.exists()
    assert "1 address is asked" in words and "4 lines are left out." in words
    for sentence in (
        "There is no desk of this code.",
        "name@example.org",
        "has this address already",
        "with an account",
    ):
        assert sentence in words


def test_an_address_typed_beside_a_desk_counts_too(world):
    fields = {"address:cn-rail.freight": ADDRESS, "action": "check"}
    assert "1 address is asked" in world.client("coordinator").post(PAGE, fields).content.decode()


def test_the_question_is_in_the_offices_language_and_a_press_confirms(world, client):
    world.rail.office.languages = ["zh", "en"]
    world.rail.office.save()
    case = world.file(**RAIL).case
    contact = put(world)
    mail = Delivery.objects.get(template="desk_question")
    assert (mail.address, mail.language) == (ADDRESS, "zh-hans") and all(render_words(mail))
    page = client.get(asked_link(contact)).content.decode()
    assert "Are you the right desk?" in page and "rail" in page
    assert find_answering_at_desk(world.rail.pk, timezone.now()) is Answering.NOBODY, (
        "asking and opening confirm nothing"
    )
    client.post(asked_link(contact), {"act": "confirm"})
    assert find_answering_at_desk(world.rail.pk, timezone.now()) is Answering.ADDRESS
    assert follow_desks(timezone.now()) == 1
    case.refresh_from_db()
    assert case.desk == world.rail


def test_correcting_the_entry_from_the_address_confirms_it_but_another_address_does_not(world, client):
    contact = put(world)
    typed = {"act": "correct", "name": "Freight office", "email": ADDRESS, "phone": "+86 23 0000", "languages": ["zh"]}
    client.post(asked_link(contact), typed)
    assert find_answering_at_desk(world.rail.pk, timezone.now()) is Answering.ADDRESS
    now = timezone.now()
    other = put_again(world, client, contact, typed | {"email": "other@office.example.org"})
    assert other.email == "other@office.example.org" and find_answering_at_desk(world.rail.pk, now) is Answering.NOBODY


def put_again(world, client, contact: Contact, typed: dict) -> Contact:
    """Correct the contact by a second link, which it was sent when it was asked again."""
    from landsea.directory.actions.ask import ask_contact

    ask_contact(contact.pk, now=timezone.now(), again=True)
    client.post(asked_link(contact), typed)
    contact.refresh_from_db()
    return contact


def test_a_refusal_says_whose_it_is_and_is_not_asked_again(world, client):
    contact = put(world)
    client.post(asked_link(contact), {"act": "left", "words": "Ask the Kunming railway."})
    assert find_answering_at_desk(world.rail.pk, timezone.now()) is Answering.NOBODY
    assert "Ask the Kunming railway." in Evidence.objects.get(contact=contact).note
    assert ask_due_contacts(timezone.now()) == 0
    assert "Ask the Kunming" not in world.client("coordinator").get(PAGE).content.decode()


def test_new_addresses_are_asked_a_few_at_a_time(world):
    now = timezone.now()
    for number in range(MOST_NEW + 3):
        Contact.objects.create(desk=world.rail, name=f"Office {number}", email=f"o{number}@office.example.org")
    assert [ask_due_contacts(now) for _ in range(3)] == [MOST_NEW, 3, 0]


def test_the_same_list_twice_adds_nothing(world):
    for _ in range(2):
        world.client("coordinator").post(PAGE, {"addresses": f"cn-rail.freight, {ADDRESS}", "action": "ask"})
    assert Contact.objects.count() == 1


def test_the_board_and_anyone_read_how_many_desks_have_somebody(world):
    forget_answering()
    sentence = "Desks: 4. With somebody who has an account: 3. Answering from a confirmed address: 0. With nobody yet"
    assert sentence in world.client("coordinator").get(reverse("board")).content.decode()
    assert sentence in world.client().get(reverse("who")).content.decode()
    shown = world.client("coordinator").get(PAGE).content.decode()
    assert sentence in shown and "cn-rail.freight" in shown and Desk.COORDINATOR not in shown


def test_a_wish_for_an_account_waits_until_somebody_is_appointed_or_it_is_taken_off(world):
    contact = Contact.objects.create(desk=world.rail, name="Office", email=ADDRESS)
    wish_account(contact_id=contact.pk, name="Wei Demo", email="wei@demo.example.org", now=timezone.now())
    browser, wish = world.client("coordinator"), AccountWish.objects.get()
    shown = browser.get(PAGE).content.decode()
    assert "Wei Demo" in shown and reverse("appoint", args=["cn-rail.freight"]) in shown
    assert all(render_words(Delivery.objects.get(template="account_wished")))
    assert browser.post(reverse("settle_account_wish", args=[wish.pk])).status_code == 302
    assert "Wei Demo" not in browser.get(PAGE).content.decode()
    assert browser.post(reverse("settle_account_wish", args=[wish.pk])).status_code == 404
