"""Asking contacts: who is due, the ladder, what ends a question, what routing passes over."""

import random
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.cases.tests.world import make_world
from landsea.directory.actions.ask import (
    ask_contact,
    ask_due_contacts,
    climb_due_ladders,
    climb_ladder,
)
from landsea.directory.actions.evidence import record_bounce, record_evidence
from landsea.directory.answering import read_all_answering
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.freshness import find_states, list_contacts_to_ask
from landsea.directory.models import ConfirmationLink, ConfirmationRequest, Contact, DutyShift, Evidence
from landsea.directory.tests.evidence_kinds import kinds
from landsea_core.contacts import EvidenceFact, EvidenceKind, Freshness, is_unreachable

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def test_only_those_who_are_due_are_asked_and_once(contact, world):
    fresh = Contact.objects.create(desk=world.border, name="Fresh", email="fresh@demo.example.org")
    record_evidence(contact_id=fresh.pk, kind="answered", at=NOW - timedelta(days=31))
    Contact.objects.create(desk=world.border, name="No address")
    assert list(list_contacts_to_ask(NOW)) == [contact]
    assert (ask_due_contacts(NOW), ask_due_contacts(NOW)) == (1, 0)
    assert not ask_contact(contact.pk, now=NOW)
    DutyShift.objects.create(desk=world.border, contact=fresh, starts_at=NOW, ends_at=NOW + timedelta(hours=9))
    assert ask_due_contacts(NOW) == 1  # on duty: after thirty days


@pytest.mark.parametrize(("signed_in", "language"), [(False, "zh-hans"), (True, "th")])
def test_a_contact_is_asked_in_the_language_its_person_chose(contact, signed_in, language):
    person = contact.user
    person.language, person.last_login = "th", NOW if signed_in else None
    person.save()
    assert ask_contact(contact.pk, now=NOW)
    assert Delivery.objects.get().language == language
    contact.refresh_from_db()
    assert contact.mail_language == language


def test_the_ladder_asks_deputy_and_head_and_ends_with_the_coordinator(contact, world, link):
    rungs, asked = [], {one.pk for one in Delivery.objects.all()}
    for days in (6, 7, 14, 21, 30, 60):
        climb_due_ladders(NOW + timedelta(days=days))
        request = ConfirmationRequest.objects.get()
        new = Delivery.objects.exclude(pk__in=asked)
        rungs.append((days, request.rung, [one.address for one in new]))
        asked |= {one.pk for one in new}
    assert rungs == [
        (6, "asked", []),
        (7, "reminded", ["holder@demo.example.org"]),
        (14, "deputy", ["deputy@demo.example.org"]),
        (21, "head", ["head@demo.example.org"]),
        (30, "coordinator", []),
        (60, "coordinator", []),
    ]
    assert find_states([contact], NOW + timedelta(days=30))[contact.pk].freshness is Freshness.STALE


def test_any_link_of_the_ladder_settles_it_and_says_who(client, contact, world, link):
    for days in (7, 14):
        climb_due_ladders(NOW + timedelta(days=days))
    deputy = ConfirmationLink.objects.get(sent_to="deputy")
    page = reverse("confirm_contact", args=[CONFIRMATION_LINKS.secret_of(deputy.nonce)])
    assert "did not answer" in client.get(page).content.decode()
    client.post(page, {"act": "confirm"})
    assert Evidence.objects.latest("pk").by == world.people["deputy"]
    assert client.get(link).status_code == 404


def test_a_rung_is_climbed_once_however_often_workers_look(contact, link):
    request = ConfirmationRequest.objects.get()
    later = NOW + timedelta(days=8)
    assert [climb_ladder(request.pk, now=later) for _ in range(3)] == [True, False, False]


def test_a_bounce_makes_it_unreachable_and_goes_to_the_deputy_at_once(contact, world):
    assert record_bounce(address="HOLDER@demo.example.org", at=NOW, note="550 no such user") == 1
    assert find_states([contact], NOW)[contact.pk].freshness is Freshness.UNREACHABLE
    climb_due_ladders(NOW)
    assert ConfirmationRequest.objects.get().rung == "deputy"
    assert [one.address for one in Delivery.objects.all()] == ["deputy@demo.example.org"]


def test_an_answered_case_ends_the_question(contact, world, link):
    from landsea.directory.actions.evidence import record_answered

    for minutes in (0, 5):
        at = NOW + timedelta(minutes=minutes)
        record_answered([(world.quarantine.pk, world.people["holder"].pk), (world.border.pk, None)], at=at)
    assert kinds(contact) == ["confirmed", "answered"]
    assert not ConfirmationRequest.objects.filter(ended_at=None).exists()


def test_facts_that_matter_give_the_same_state_as_all_facts(contact):
    from landsea.directory.freshness import find_facts
    from landsea_core.contacts import USUAL, EvidenceFact, EvidenceKind, compute_freshness

    for days, kind in ((80, "bounced"), (60, "answered"), (50, "missed"), (40, "suggested"), (39, "missed")):
        record_evidence(contact_id=contact.pk, kind=kind, at=NOW - timedelta(days=days))
    all_facts = [EvidenceFact(EvidenceKind(kind), at) for kind, at in Evidence.objects.values_list("kind", "at")]
    few = find_facts([contact.pk])[contact.pk]
    assert len(few) == 4
    assert compute_freshness(few, contact.added_at, NOW, USUAL) == compute_freshness(
        all_facts, contact.added_at, NOW, USUAL
    )


@pytest.mark.parametrize("seed", range(8))
def test_what_routing_passes_over_is_what_the_core_calls_unreachable(world, seed):
    chance = random.Random(seed)
    desks = [world.quarantine, world.border, world.rail]
    lost = dict.fromkeys((desk.code for desk in desks), True)
    for desk in desks:
        for number in range(chance.randrange(1, 4)):
            row = Contact.objects.create(desk=desk, name=str(number))
            facts = [
                EvidenceFact(chance.choice(list(EvidenceKind)), NOW - timedelta(days=chance.randrange(4)))
                for _ in range(chance.randrange(6))
            ]
            for fact in facts:
                record_evidence(contact_id=row.pk, kind=fact.kind, at=fact.at)
            lost[desk.code] &= is_unreachable(facts, NOW)
    assert read_all_answering(NOW).unreachable == {code for code, is_lost in lost.items() if is_lost}


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_asks_and_one_climbs():
    world = make_world()
    row = Contact.objects.create(desk=world.quarantine, name="Holder", email="h@demo.example.org")

    def all_at_once(act) -> int:
        start, done = threading.Barrier(5), []

        def try_it():
            start.wait()
            done.append(act())
            connection.close()

        threads = [threading.Thread(target=try_it) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(done) == 5
        return sum(done)

    assert all_at_once(lambda: ask_contact(row.pk, now=NOW)) == 1
    request = ConfirmationRequest.objects.get()
    assert all_at_once(lambda: climb_ladder(request.pk, now=NOW + timedelta(days=8))) == 1
    assert Delivery.objects.count() == 2
