"""Signing in: password, then second factor; every page of it our own, and every change told."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse

from landsea.accounts.tests.signing_in import NEW_PASSWORD, PASSWORD, code_now, give_password, renew_factor, sign_in
from landsea.base.doors import OWN_ACCOUNT_ROUTES, PUBLIC_ROUTES
from landsea.base.outbox.actions.send import send_due


class TestWithPasswordAndFactor:
    """The ordinary way."""

    def test_leads_to_the_work(self, world):
        browser, person = Client(), world.people["holder"]
        secret = renew_factor(person)
        assert give_password(browser, person).url == reverse("mfa_authenticate")
        assert browser.get(reverse("queue")).status_code == 302, "the password alone opens nothing"
        response = browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
        assert response.url == reverse("after_sign_in")
        assert browser.get(reverse("queue")).status_code == 200

    def test_greets_in_the_language_of_the_account_unless_another_was_chosen(self, world):
        person = world.people["holder"]
        type(person).objects.filter(pk=person.pk).update(language="vi")
        secret = renew_factor(person)
        for chosen, language, words in (("", "vi", "Đã đăng nhập"), ("lo", "lo", "ເຂົ້າສູ່ລະບົບແລ້ວ")):
            cache.clear()
            browser = Client(headers={"accept-language": "en"})
            if chosen:
                browser.cookies[settings.LANGUAGE_COOKIE_NAME] = chosen
            give_password(browser, person)
            browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
            page = browser.get(reverse("queue"))
            assert page.headers["Content-Language"] == language
            assert words in page.content.decode()

    def test_a_wrong_code_says_so_and_opens_nothing(self, world):
        browser, person = Client(), world.people["holder"]
        renew_factor(person)
        give_password(browser, person)
        page = browser.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
        assert 'class="fault"' in page and browser.get(reverse("queue")).status_code == 302

    def test_a_wrong_password_and_an_unknown_address_look_the_same(self, world):
        pages = []
        for address in (world.people["holder"].email, "nobody@demo.example.org"):
            page = Client().post(reverse("account_login"), {"login": address, "password": "wrong"}).content.decode()
            pages.append(re.findall(r'<div class="notice refused">.*?</div></div>', page, re.S))
        assert pages[0] == pages[1] != []

    def test_too_many_wrong_passwords_are_stopped(self, world):
        browser, person = Client(), world.people["holder"]
        for _try in range(5):
            give_password(browser, person, "wrong")
        renew_factor(person)
        response = give_password(browser, person)
        assert response.status_code == 200 and "mfa" not in getattr(response, "url", "")

    def test_someone_switched_off_stays_outside(self, world):
        browser, person = Client(), world.people["holder"]
        renew_factor(person)
        person.is_active = False
        person.save()
        give_password(browser, person)
        assert browser.get(reverse("queue")).status_code == 302

    def test_signing_out_ends_it(self, world):
        browser = world.client("holder")
        assert browser.get(reverse("queue")).status_code == 200
        assert browser.post(reverse("account_logout")).url == reverse("home")
        assert browser.get(reverse("queue")).status_code == 302


def test_a_request_under_way_with_the_old_session_leaves_the_new_cookie(world):
    browser, secret = Client(), renew_factor(world.people["holder"])
    give_password(browser, world.people["holder"])
    old = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    late = Client()
    late.cookies[settings.SESSION_COOKIE_NAME] = old
    answer = late.get(reverse("queue"))
    assert settings.SESSION_COOKIE_NAME not in answer.cookies, "it would sign out who has just signed in"
    browser.post(reverse("account_logout"))
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value == ""


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi"])
@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_reset_password",
        "account_inactive",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
    ],
)
def test_pages_for_anyone_are_ours(db, client, name, language):
    page = client.get(reverse(name), headers={"accept-language": language}).content.decode()
    assert 'class="site-header"' in page and f'<html lang="{language}"' in page


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_deactivate_totp",
        "mfa_generate_recovery_codes",
        "account_logout",
    ],
)
def test_pages_about_ones_own_account_are_ours(world, name):
    response = sign_in(world.people["holder"]).get(reverse(name))
    assert response.status_code == 200 and 'class="site-header"' in response.content.decode()


@pytest.mark.parametrize("name", OWN_ACCOUNT_ROUTES)
def test_strangers_are_sent_to_sign_in(db, client, name):
    argument = [1] if name in {"mfa_edit_webauthn", "mfa_remove_webauthn"} else []
    response = client.get(reverse(name, args=argument))
    assert response.status_code == 302 and response.url.startswith(reverse("account_login"))


def test_every_view_that_is_not_ours_is_listed_with_who_may_open_it():
    lists = {*PUBLIC_ROUTES, *OWN_ACCOUNT_ROUTES}
    names = {name for name in get_resolver("landsea.accounts.urls").reverse_dict if isinstance(name, str)}
    assert names - {"after_sign_in", "invitation"} == lists


@pytest.mark.parametrize(
    ("name", "form", "sentence"),
    [
        (
            "account_change_password",
            {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
            "The password of your account was changed.",
        ),
        ("mfa_generate_recovery_codes", {}, "New recovery codes were made for your account."),
        ("mfa_deactivate_totp", {}, "The authenticator app of your account was taken away."),
    ],
)
def test_whoever_owns_an_account_is_told_of_every_change_to_it(
    world, name, form, sentence, django_capture_on_commit_callbacks
):
    person = world.people["holder"]
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(person).post(reverse(name), form)
    send_due()
    assert [message.to for message in mail.outbox] == [[person.email]]
    assert sentence in mail.outbox[0].body and reverse("account_reset_password") in mail.outbox[0].body
