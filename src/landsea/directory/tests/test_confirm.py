"""Confirming by a mailed link: what opening does and does not, correcting, leaving, dead links."""

from datetime import timedelta

import pytest
from django.utils import timezone

from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.secret_links import compute_digest
from landsea.base.ui.logs import hide_secrets
from landsea.directory.access import managed_contacts
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.freshness import find_states
from landsea.directory.models import Change, ConfirmationLink, ConfirmationRequest, Contact
from landsea.directory.tests.evidence_kinds import kinds
from landsea_core.contacts import Freshness

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def test_opening_the_link_confirms_nothing_however_often(client, contact, link):
    for method in (client.get, client.head, client.get):
        assert method(link).status_code == 200
    assert kinds(contact) == ["confirmed"]
    page = client.get(link).content.decode()
    assert "holder@demo.example.org" in page and "+00 001" in page
    headers = client.get(link).headers
    assert "no-store" in headers["Cache-Control"] and headers["Referrer-Policy"] == "strict-origin"


def test_one_press_confirms_and_the_link_is_dead_afterwards(client, contact, link):
    assert client.post(link, {"act": "confirm"}).status_code == 302
    assert kinds(contact) == ["confirmed", "confirmed"]
    assert find_states([contact], timezone.now())[contact.pk].freshness is Freshness.CONFIRMED
    again = client.post(link, {"act": "confirm"})
    assert again.status_code == 404 and "used already" in again.content.decode()
    assert len(kinds(contact)) == 2
    assert not ConfirmationRequest.objects.filter(ended_at=None).exists()
    assert list(find_broken_entries()) == []


def typed(**fields) -> dict:
    return {
        "act": "correct",
        "name": "Holder Demo",
        "email": "holder@demo.example.org",
        "phone": "+00 002",
        "languages": ["zh", "en"],
    } | fields


def test_correcting_is_as_easy_and_is_kept_in_the_history(client, contact, link):
    assert client.post(link, typed()).status_code == 302
    contact.refresh_from_db()
    assert contact.phone == "+00 002"
    change = Change.objects.get()
    assert (change.before, change.after, change.why) == (
        {"phone": "+00 001"},
        {"phone": "+00 002"},
        "by the mailed link",
    )
    assert kinds(contact)[-1] == "changed"


def test_a_correction_without_a_difference_confirms(client, contact, link):
    client.post(link, typed(phone="+00 001"))
    assert kinds(contact)[-1] == "confirmed" and not Change.objects.exists()


def test_a_new_address_is_asked_and_the_old_one_told(client, contact, link):
    client.post(link, typed(email="new@demo.example.org"))
    mails = {one.address: one.template for one in Delivery.objects.order_by("pk")}
    assert mails == {"holder@demo.example.org": "contact_address_changed", "new@demo.example.org": "contact_confirm"}
    for one in Delivery.objects.all():
        assert all(render_words(one))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Write your name."),
        ({"email": "nonsense"}, "name@example.org"),
        ({"phone": "ring me"}, "in digits"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_kept(client, contact, link, wrong, sentence):
    page = client.post(link, typed(phone="+00 777") | wrong)
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert ("+00 777" if "phone" not in wrong else "ring me") in page.content.decode()
    assert kinds(contact) == ["confirmed"]


def test_saying_that_one_has_left_is_the_coordinators_task_and_takes_nobody_out(client, world, contact, link):
    client.post(link, {"act": "left"})
    contact.refresh_from_db()
    assert contact.ended_at is None and kinds(contact)[-1] == "suggested"
    task = managed_contacts.list_shaky_contacts(world.actor("coordinator")).get()
    assert (task.rung, task.next_at) == ("coordinator", None)
    assert client.get(link).status_code == 404
    assert not managed_contacts.list_shaky_contacts(world.actor("holder")).exists()


@pytest.mark.parametrize("secret", ["x" * 43, "short", "x" * 300, "%00", "../../etc"])
def test_a_foreign_secret_opens_nothing(client, contact, link, secret):
    assert client.get(f"/who/confirm/{secret}/").status_code == 404


def test_an_old_link_and_that_of_somebody_who_left_open_nothing(client, contact, link):
    ConfirmationLink.objects.update(expires_at=NOW - timedelta(seconds=1))
    assert client.get(link).status_code == 404
    ConfirmationLink.objects.update(expires_at=NOW + timedelta(days=1))
    assert client.get(link).status_code == 200
    Contact.objects.update(ended_at=NOW)
    assert client.get(link).status_code == 404


def test_the_secret_is_nowhere_in_the_database_nor_in_logs(contact, link):
    row = ConfirmationLink.objects.get()
    secret = CONFIRMATION_LINKS.secret_of(row.nonce)
    assert row.digest == compute_digest(secret) and secret not in str(Delivery.objects.get().facts)
    assert secret in render_words(Delivery.objects.get())[1]
    assert secret not in hide_secrets(f"GET {link} 200")


def test_the_mail_is_in_the_contacts_language(contact, link):
    assert Delivery.objects.get().language == "zh-hans"
