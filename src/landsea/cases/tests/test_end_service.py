"""Somebody who left: everything ends at once, and nothing shows any more by any door."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from landsea.base.refusal import Refused
from landsea.cases.actions.hand_over import end_service_of
from landsea.cases.tests.world import make_world, with_duty
from landsea.directory.actions.ask import ask_contact
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.models import Appointment, ConfirmationLink, Contact, DutyShift, Role, RotaTurn

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def world():
    return with_duty(make_world(), NOW)


def test_who_left_sees_nothing_by_any_door(world):
    """A browser that was open, the mailed link, every address: nothing shows any more."""
    case = world.file("Zyxomarker durian").case
    browser, holder = world.client("holder"), world.people["holder"]
    contact = Contact.objects.get(user=holder)
    ask_contact(contact.pk, now=NOW)
    link = reverse("confirm_contact", args=[CONFIRMATION_LINKS.secret_of(ConfirmationLink.objects.get().nonce)])
    assert "Zyxomarker" in browser.get(reverse("case", args=[case.ref])).content.decode()
    assert browser.get(link).status_code == 200

    end_service_of(actor=world.actor("head"), user_id=holder.pk, why="left the office", now=timezone.now())

    for address in (
        reverse("case", args=[case.ref]),
        reverse("queue"),
        reverse("my_desks"),
        reverse("leaves"),
        reverse("hand_over"),
        reverse("desk_people", args=[world.quarantine.code]),
        reverse("contact", args=[contact.pk]),
        reverse("after_sign_in"),
    ):
        answered = browser.get(address)
        assert answered.status_code == 302 and "/accounts/login/" in answered.url, address
    assert browser.get(link).status_code == 404
    page = browser.get(reverse("desk_page", args=[world.quarantine.code])).content.decode()
    assert holder.email not in page
    assert not DutyShift.objects.filter(ends_at__gt=timezone.now()).exists() and not RotaTurn.objects.exists()
    holder.refresh_from_db()
    assert not holder.is_active


def test_somebody_whose_appointments_ended_sees_nothing_even_with_a_session(world):
    case = world.file("Zyxomarker durian").case
    browser = world.client("holder")
    Appointment.objects.filter(user=world.people["holder"]).update(ends_at=timezone.now())
    assert browser.get(reverse("case", args=[case.ref])).status_code in (403, 404)
    assert browser.get(reverse("desk_people", args=[world.quarantine.code])).status_code == 403


@pytest.mark.parametrize("by", ["holder", "deputy", "other_holder", "stranger"])
def test_only_the_head_and_the_coordinator_end_somebodys_service(world, by):
    with pytest.raises(PermissionDenied):
        end_service_of(actor=world.actor(by), user_id=world.people["holder"].pk, why="x", now=NOW)


def test_the_head_ends_a_service_from_the_page(world):
    browser, holder = world.client("head"), world.people["holder"]
    page = browser.get(reverse("hand_over") + f"?giver={holder.pk}").content.decode()
    address = reverse("end_service", args=[holder.pk])
    assert address in page and address not in browser.get(reverse("hand_over")).content.decode()
    browser.post(address, {"why": ""})
    assert world.actor("holder").holds
    browser.post(address, {"why": "moved to another ministry"})
    holder.refresh_from_db()
    assert not holder.is_active and not world.actor("holder").desks


def test_nobody_cannot_leave(world):
    answer = world.client("coordinator").post(reverse("end_service", args=[2_000_000_000]), {"why": "left"})
    assert answer.status_code == 404


def test_one_cannot_shut_oneself_out_and_needs_a_reason(world):
    head = world.people["head"]
    Appointment.objects.create(user=head, role=Role.DEPUTY, desk=world.quarantine, starts_at=NOW - timedelta(days=1))
    with pytest.raises(PermissionDenied):
        end_service_of(actor=world.actor("head"), user_id=head.pk, why="x", now=NOW)
    with pytest.raises(Refused):
        end_service_of(actor=world.actor("head"), user_id=world.people["holder"].pk, why=" ", now=NOW)
