"""What weighs most is done only by who proved lately who they are: rights over people, sheets that leave the house, names that
were withheld, keys for programs, receivers of webhooks. A new route of these kinds gets its line here.
"""

import time

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from landsea.accounts.step_up import LASTS
from landsea.base.audit.models import Entry
from landsea.cases.tests.world import AUTHENTICATED_USER, make_world
from landsea.cases.views.acts import PROVED_AGAIN
from landsea.directory.models import Appointment
from landsea.phonebook.models import Device

RIGHTS = ("appoint", "appoint_to_part", "end_appointment", "end_appointment_back", "end_service")
INVITATIONS = ("invite_again", "invite_lapsed_again", "withdraw_invitation", "directory_sheet")
EXPORTS = (
    "directory_export",
    "directory_sheet_refused",
    "exchange_export",
    "association_members_csv",
    "association_sheet_csv",
    "opened_names_csv",
)
NAMES = ("opened_names",)
KEYS = ("own_keys", "devices")
RECEIVERS = ("own_receivers", "receiver", "receiver_act")
PASSWORD = "a long password of the test"


def views_by_name() -> dict[str, object]:
    """Return each route's view by the route's name."""
    found: dict[str, object] = {}

    def walk(patterns):
        for one in patterns:
            if hasattr(one, "url_patterns"):
                walk(one.url_patterns)
            elif one.name:
                found[one.name] = one.callback

    walk(get_resolver("landsea.urls").url_patterns)
    return found


@pytest.mark.parametrize("name", [*RIGHTS, *INVITATIONS, *EXPORTS, *NAMES, *KEYS, *RECEIVERS])
def test_each_asks_for_a_proof(name):
    assert getattr(views_by_name()[name], "proves_again", False)


def test_every_export_for_signed_in_people_asks():
    """An address that sends a sheet stands behind a door only with the proof."""
    for name, view in views_by_name().items():
        is_sheet = name.endswith(("_csv", "_export", "_xlsx")) and getattr(view, "door", "public") != "public"
        assert not is_sheet or getattr(view, "proves_again", False), name


def test_opening_a_name_asks():
    assert "open_filer" in PROVED_AGAIN


@pytest.fixture
def world(db):
    made = make_world()
    for person in made.people.values():
        person.set_password(PASSWORD)
        person.save()
    return made


def left_open(world, part: str) -> Client:
    """Return a browser in which somebody signed in longer ago than a proof holds."""
    browser = world.client(part)
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time() - LASTS - 1}]
    session[AUTHENTICATED_USER] = str(world.people[part].pk)
    session.save()
    return browser


def test_a_page_is_asked_for_first_and_opens_afterwards(world):
    browser, page = left_open(world, "coordinator"), reverse("opened_names")
    asked = browser.get(page)
    assert asked.status_code == 302 and asked.url.startswith(reverse("account_reauthenticate"))
    answer = browser.post(asked.url, {"password": PASSWORD, "next": page})
    assert answer.status_code == 302 and answer.url == page
    assert browser.get(page).status_code == 200


def test_a_form_that_comes_late_is_not_lost_and_not_done_without_the_password(world):
    browser = left_open(world, "coordinator")
    row = Appointment.objects.get(user=world.people["deputy"])
    address, typed = reverse("end_appointment", args=[row.pk]), {"why": "She moved to Vientiane."}
    page = browser.post(address, typed)
    assert page.status_code == 403 and "She moved to Vientiane." in page.content.decode()
    wrong = browser.post(address, typed | {"password_once_more": "not this one at all"})
    assert wrong.status_code == 422 and "She moved to Vientiane." in wrong.content.decode()
    row.refresh_from_db()
    assert row.ends_at is None
    assert browser.post(address, typed | {"password_once_more": PASSWORD}).status_code == 302
    row.refresh_from_db()
    assert row.ends_at is not None
    facts = [one.facts for one in Entry.objects.filter(act__contains="end_appointment")]
    assert facts and PASSWORD not in str(facts)


def test_a_withheld_name_is_opened_only_with_the_proof(world):
    case = world.file(visibility="coordinator_only").case
    browser, address = left_open(world, "coordinator"), reverse("case_act", args=[case.ref, "open_filer"])
    page = browser.post(address, {"why": "She asked to be called back.", "key": "k" * 20})
    assert page.status_code == 403 and "Nguyen Thi Demo" not in page.content.decode()
    assert not Entry.objects.filter(act="open_filer").exists()


def test_a_browser_left_open_gives_no_telephone_a_password_of_its_own(world):
    browser, address = left_open(world, "deputy"), reverse("devices")
    page = browser.post(address, {"name": "Somebody's phone"})
    assert page.status_code == 403 and "Somebody" in page.content.decode()
    assert not Device.objects.exists() and browser.get(address).status_code == 200
    assert browser.post(address, {"name": "My phone", "password_once_more": PASSWORD}).status_code == 200
    assert Device.objects.get().name == "My phone"


def test_who_signed_in_just_now_is_asked_nothing(world):
    assert world.client("coordinator").get(reverse("opened_names")).status_code == 200
