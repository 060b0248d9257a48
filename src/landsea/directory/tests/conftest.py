"""Fixtures of the directory's tests. A module that asks for `contact` says in `NOW` when it plays."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landsea.cases.tests.world import World, make_world
from landsea.directory.actions.ask import ask_contact
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.models import ConfirmationLink, Contact


@pytest.fixture
def world(db) -> World:
    """The small world of the cases app."""
    return make_world()


@pytest.fixture
def contact(world, request) -> Contact:
    """The holder of the quarantine desk, confirmed 91 days ago."""
    now = request.module.NOW
    row = Contact.objects.create(
        desk=world.quarantine,
        user=world.people["holder"],
        name="Holder Demo",
        email="holder@demo.example.org",
        phone="+00 001",
        languages=["zh", "en"],
        added_at=now - timedelta(days=400),
    )
    record_evidence(contact_id=row.pk, kind="confirmed", at=now - timedelta(days=91))
    return row


@pytest.fixture
def link(contact, request) -> str:
    """The address that the contact was sent."""
    assert ask_contact(contact.pk, now=request.module.NOW)
    return reverse("confirm_contact", args=[CONFIRMATION_LINKS.secret_of(ConfirmationLink.objects.get().nonce)])
