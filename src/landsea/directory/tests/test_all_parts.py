"""Every part by pages: who may begin and end it, what it lets do, the last coordinator, and taking an end back."""

import pytest
from django.urls import reverse

from landsea.accounts.models import User
from landsea.base.audit.models import Entry
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.directory.models import Appointment, Contact
from landsea_core.appointing import UNIT_OF_PART, Part, UnitKind

pytestmark = pytest.mark.django_db
TYPED = {"name": "New Demo", "email": "new@demo.example.org", "language": "en", "why": "the minister's letter"}
CODES = {UnitKind.DESK: "cn-mohan.quarantine", UnitKind.NONE: ""}


def unit_of(part: Part) -> str:
    return CODES.get(UNIT_OF_PART[part], "vn-chamber" if part is Part.CLERK else "vn-huunghi")


def appoint(world, by: str, part: Part, **typed):
    return world.client(by).post(
        reverse("appoint_to_part", args=[part.value]), TYPED | {"unit_code": unit_of(part)} | typed
    )


@pytest.mark.parametrize("part", list(Part))
def test_a_coordinator_appoints_to_every_part_and_ends_it(world, part):
    assert appoint(world, "coordinator", part).status_code == 302
    row = Appointment.objects.get(user__email="new@demo.example.org")
    mail = Delivery.objects.get(template="appointed", user_id=row.user_id)
    subject, body = render_words(mail)
    assert "You were appointed" in subject and "/accounts/invitation/" in body
    page = world.client("coordinator").get(reverse("people")).content.decode()
    assert "New Demo" in page and reverse("end_appointment", args=[row.pk]) in page
    world.client("coordinator").post(reverse("end_appointment", args=[row.pk]), {"why": "no longer"})
    row.refresh_from_db()
    assert row.ends_at is not None
    assert "has ended" in render_words(Delivery.objects.get(template="appointment_ended"))[0]
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert acts[-2:] == ["appoint", "end_appointment"] and not list(find_broken_entries())


@pytest.mark.parametrize("part", list(Part))
def test_a_head_appoints_to_some_parts_of_the_own_office_only(world, part):
    own = {"unit_code": "cn-mohan.quarantine" if UNIT_OF_PART[part] is UnitKind.DESK else "cn-mohan"}
    elsewhere = {"unit_code": "vn-huunghi.customs" if UNIT_OF_PART[part] is UnitKind.DESK else "vn-chamber"}
    allowed = part in (Part.HOLDER, Part.DEPUTY)
    assert appoint(world, "head", part, **elsewhere).status_code == 403
    answer = appoint(world, "head", part, **own)
    assert answer.status_code == (302 if allowed else 422 if part is Part.CLERK else 403)
    assert Appointment.objects.filter(user__email="new@demo.example.org").exists() is allowed


@pytest.mark.parametrize("who", ["holder", "deputy", "clerk", "observer", "operator", "editor", "stranger"])
def test_nobody_else_comes_near_the_pages(world, who):
    browser = world.client(who)
    for name in ("people", "choose_part", "invitations"):
        assert browser.get(reverse(name)).status_code == 403
    assert appoint(world, who, Part.OPERATOR).status_code == 403


def test_what_was_typed_stays_when_the_desk_is_missing(world):
    answer = appoint(world, "coordinator", Part.HOLDER, unit="mohan", unit_code="")
    page = answer.content.decode()
    assert answer.status_code == 422 and "the minister&#x27;s letter" in page
    assert 'value="cn-mohan.quarantine"' in page, "what the word may mean is offered"


def test_a_clerk_is_appointed_to_a_chamber_only(world):
    answer = appoint(world, "coordinator", Part.CLERK, unit_code="cn-mohan")
    assert "no chamber or association" in answer.content.decode()


def test_the_last_coordinator_stays(world):
    holding = Appointment.objects.get(user=world.people["coordinator"])
    browser = world.client("coordinator")
    answer = browser.post(reverse("end_appointment", args=[holding.pk]), {"why": "enough"}, follow=True)
    assert "last coordinator" in answer.content.decode()
    appoint(world, "coordinator", Part.COORDINATOR)
    answer = browser.post(reverse("end_appointment", args=[holding.pk]), {"why": "enough"}, follow=True)
    assert "last coordinator" in answer.content.decode(), "somebody who never came does not count"
    User.objects.filter(email="new@demo.example.org").update(password="set")
    browser.post(reverse("end_appointment", args=[holding.pk]), {"why": "enough"})
    holding.refresh_from_db()
    assert holding.ends_at is not None
    assert not list(find_broken_entries())


def test_everybody_lays_down_an_own_part(world):
    browser, row = world.client("clerk"), Appointment.objects.get(user=world.people["clerk"])
    assert "clerk of an association" in browser.get(reverse("own_appointments")).content.decode()
    assert browser.get(reverse("association_cases")).status_code == 200
    browser.post(reverse("end_appointment", args=[row.pk]), {"why": "another job", "back": "own"})
    assert browser.get(reverse("association_cases")).status_code == 302, "the session ended with the last part"


def test_rights_are_gone_between_two_requests(world):
    browser, row = world.client("operator"), Appointment.objects.get(user=world.people["operator"])
    appoint(world, "coordinator", Part.EDITOR, email=world.people["operator"].email)
    assert browser.get(reverse("deliveries")).status_code == 200
    world.client("coordinator").post(reverse("end_appointment", args=[row.pk]), {"why": "rotation"})
    assert browser.get(reverse("deliveries")).status_code == 403
    assert browser.get(reverse("rule_editing")).status_code == 200, "the other part stays, and so does the session"


def test_an_end_is_taken_back_with_the_contact(world):
    holder, boss = world.people["holder"], world.client("head")
    Contact.objects.create(desk=world.quarantine, user=holder, name=holder.name, email=holder.email)
    row = Appointment.objects.get(user=holder)
    boss.post(reverse("end_appointment", args=[row.pk]), {"why": "a mistake"})
    assert "Take the end back" in boss.get(reverse("people")).content.decode()
    boss.post(reverse("end_appointment_back", args=[row.pk]))
    assert Appointment.objects.filter(user=holder, ends_at=None).count() == 1
    assert Contact.objects.get(user=holder).ended_at is None
    answer = boss.post(reverse("end_appointment_back", args=[row.pk]), follow=True)
    assert "has this part already" in answer.content.decode()


def test_the_table_is_shown_to_anyone(world):
    page = world.client().get(reverse("who_appoints")).content.decode()
    assert "head of an office" in page and "a coordinator" in page


def test_everything_that_is_missing_is_said_at_once(world):
    page = appoint(world, "coordinator", Part.HOLDER, name="", unit_code="").content.decode()
    assert "Say where" in page and "Write the person&#x27;s name" in page
