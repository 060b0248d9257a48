"""Devices: made and ended on a page of the account, a password shown once, never more than phone books, tried only so often."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.models import Entry
from landsea.directory.models import Appointment
from landsea.phonebook.actions.keep_states import forget_old_states
from landsea.phonebook.actions.make_device import MOST_DEVICES
from landsea.phonebook.device_passwords import compute_digest_of_password, make_password
from landsea.phonebook.models import Device
from landsea.phonebook.tests.dav_client import DavClient
from landsea.privacy.actions.keep_periods import erase_past

pytestmark = pytest.mark.django_db
BOOK = "/dav/books/sps_tbt-cn/"
PASSWORD = re.compile(r'id="device-password" value="([a-z2-9-]{23})"')


def make_on_page(browser, **typed) -> tuple[str, str]:
    """Make a device on the page; return the page and the password on it."""
    page = browser.post(reverse("devices"), {"name": "My phone", **typed}).content.decode()
    return page, PASSWORD.search(page).group(1)


def test_a_password_is_shown_once_and_opens_the_books(world):
    browser = world.client("deputy")
    page, password = make_on_page(browser)
    assert "Set up My phone now" in page and "deputy@demo.example.org" in page
    assert password not in browser.get(reverse("devices")).content.decode()
    device = Device.objects.get()
    assert device.digest == compute_digest_of_password(password.upper().replace("-", " ")) and password not in str(
        vars(device)
    )
    assert device.made_with_second_factor

    phone = DavClient("Deputy@Demo.example.org", password.replace("-", ""), **{"x-forwarded-for": "192.0.2.1"})
    assert len(phone.cards(BOOK)) == 2
    shown = browser.get(reverse("devices")).content.decode()
    assert "from the network 127.0.0.0/24" in shown and "Contacts/1.0" in shown
    acts = Entry.objects.filter(stream=f"user:{device.user_id}").values_list("act", flat=True)
    assert list(acts) == ["make_device"]


def test_an_ended_device_reads_nothing_from_then_on(world):
    browser = world.client("deputy")
    _page, password = make_on_page(browser)
    phone, device = DavClient("deputy@demo.example.org", password), Device.objects.get()
    assert phone.ask("PROPFIND", "/dav/", Depth="0").status_code == 207
    assert world.client("holder").post(reverse("end_device", args=[device.pk])).status_code == 404
    assert (
        "reads nothing here any more"
        in browser.post(reverse("end_device", args=[device.pk]), follow=True).content.decode()
    )
    assert phone.ask("PROPFIND", "/dav/", Depth="0").status_code == 401
    assert "My phone" not in browser.get(reverse("devices")).content.decode()


def test_an_ended_device_is_kept_as_long_as_its_person_is_told(world, device_of):
    device_of("deputy")
    now, device = timezone.now(), Device.objects.filter(ended_at=None)
    device.update(ended_at=now - timedelta(days=100))
    forget_old_states(now)
    erase_past(now=now)
    assert Device.objects.count() == 1
    erase_past(now=now + timedelta(days=300))
    assert not Device.objects.exists()


def test_a_device_opens_no_page_and_a_session_no_book(world, device_of):
    phone = device_of("coordinator")
    for name in ("board", "queue", "devices", "people"):
        answer = phone.browser.get(reverse(name))
        assert answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))
    assert world.client("coordinator").get(BOOK).status_code == 401


@pytest.mark.parametrize(
    "header", ["", "Bearer x", "Basic", "Basic %%%", "Basic bm9jb2xvbg==", "Basic /////w==", "Basic AGE6Yg=="]
)
def test_a_sign_in_that_cannot_be_read_is_none(world, header):
    assert world.client().generic("PROPFIND", "/dav/", headers={"Authorization": header}).status_code == 401


def test_neither_another_account_nor_the_accounts_own_password_opens_a_book(world, device_of):
    device_of("deputy")
    user = world.people["deputy"]
    user.set_password("the account's own")
    user.save()
    assert DavClient(user.email, "the account's own").ask("PROPFIND", "/dav/").status_code == 401
    password = make_password()
    Device.objects.update(digest=compute_digest_of_password(password))
    assert DavClient("holder@demo.example.org", password).ask("PROPFIND", "/dav/").status_code == 401
    user.is_active = False
    user.save()
    assert DavClient(user.email, password).ask("PROPFIND", "/dav/").status_code == 401


def test_wrong_passwords_are_tried_only_so_often_and_asking_without_one_costs_nothing(world):
    browser = world.client()
    for _time in range(60):
        assert browser.generic("PROPFIND", "/dav/").status_code == 401
    wrong = DavClient("deputy@demo.example.org", "abcde-abcde-abcde-abcde")
    answers = [wrong.ask("PROPFIND", "/dav/").status_code for _time in range(21)]
    assert answers == [401] * 20 + [429]
    assert wrong.ask("PROPFIND", "/dav/")["Retry-After"] == "600"


def test_one_person_has_twenty_devices_at_most(world):
    browser, user = world.client("deputy"), world.people["deputy"]
    Device.objects.bulk_create(
        Device(user=user, name=str(n), digest=str(n), made_at=timezone.now()) for n in range(MOST_DEVICES)
    )
    page = browser.post(reverse("devices"), {"name": "One more"})
    assert (
        page.status_code == 409
        and "You have 20 devices" in page.content.decode()
        and "One more" in page.content.decode()
    )


def test_a_device_without_a_name_is_asked_for_one_and_the_choice_is_kept(world):
    page = world.client("stranger").post(reverse("devices"), {"name": " ", "countries": ["LA"]})
    assert page.status_code == 422 and "Give the device a name." in page.content.decode()
    assert page.context["form"]["countries"].value() == ["LA"]
    assert not Device.objects.exists()


def test_somebody_without_appointments_has_a_device_too_and_it_shows_no_more_after_an_appointment(world):
    _page, password = make_on_page(world.client("stranger"), countries=["CN"], topics=["sps_tbt"])
    Appointment.objects.create(
        user=world.people["stranger"], role="holder", desk=world.quarantine, starts_at=timezone.now()
    )
    phone = DavClient("stranger@demo.example.org", password)
    assert len(phone.cards(BOOK)) == 1, "it was made without a second factor"
    assert set(phone.propfind("/dav/books/", depth="1")) == {"/dav/books/", BOOK}


def test_the_page_of_the_account_leads_to_the_devices(world):
    assert reverse("devices") in world.client("deputy").get(reverse("mfa_index")).content.decode()
