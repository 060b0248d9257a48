"""The pages of a desk's people: who sees and changes what; the history says who and why."""

import pytest
from django.urls import reverse
from lxml import html

from landsea.accounts.models import User
from landsea.directory.display_names import name_without_office
from landsea.directory.models import Change, ConfirmationRequest, Contact, Evidence

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Lan Demo",
    "email": "lan@demo.example.org",
    "phone": "+00 1",
    "duty_phone": "",
    "part": "holder",
    "languages": ["vi"],
    "quiet_from": "",
    "quiet_until": "",
    "why": "list of the office",
}


@pytest.fixture
def contact(world) -> Contact:
    return Contact.objects.create(desk=world.quarantine, name="Old Demo", email="old@demo.example.org")


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("holder", 200),
        ("deputy", 200),
        ("head", 200),
        ("coordinator", 200),
        ("other_holder", 403),
        ("observer", 403),
        ("stranger", 403),
        ("clerk", 403),
        ("operator", 403),
        ("anonymous", 302),
    ],
)
def test_who_sees_the_people_of_a_desk(world, contact, who, status):
    for name, argument in (
        ("desk_people", world.quarantine.code),
        ("contact", contact.pk),
        ("desk_history", world.quarantine.code),
    ):
        assert world.client(who).get(reverse(name, args=[argument])).status_code == status


def test_adding_somebody_asks_the_person_at_once(world):
    browser = world.client("head")
    assert browser.post(reverse("new_contact", args=[world.quarantine.code]), TYPED).status_code == 302
    assert ConfirmationRequest.objects.get().contact.name == "Lan Demo"
    assert (
        "nobody has confirmed it yet"
        in browser.get(reverse("desk_people", args=[world.quarantine.code])).content.decode()
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"why": ""}, "how you know"),
        ({"email": "lan"}, "name@example.org"),
        ({"quiet_from": "20:00"}, "both times"),
        ({"phone": "call me"}, "in digits"),
    ],
)
def test_what_cannot_be_comes_back_as_it_was_typed(world, contact, wrong, sentence):
    page = world.client("holder").post(reverse("contact", args=[contact.pk]), TYPED | wrong)
    words = page.content.decode()
    assert page.status_code == 422 and sentence in words and "Lan Demo" in words
    contact.refresh_from_db()
    assert contact.name == "Old Demo" and not Change.objects.exists()


def test_the_history_says_what_who_and_why(world, contact):
    browser = world.client("holder")
    browser.post(reverse("contact", args=[contact.pk]), TYPED)
    page = browser.get(reverse("desk_history", args=[world.quarantine.code])).content.decode()
    for words in ("contact changed", "Holder Demo", "list of the office", "Old Demo", "Lan Demo"):
        assert words in page


def test_confirming_for_having_asked_and_ending_need_a_reason(world, contact):
    browser = world.client("holder")
    for act in ("confirm", "end"):
        address = reverse("contact_act", args=[contact.pk, act])
        assert browser.post(address, {"why": ""}).status_code == 422
    assert not Evidence.objects.exists()
    browser.post(reverse("contact_act", args=[contact.pk, "confirm"]), {"why": "rang the office"})
    assert Evidence.objects.get().note == "rang the office"
    browser.post(reverse("contact_act", args=[contact.pk, "end"]), {"why": "moved to Kunming"})
    contact.refresh_from_db()
    assert contact.ended_at is not None
    assert browser.post(reverse("contact", args=[contact.pk]), TYPED).status_code == 422


def test_one_confirms_the_own_entry_by_one_press_and_is_shown_no_other(world, contact):
    own = User.objects.get(name="Holder Demo").email
    mine = Contact.objects.create(desk=world.quarantine, name="Holder Demo", email=own.upper())
    browser = world.client("holder")
    page = html.fromstring(browser.get(reverse("my_desks")).content)
    [form] = page.xpath("//form[contains(@action, '/who/contacts/')]")
    assert form.action == reverse("contact_act", args=[mine.pk, "confirm"]) and "Old Demo" not in page.text_content()
    browser.post(form.action, dict(form.fields))
    assert Evidence.objects.get().contact == mine
    assert "/who/contacts/" not in world.client("deputy").get(reverse("my_desks")).content.decode()


def test_asking_without_an_address_says_what_to_do(world):
    contact = Contact.objects.create(desk=world.quarantine, name="No address")
    page = world.client("holder").post(reverse("contact_act", args=[contact.pk, "ask"]), follow=True)
    assert "write an e-mail address first" in page.content.decode()


def test_an_act_that_does_not_exist(world, contact):
    assert world.client("holder").post(reverse("contact_act", args=[contact.pk, "promote"])).status_code == 404


@pytest.mark.parametrize(
    ("name", "office", "shown"),
    [
        ("Food safety, Department of Agriculture", "Department of Agriculture", "Food safety"),
        ("文莱农业局·食品安全", "文莱农业局", "食品安全"),
        ("Plant quarantine", "Mohan Customs", "Plant quarantine"),
        ("Mohan Customs", "Mohan Customs", "Mohan Customs"),
        ("Customs clearance", "Customs", "Customs clearance"),
        ("Northern Customs", "Customs", "Northern Customs"),
        ("Customsville gate", "Customs", "Customsville gate"),
        ("Gate", "", "Gate"),
    ],
)
def test_a_desk_beside_its_office_does_not_repeat_it(name, office, shown):
    assert name_without_office(name, office) == shown


@pytest.mark.parametrize("typed", ["²", "9" * 5000])
def test_what_only_looks_like_a_number_is_none(world, typed):
    browser = world.client("head")
    assert browser.get(reverse("desk_history", args=[world.quarantine.code]), {"page": typed}).status_code == 200
    stretch = "2026-12-01T00:00:00+08:00/2026-12-02T00:00:00+08:00"
    given = {"stretch": stretch, "contact": typed}
    answer = browser.post(reverse("give_duty", args=[world.quarantine.code]), given, follow=True)
    assert "Choose the duty and who takes it." in answer.content.decode()
