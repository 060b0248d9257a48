"""What is kept about an address, for its owner without an account."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.audit.models import Entry
from landsea.base.limits.models import Spending
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.personal_data import Subject
from landsea.base.ui.logs import hide_secrets
from landsea.cases.actions.redact import BLACKED_OUT
from landsea.cases.models import FilerIdentity
from landsea.exchange.actions.register import register_applicant
from landsea.exchange.models import ListingContact, Registration, RegistrationState
from landsea.exchange.tests.business import business_world
from landsea.exchange.tests.making import applying, event, shown
from landsea.rules.actions.watch import Wish, save_watch
from landsea.rules.models import Watch

pytestmark = pytest.mark.django_db
FILER, STUDENT = "filer@demo.example.org", "student1@demo.example.org"


@pytest.fixture
def world(db):
    return business_world()


def ask(client, address: str):
    return client.post(reverse("ask_about_address"), {"email": address})


def opened(client, address: str):
    """Ask, follow the mailed link, press its button; return the page."""
    ask(client, address)
    mail = Delivery.objects.filter(template="data_link").latest("pk")
    link = re.search(r"/privacy/link/\S+", render_words(mail)[1]).group()
    assert client.get(link).status_code == 200
    assert client.post(link).status_code == 302
    return link, client.get(reverse("address_data"))


@pytest.mark.usefixtures("marks_are_believed")
def test_known_and_unknown_addresses_are_dealt_with_alike(world, client):
    """By the same statements in the same order: so neither what is said nor how long it takes tells one from the other."""
    world.file()
    ask(client, "first@demo.example.org")
    pages, asked = [], []
    for address in (FILER, "nobody1@demo.example.org"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = ask(client, address).content.decode()
        asked.append([re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in queries])
        pages.append(re.sub(r'value="[^"]*"', "", page).replace(address, "X"))
    assert pages[0] == pages[1] and asked[0] == asked[1]
    told = Delivery.objects.filter(template="data_link").order_by("pk")
    assert [mail.address for mail in told][1:] == [FILER, "nobody1@demo.example.org"]


def test_one_address_gets_few_links_and_nobody_is_told(world, client):
    said = {ask(client, FILER).status_code for _ in range(5)}
    assert said == {200} and Delivery.objects.filter(template="data_link").count() == 3
    assert not Spending.objects.filter(key__contains="filer").exists()


def test_the_link_opens_once_and_only_by_its_button(world, client):
    world.file()
    link, page = opened(client, FILER)
    assert "Nguyen Thi Demo" in page.content.decode()
    assert client.get(link).status_code == client.post(link).status_code == 404
    client.cookies.clear()
    client.cookies["address_data"] = link.rstrip("/").rpartition("/")[2]  # the link is no pass
    for answer in (client.get(reverse("address_data")), client.post(reverse("address_data_act", args=["erase"]))):
        assert (answer.status_code, answer.url) == (302, reverse("ask_about_address"))
    assert "***" in hide_secrets(link) and link.rpartition("/")[2] not in hide_secrets(link)


def test_an_address_of_which_nothing_is_kept_reads_so(world, client):
    page = opened(client, "nobody2@demo.example.org")[1].content.decode()
    assert "Links to this page" in page and "Who filed" not in page


def test_everything_about_an_address_is_erased(world, client):
    now = timezone.now()
    case = world.file(email=STUDENT, name="Student Demo").case
    full = event(world, now, capacity=1)
    mine = register_applicant(world.actor("anonymous"), full.pk, applying(1), network="n", now=now)
    waiting = register_applicant(world.actor("anonymous"), full.pk, applying(2), network="m", now=now)
    save_watch(Wish(email=STUDENT, language="en"), actor=world.actor("anonymous"), now=now)
    shown(world, now, email=STUDENT, name="Student Demo")
    page = opened(client, STUDENT)[1].content.decode()
    for kind in ("Who filed a case", "Registrations for events", "Watches and checklists", "Entries of the exchange"):
        assert kind in page
    assert client.post(reverse("address_data_act", args=["erase"])).status_code == 302
    case.refresh_from_db()
    waiting.refresh_from_db()
    assert case.text == BLACKED_OUT and not FilerIdentity.objects.filter(email=STUDENT).exists()
    assert not Registration.objects.filter(pk=mine.pk).exists() and waiting.state == RegistrationState.PLACE
    assert not Watch.objects.exists() and not ListingContact.objects.filter(email=STUDENT).exists()
    [entry] = [one for one in list_entries(Subject(address=STUDENT).stream) if one.act == "erase_data"]
    assert entry.facts["rows"]["registrations"] == 1
    assert STUDENT not in str(list(Entry.objects.values_list("stream", "facts")))
    assert not Delivery.objects.filter(address=STUDENT).exclude(ended_at=None).exists()


def test_an_address_of_an_account_is_erased_by_closing_the_account(world, client):
    holder = world.people["holder"]
    opened(client, holder.email)
    answer = client.post(reverse("address_data_act", args=["erase"]))
    assert answer.status_code == 422 and "Sign in, and close the account" in answer.content.decode()
    holder.refresh_from_db()
    assert holder.is_active and holder.name


def test_name_and_language_are_put_right_wherever_they_stand(world, client):
    now = timezone.now()
    register_applicant(world.actor("anonymous"), event(world, now).pk, applying(1), network="n", now=now)
    save_watch(Wish(email=STUDENT, language="en"), actor=world.actor("anonymous"), now=now)
    opened(client, STUDENT)
    client.post(reverse("address_data_act", args=["correct"]), {"name": "Souk Demo", "language": "lo"})
    assert (Registration.objects.get().name, Watch.objects.get().language) == ("Souk Demo", "lo")
    wrong = client.post(reverse("address_data_act", args=["correct"]), {"language": "xx"})
    assert wrong.status_code == 422
