"""Appointing: who may, what it opens, what ends with it."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.directory.actions.appoint import appoint_person
from landsea.directory.actions.end_appointment import end_appointment
from landsea.directory.models import Appointment, Change, Contact
from landsea_core.appointing import Part

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def take_on(world, by="head", **fields):
    typed = {
        "name": "New Demo",
        "email": "New@demo.example.org",
        "role": "holder",
        "language": "en",
        "why": "rotation",
    } | fields
    part = Part(typed.pop("role"))
    return appoint_person(actor=world.actor(by), part=part, unit_id=world.quarantine.pk, now=NOW, **typed)


def test_a_new_person_gets_account_contact_and_a_way_to_sign_in(world):
    take_on(world)
    user = User.objects.get(email="new@demo.example.org")
    assert not user.has_usable_password()
    assert Contact.objects.get(user=user).desk == world.quarantine
    mail = Delivery.objects.get(template="appointed")
    link = re.search(r"http\S+(/accounts/invitation/\S+)", render_words(mail)[1]).group(1)
    assert "New Demo" in Client().get(link).content.decode()
    assert Change.objects.get().act == "appoint"


def test_somebody_known_keeps_the_account_and_the_same_part_is_not_given_twice(world):
    take_on(world, email="other.holder@demo.example.org", role="deputy")
    assert User.objects.filter(email="other.holder@demo.example.org").count() == 1
    assert "/accounts/login/" in render_words(Delivery.objects.get(template="appointed"))[1]
    with pytest.raises(Refused, match="already"):
        take_on(world, email="other.holder@demo.example.org", role="deputy")


@pytest.mark.parametrize(
    "by", ["holder", "deputy", "other_holder", "stranger", "observer", "operator", "editor", "clerk"]
)
def test_nobody_else_begins_or_ends_an_appointment(world, by):
    with pytest.raises(PermissionDenied):
        take_on(world, by=by)
    holding = Appointment.objects.get(user=world.people["holder" if by == "deputy" else "deputy"])
    with pytest.raises(PermissionDenied):
        end_appointment(actor=world.actor(by), appointment_id=holding.pk, why="x", now=NOW)
    assert world.client(by).get(reverse("appoint", args=[world.quarantine.code])).status_code == 403
    assert world.client(by).post(reverse("end_appointment", args=[holding.pk]), {"why": "x"}).status_code in (403, 404)


def test_only_the_coordinator_opens_a_closed_account_again(world):
    User.objects.filter(pk=world.people["stranger"].pk).update(is_active=False)
    with pytest.raises(Refused, match="closed"):
        take_on(world, email="stranger@demo.example.org")
    take_on(world, by="coordinator", email="stranger@demo.example.org")
    assert User.objects.get(pk=world.people["stranger"].pk).is_active


def test_an_appointment_that_ends_takes_contact_and_sight_with_it(world):
    holder = world.people["holder"]
    Contact.objects.create(desk=world.quarantine, user=holder, name=holder.name, email=holder.email)
    case, browser = world.file().case, world.client("holder")
    assert browser.get(reverse("case", args=[case.ref])).status_code == 200
    head, holding = world.client("head"), Appointment.objects.get(user=holder)
    page = head.get(reverse("desk_people", args=[world.quarantine.code])).content.decode()
    assert 'End the appointment of <bdi translate="no">Holder Demo</bdi>' in page
    head.post(reverse("end_appointment", args=[holding.pk]), {"why": " "})
    assert Appointment.objects.get(pk=holding.pk).ends_at is None
    head.post(reverse("end_appointment", args=[holding.pk]), {"why": "rotation"})
    assert Contact.objects.get(user=holder).ended_at is not None
    assert browser.get(reverse("case", args=[case.ref])).status_code == 302  # the session is over


def test_the_page_keeps_what_was_typed(world):
    page = world.client("head").post(
        reverse("appoint", args=[world.quarantine.code]),
        {"name": "New Demo", "email": "nonsense", "role": "holder", "why": ""},
    )
    assert page.status_code == 422 and "nonsense" in page.content.decode() and "New Demo" in page.content.decode()
