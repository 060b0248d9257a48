"""The pages around signing in, for whoever stands before them the first time."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse

from landsea.accounts.tests.signing_in import code_now, give_password, renew_factor, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(world):
    return world.people["holder"]


def test_a_filer_who_came_to_the_sign_in_page_finds_the_way_to_the_case(client):
    page = client.get(f"{reverse('account_login')}?next=/cases/LS-2026-000001/").content.decode()
    assert f'href="{reverse("home")}#follow"' in page


def test_recovery_codes_say_what_they_are_for(person):
    browser = sign_in(person)
    RecoveryCodes.activate(person)
    page = browser.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert page.count("<code>") == 10
    assert "in place of the app" in page and "away from the phone" in page


def test_a_code_that_was_used_says_to_wait_for_the_next(person):
    code = code_now(renew_factor(person))
    for browser in (Client(), Client()):
        give_password(browser, person)
        answer = browser.post(reverse("mfa_authenticate"), {"code": code})
    assert "Wait for the next one" in answer.content.decode()
