"""New passwords by mail."""

import re

from django.core import mail
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.accounts.tasks import send_reset_link
from landsea.accounts.tests.signing_in import NEW_PASSWORD
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery


def ask_for_link(address: str):
    """Ask for a new password, and do what the page ordered."""
    seen = set(ProcrastinateJob.objects.values_list("pk", flat=True))
    page = Client().post(reverse("account_reset_password"), {"email": address}, follow=True)
    for job in ProcrastinateJob.objects.exclude(pk__in=seen).filter(task_name="accounts.send_reset_link"):
        send_reset_link(**job.args)
    return page


class TestNewPassword:
    """A link goes by mail; the database never holds it."""

    def link(self, person) -> str:
        ask_for_link(person.email)
        assert "reset/key" not in str(Delivery.objects.values_list("facts").get())
        send_due()
        return re.search(r"http\S+(/accounts/password/reset/key/\S+)", mail.outbox[-1].body)[1]

    def test_by_the_link_that_was_sent_once(self, world):
        person = world.people["holder"]
        path, browser = self.link(person), Client()
        form = browser.get(path, follow=True)
        browser.post(form.redirect_chain[-1][0], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
        person.refresh_from_db()
        assert person.check_password(NEW_PASSWORD)
        again = Client().get(path, follow=True).content.decode()
        assert "used already" in again

    def test_the_mail_is_in_the_language_of_the_account_and_has_no_case_in_it(self, world):
        person = world.people["holder"]
        self.link(person)
        assert mail.outbox[-1].to == [person.email] and mail.outbox[-1].subject

    def test_an_unknown_address_gets_no_mail_and_sees_the_same_page(self, world):
        known = ask_for_link(world.people["holder"].email)
        unknown = ask_for_link("no@demo.example.org")
        assert known.redirect_chain == unknown.redirect_chain
        assert Delivery.objects.count() == 1

    def test_a_short_one_is_refused_with_a_sentence(self, world):
        path, browser = self.link(world.people["holder"]), Client()
        form = browser.get(path, follow=True)
        page = browser.post(form.redirect_chain[-1][0], {"password1": "short", "password2": "short"}).content.decode()
        assert 'class="fault"' in page
