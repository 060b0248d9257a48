"""Whoever gets or loses duty is told by mail; whoever was invited and never came is not taken for somebody who is there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.refusal import Refused
from landsea.cases.tests.world import make_world, with_contacts
from landsea.directory.acting_people import find_people_to_tell, may_act_for
from landsea.directory.actions.give_duty import give_duty
from landsea.directory.actions.leave import take_leave
from landsea.directory.models import Contact
from landsea.directory.tests.test_rota import NOW, night, save, turn, weekly

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return with_contacts(make_world())


def told() -> dict[int, str]:
    """Return the mails about duty by whom they go to, and forget them."""
    found = {one.user_id: render_words(one)[1] for one in Delivery.objects.filter(template="duty_changed")}
    Delivery.objects.filter(template="duty_changed").delete()
    return found


def test_a_new_rota_is_told_to_whose_turns_changed(world):
    save(world, weekly())
    holder, deputy = world.people["holder"].pk, world.people["deputy"].pk
    assert list(told()) == [deputy], "the holder set it"
    save(world, weekly())
    assert told() == {}, "nothing changed"
    save(world, [turn("holder", every=1)])
    assert "your turns with it" in told()[deputy]
    assert holder not in told()


def test_a_night_that_is_given_is_told_to_both(world):
    save(world, weekly())
    told()
    mine, other = Contact.objects.get(name="Holder Demo"), Contact.objects.get(name="Deputy Demo")
    give_duty(
        actor=world.actor("head"),
        desk_id=world.quarantine.pk,
        contact_id=other.pk,
        begins=night(2),
        ends=night(3),
        now=NOW,
    )
    said = told()
    assert "you have duty" in said[other.user_id] and "23:00" in said[other.user_id]
    assert "Deputy Demo has the duty that was yours" in said[mine.user_id]


def test_who_was_invited_and_never_came_is_passed_over(world):
    """The desk's deputy is told of its cases and may act on them; before, both waited for somebody who could not sign in."""
    now, holder = timezone.now(), world.people["holder"]
    holder.set_unusable_password()
    holder.save()
    assert [one.user_id for one in find_people_to_tell(world.quarantine, now)] == [world.people["deputy"].pk]
    assert may_act_for(world.actor("deputy"), world.quarantine, now, called=False)


def test_who_never_came_stands_in_for_nobody(world):
    deputy, today = world.people["deputy"], NOW.date()
    deputy.set_unusable_password()
    deputy.save()
    with pytest.raises(Refused, match="never signed in"):
        take_leave(
            actor=world.actor("holder"),
            user_id=world.people["holder"].pk,
            first_day=today + timedelta(days=3),
            last_day=today + timedelta(days=4),
            stand_in_id=deputy.pk,
            note="",
            now=NOW,
        )


def test_the_desks_page_says_who_was_appointed_and_has_not_come(world):
    typed = {"name": "Lei Chen", "email": "lei@demo.example.org", "role": "deputy", "language": "en", "why": "new"}
    browser, code = world.client("head"), world.quarantine.code
    page = browser.post(reverse("appoint", args=[code]), typed, follow=True).content.decode()
    assert page.count("until the first sign-in") == 2, "beside the person, and where the appointment is confirmed"
    User.objects.filter(email="lei@demo.example.org").update(password="set, and never asked for in a test")
    page = browser.get(reverse("desk_people", args=[code])).content.decode()
    assert "Lei Chen" in page and "until the first sign-in" not in page


def test_who_never_came_is_not_told_of_a_leave(world):
    world.people["deputy"].set_unusable_password()
    world.people["deputy"].save()
    day = NOW.date() + timedelta(days=7)
    take_leave(
        actor=world.actor("head"),
        user_id=world.people["holder"].pk,
        first_day=day,
        last_day=day,
        stand_in_id=None,
        note="",
        now=NOW,
    )
    assert not Delivery.objects.filter(template="leave_entered", user=world.people["deputy"]).exists()
