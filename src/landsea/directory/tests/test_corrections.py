"""Corrections: anyone suggests, the coordinator settles, whoever suggested hears of it; a limit that every process shares."""

import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.models import Entry
from landsea.base.corrections.actions.keep_correction import MOST_AN_HOUR
from landsea.base.corrections.models import Correction
from landsea.base.limits.spending import compute_digest_of_address
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.directory.freshness import find_states
from landsea.directory.models import Contact, Evidence
from landsea_core.contacts import Freshness

pytestmark = pytest.mark.django_db


def suggest(world, client=None, address="192.0.2.1", **fields):
    typed = {"text": "The telephone is wrong.", "email": "reader@demo.example.org", "form_key": uuid.uuid4()} | fields
    path = reverse("suggest_correction", args=[world.quarantine.code])
    return (client or world.client()).post(path, typed, REMOTE_ADDR=address)


def settle(world, row, who="coordinator", **fields):
    typed = {f"{row.pk}-result": "mended", f"{row.pk}-reply": "The number is new.", **fields}
    return world.client(who).post(reverse("settle_correction", args=[row.pk]), typed)


def test_it_becomes_evidence_and_a_task_and_the_reader_hears_what_became_of_it(world):
    contact = Contact.objects.create(desk=world.quarantine, name="Holder Demo", email="h@demo.example.org")
    Evidence.objects.create(contact=contact, kind="confirmed", at=timezone.now() - timedelta(days=1))
    assert suggest(world).status_code == 302
    state = find_states([contact], timezone.now())[contact.pk]
    assert (state.freshness, state.why) == (Freshness.DUE, "doubted")
    page = world.client("coordinator").get(reverse("corrections")).content.decode()
    assert "The telephone is wrong." in page

    row = Correction.objects.get()
    assert settle(world, row).status_code == 302
    mail = Delivery.objects.get(template="correction_handled")
    assert mail.address == "reader@demo.example.org"
    subject, body = render_words(mail)
    assert "Plant quarantine" in subject and "You were right" in body and "The number is new." in body
    assert "The telephone is wrong." not in world.client("coordinator").get(reverse("corrections")).content.decode()


def test_settling_twice_tells_once(world):
    suggest(world)
    row = Correction.objects.get()
    for _ in range(2):
        settle(world, row)
    assert Delivery.objects.filter(template="correction_handled").count() == 1


def test_somebody_with_an_account_hears_of_it_without_leaving_an_address(world):
    suggest(world, world.client("other_holder"), email="")
    settle(world, Correction.objects.get())
    assert Delivery.objects.get(template="correction_handled").address == world.people["other_holder"].email


def test_without_a_result_nothing_is_settled_and_the_reply_stays(world):
    suggest(world)
    row = Correction.objects.get()
    page = settle(world, row, **{f"{row.pk}-result": "", f"{row.pk}-reply": "MY REPLY"})
    assert page.status_code == 422 and "MY REPLY" in page.content.decode()
    row.refresh_from_db()
    assert row.settled_at is None


def test_only_the_coordinator_reads_and_settles_them(world):
    suggest(world)
    row = Correction.objects.get()
    for who in ("holder", "head", "stranger", "observer", "operator"):
        assert world.client(who).get(reverse("corrections")).status_code == 403
        assert settle(world, row, who).status_code == 403


def test_too_many_from_one_network_are_put_off_whatever_process_counts(world):
    for number in range(MOST_AN_HOUR):
        assert suggest(world, address=f"2001:db8:1:2::{number:x}").status_code == 302
        cache.clear()  # another process, or another machine, with a memory of its own
    refused = suggest(world, address="2001:db8:1:2::ffff", text="MY LAST WORDS")
    assert refused.status_code == 429 and "MY LAST WORDS" in refused.content.decode()
    assert suggest(world, address="2001:db8:1:3::1").status_code == 302
    Correction.objects.update(suggested_at=timezone.now() - timedelta(minutes=61))
    assert suggest(world, address="2001:db8:1:2::1").status_code == 302


def test_the_network_address_is_not_kept_and_the_audit_has_no_words(world):
    suggest(world, address="192.0.2.77")
    row = Correction.objects.get()
    assert "192.0.2.77" not in row.sender and row.sender == compute_digest_of_address("192.0.2.77")
    assert "telephone" not in str(list(Entry.objects.values_list("facts", flat=True)))


def test_a_version_4_address_counts_for_itself_however_it_is_written():
    assert (
        compute_digest_of_address("::ffff:192.0.2.1")
        == compute_digest_of_address("192.0.2.1")
        != compute_digest_of_address("::ffff:192.0.2.2")
    )
    assert compute_digest_of_address("2001:db8:1:2::1") == compute_digest_of_address("2001:db8:1:2::ffff")
    assert compute_digest_of_address("") == ""
