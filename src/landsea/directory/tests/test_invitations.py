"""Invitations: the link works once and for a time, is sent again and withdrawn, and a list says who never came."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.accounts.actions.invite import withdraw_invitations
from landsea.accounts.models import Invitation, User
from landsea.accounts.tasks import send_reset_link
from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.directory.actions.follow_invitations import remind_invited, tell_of_lapses
from landsea.directory.models import Appointment

pytestmark = pytest.mark.django_db
WORDS = "a long and quiet river 27"
PASSWORD = {"password1": WORDS, "password2": WORDS}


@pytest.fixture
def invited(world) -> User:
    typed = {
        "name": "New Demo",
        "email": "new@demo.example.org",
        "language": "en",
        "why": "x",
        "unit_code": "cn-mohan.quarantine",
    }
    world.client("head").post(reverse("appoint_to_part", args=["holder"]), typed)
    return User.objects.get(email="new@demo.example.org")


def link_mailed() -> str:
    mail = Delivery.objects.filter(template="appointed").order_by("-pk").first()
    return re.search(r"http\S+?(/accounts/invitation/\S+)", render_words(mail)[1]).group(1)


def test_the_link_leads_over_the_password_to_the_second_factor_and_works_once(invited):
    browser, link = Client(), link_mailed()
    assert "nothing any more" not in browser.get(link).content.decode()
    answer = browser.post(link, {"password1": WORDS, "password2": "another"})
    assert answer.status_code == 422
    answer = browser.post(link, PASSWORD, follow=True)
    assert answer.request["PATH_INFO"] == reverse("mfa_activate_totp"), "no re-typing of the password in between"
    assert Client().get(link).status_code == 404
    assert "nothing any more" in Client().post(link, PASSWORD).content.decode()


def test_an_old_link_opens_nothing_and_a_new_one_is_sent(world, invited):
    old = link_mailed()
    Invitation.objects.update(expires_at=invited.created_at - timedelta(days=1))
    assert Client().get(old).status_code == 404
    boss = world.client("head")
    page = boss.get(reverse("invitations")).content.decode()
    assert "the link is too old" in page and "New Demo" in page
    boss.post(reverse("invite_again", args=[invited.pk]))
    assert Client().get(link_mailed()).status_code == 200 and Client().get(old).status_code == 404


def test_a_withdrawn_invitation_ends_the_appointment(world, invited):
    boss, link = world.client("head"), link_mailed()
    boss.post(reverse("withdraw_invitation", args=[invited.pk]), {"why": " "})
    assert Client().get(link).status_code == 200
    boss.post(reverse("withdraw_invitation", args=[invited.pk]), {"why": "wrong address"})
    assert Client().get(link).status_code == 404
    assert not Appointment.objects.filter(user=invited, ends_at=None).exists()
    assert "New Demo" not in boss.get(reverse("invitations")).content.decode()


def test_only_the_own_people_are_listed_and_invited_again(world, invited):
    assert world.client("coordinator").get(reverse("invitations")).content.decode().count("new@demo.example.org")
    for who in ("holder", "operator", "stranger"):
        assert world.client(who).post(reverse("invite_again", args=[invited.pk])).status_code == 403
    Appointment.objects.filter(user=world.people["head"]).update(office=world.border.office)
    assert world.client("head").post(reverse("invite_again", args=[invited.pk])).status_code == 404


def test_who_has_no_second_factor_is_named(world, invited):
    Client().post(link_mailed(), PASSWORD)
    assert "second factor missing" in world.client("head").get(reverse("invitations")).content.decode()
    answer = world.client("head").post(reverse("invite_again", args=[invited.pk]), follow=True)
    assert "can sign in" in answer.content.decode()


def test_no_row_holds_a_key_to_an_account(invited):
    secret = link_mailed().split("/")[3]
    assert all(secret not in (row.digest, str(row.nonce)) for row in Invitation.objects.all())
    assert secret not in str(Delivery.objects.values_list("facts", flat=True))


def test_the_page_speaks_the_language_of_the_mail_unless_another_was_chosen(invited):
    User.objects.filter(pk=invited.pk).update(language="lo")
    link = link_mailed()
    at_an_office = Client(headers={"accept-language": "en"})
    assert at_an_office.get(link)["Content-Language"] == "lo"
    assert '<html lang="lo"' in at_an_office.get(link).content.decode()
    assert '<html lang="vi"' in at_an_office.get(f"{link}?lang=vi").content.decode()


def test_nothing_is_said_of_a_password_before_one_is_typed(invited):
    page = Client().get(link_mailed()).content.decode()
    assert "Many people use this password" not in page
    assert "not one that many people use" in page
    refused = Client().post(link_mailed(), {"password1": "password123456", "password2": "password123456"})
    assert "Many people use this password" in refused.content.decode()


def test_the_mail_says_who_appointed(world, invited):
    boss = world.people["head"].name
    mails = Delivery.objects.filter(template="appointed")
    assert f"{boss} appointed you." in render_words(mails.get())[1]
    world.client("head").post(reverse("invite_again", args=[invited.pk]))
    assert [f"{boss} appointed you." in render_words(mail)[1] for mail in mails] == [True, True]


def test_who_chose_a_language_before_the_password_gets_mails_in_it(invited):
    browser, link = Client(headers={"accept-language": "th"}), link_mailed()
    browser.get(f"{link}?lang=vi")
    browser.post(link, PASSWORD)
    invited.refresh_from_db()
    assert invited.language == "vi"


def test_what_a_browser_accepts_is_no_choice(invited):
    Client(headers={"accept-language": "th"}).post(link_mailed(), PASSWORD)
    invited.refresh_from_db()
    assert invited.language == "en"


def test_each_link_works_for_whoever_is_appointed_at_four_desks(world, invited):
    first = link_mailed()
    Delivery.objects.update(state="sent")
    typed = {"name": "New Demo", "email": "new@demo.example.org", "language": "en", "why": "x"}
    world.client("coordinator").post(
        reverse("appoint_to_part", args=["deputy"]), typed | {"unit_code": world.border.code}
    )
    assert Delivery.objects.filter(template="appointed").count() == 2
    assert Client().get(first).status_code == 200 and Client().get(link_mailed()).status_code == 200
    Client().post(first, PASSWORD)
    assert Client().get(link_mailed()).status_code == 404, "it still works once"


def test_appointments_of_one_moment_are_told_in_one_mail(world, invited):
    typed = {"name": "New Demo", "email": "new@demo.example.org", "language": "en", "why": "x"}
    for desk in (world.border, world.rail):
        world.client("coordinator").post(reverse("appoint_to_part", args=["deputy"]), typed | {"unit_code": desk.code})
    _of_head, mail = Delivery.objects.filter(template="appointed").order_by("pk")
    subject, words = render_words(mail)[:2]
    assert subject.endswith("(+1)") and world.border.names["en"] in words and world.rail.names["en"] in words
    assert world.quarantine.names["en"] not in words, "who appointed the person is said once, so that mail is another"
    assert Client().get(link_mailed()).status_code == 200


def test_a_waiting_mail_whose_link_was_withdrawn_tells_of_no_more_appointments(world, invited):
    withdraw_invitations(invited.pk, now=timezone.now())
    typed = {"name": "New Demo", "email": "new@demo.example.org", "language": "en", "why": "x"}
    world.client("coordinator").post(
        reverse("appoint_to_part", args=["deputy"]), typed | {"unit_code": world.border.code}
    )
    assert Delivery.objects.filter(template="appointed").count() == 2
    assert Client().get(link_mailed()).status_code == 200


def run_at(now):
    """Follow the invitations as the hourly job does; return (template, address) of the mails that it queued."""
    before = set(Delivery.objects.values_list("pk", flat=True))
    remind_invited(now)
    tell_of_lapses(now)
    rows = Delivery.objects.exclude(pk__in=before).order_by("pk")
    return [(one.template, one.address) for one in rows]


def test_who_was_invited_is_reminded_on_day_seven_and_twelve_and_the_inviter_told_of_the_end(world, invited):
    sent = Invitation.objects.get().sent_at
    assert run_at(sent + timedelta(days=6)) == []
    reminder = [("invitation_waits", "new@demo.example.org")]
    assert run_at(sent + timedelta(days=7, hours=1)) == reminder
    assert run_at(sent + timedelta(days=9)) == []
    assert run_at(sent + timedelta(days=12, hours=1)) == reminder
    assert run_at(sent + timedelta(days=13)) == []
    mail = Delivery.objects.filter(template="invitation_waits").latest("pk")
    subject, body = render_words(mail)
    assert "Plant quarantine" in subject and "Head Demo appointed you" in body and "/accounts/invitation/" in body
    assert mail.not_before >= sent + timedelta(days=12) and mail.give_up_at == sent + timedelta(days=14)
    told = [("invitation_lapsed", "head@demo.example.org")]
    assert run_at(sent + timedelta(days=14, hours=1)) == told
    assert run_at(sent + timedelta(days=14, hours=2)) == []
    subject, body = render_words(Delivery.objects.get(template="invitation_lapsed"))
    assert subject.startswith("New Demo has not come") and reverse("invitations") in body


def test_who_has_come_is_not_reminded(world, invited):
    Client().post(link_mailed(), PASSWORD)
    sent = Invitation.objects.get().sent_at
    assert [run_at(sent + timedelta(days=days)) for days in (8, 13, 15)] == [[], [], []]


def test_of_an_inviter_who_appoints_no_more_the_coordinator_is_told(world, invited):
    Appointment.objects.filter(user=world.people["head"]).update(ends_at=timezone.now())
    told = run_at(Invitation.objects.get().expires_at + timedelta(hours=1))
    assert told == [("invitation_lapsed", "coordinator@demo.example.org")]


def test_links_that_lapsed_are_sent_again_together(world, invited):
    typed = {"name": "Two Demo", "email": "two@demo.example.org", "language": "en", "why": "x"}
    typed["unit_code"] = "cn-mohan.quarantine"
    boss = world.client("head")
    boss.post(reverse("appoint_to_part", args=["deputy"]), typed)
    assert "whose links are too old" not in boss.get(reverse("invitations")).content.decode()
    now = timezone.now()
    Invitation.objects.update(sent_at=now - timedelta(days=15), expires_at=now - timedelta(days=1))
    assert len(run_at(now)) == 1, "one mail tells of both"
    assert "Send 2 people whose links are too old new ones" in boss.get(reverse("invitations")).content.decode()
    page = boss.post(reverse("invite_lapsed_again"), follow=True).content.decode()
    assert "2 new links are on their way" in page
    assert Invitation.objects.filter(withdrawn_at=None, expires_at__gt=timezone.now()).count() == 2


def ask_on_the_closed_page(link: str, address: str = "new@demo.example.org") -> str:
    """Type an address into the form of a link that opens nothing, do what it ordered, and return the page that follows."""
    browser = Client()
    closed = browser.get(link)
    assert closed.status_code == 404
    action = reverse("account_reset_password")
    assert f'action="{action}"' in closed.content.decode()
    page = browser.post(action, {"email": address}, follow=True).content.decode()
    send_reset_link(**ProcrastinateJob.objects.filter(task_name="accounts.send_reset_link").latest("pk").args)
    return re.search(r"<main.*?</main>", page, re.DOTALL).group(0)


def test_an_old_link_leads_to_a_new_one_by_the_same_sentence_for_everybody(world, invited):
    old = link_mailed()
    world.client("head").post(reverse("invite_again", args=[invited.pk]))
    said = ask_on_the_closed_page(old)
    assert Delivery.objects.filter(template="appointed").count() == 3
    assert Client().get(link_mailed()).status_code == 200
    assert ask_on_the_closed_page(old, "nobody@demo.example.org") == said
    assert Delivery.objects.filter(template="appointed").count() == 3
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    ask_on_the_closed_page(old)
    assert Client().get(link_mailed()).status_code == 200, "also where all were too old"
    assert {one.actor for one in Entry.objects.filter(act="ask_for_invitation")} == {"anonymous"}


def test_nobodys_asking_ends_a_link_that_works_or_fills_a_mailbox(world, invited):
    first, old = link_mailed(), reverse("invitation", args=["not-copied-whole"])
    for _ in range(5):
        ask_on_the_closed_page(old)
    assert Client().get(first).status_code == 200
    assert Delivery.objects.filter(template="appointed").count() == 1 + 3


def test_whose_invitation_was_taken_back_gets_no_other(world, invited):
    old = link_mailed()
    world.client("head").post(reverse("withdraw_invitation", args=[invited.pk]), {"why": "wrong address"})
    mails = Delivery.objects.count()
    ask_on_the_closed_page(old)
    assert Delivery.objects.count() == mails
    assert not Invitation.objects.filter(withdrawn_at=None).exists()


def test_who_has_come_gets_a_link_to_a_new_password(world, invited):
    link = link_mailed()
    Client().post(link, PASSWORD)
    ask_on_the_closed_page(link)
    assert Delivery.objects.latest("pk").template == "account_notice"
