"""Signing in: password, then second factor; new passwords by mail; every page of it our own."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.accounts.tasks import send_reset_link
from landsea.base.doors import OWN_ACCOUNT_ROUTES, PUBLIC_ROUTES
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery
from landsea.cases.tests.world import make_world

PASSWORD = "long enough for a test"
NEW_PASSWORD = "another one, quite as long"


@pytest.fixture(autouse=True)
def _no_codes_used_yet():
    cache.clear()


@pytest.fixture
def world(db):
    made = make_world()
    for person in made.people.values():
        person.set_password(PASSWORD)
        person.save()
    return made


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))


def renew_factor(person) -> str:
    """Give a person another authenticator app and return its secret."""
    Authenticator.objects.filter(user=person).delete()
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def give_password(browser: Client, person, password: str = PASSWORD):
    return browser.post(reverse("account_login"), {"login": person.email.upper(), "password": password})


def sign_in(person) -> Client:
    """Return a browser in which this person signed in with both, and gave the password once more just now."""
    browser, secret = Client(), renew_factor(person)
    give_password(browser, person)
    browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return browser


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


def test_a_code_is_good_once_for_as_long_as_it_can_be_good(world, monkeypatch):
    person, begins = world.people["holder"], int(timezone.now().timestamp()) // 30 * 30
    secret = renew_factor(person)
    code = format_hotp_value(hotp_value(secret, begins // 30))
    for seconds, is_in in ((0, True), (1, False), (31, False), (59, False)):
        monkeypatch.setattr("time.time", lambda seconds=seconds: begins + seconds)
        browser = Client()
        give_password(browser, person)
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert (browser.get(reverse("queue")).status_code == 200) is is_in, seconds


def test_whoever_has_no_factor_yet_sets_one_up_before_anything_opens(world):
    browser, person = Client(), world.people["holder"]
    Authenticator.objects.filter(user=person).delete()
    give_password(browser, person)
    assert browser.get(reverse("queue")).url == reverse("mfa_activate_totp")
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = browser.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    assert "data:image/svg+xml" in page
    browser.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert browser.get(reverse("queue")).status_code == 200


def test_the_square_that_was_scanned_stays_good_when_the_page_is_loaded_anew(world):
    browser, person = Client(), world.people["holder"]
    Authenticator.objects.filter(user=person).delete()
    give_password(browser, person)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    shown = [
        re.search(r"<code>(\w+)</code>", browser.get(reverse("mfa_activate_totp")).content.decode())[1] for _ in "12"
    ]
    assert shown[0] == shown[1]
    assert browser.post(reverse("mfa_activate_totp"), {"code": code_now(shown[0])}).status_code == 302
    Authenticator.objects.filter(user=person).delete()
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    later = re.search(r"<code>(\w+)</code>", browser.get(reverse("mfa_activate_totp")).content.decode())[1]
    assert later != shown[0], "the next app gets a secret of its own"


def test_whoever_needs_no_factor_is_not_asked(world):
    browser = Client()
    Authenticator.objects.filter(user=world.people["stranger"]).delete()
    assert give_password(browser, world.people["stranger"]).url == reverse("after_sign_in")


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


def test_recovery_codes_can_be_seen_and_kept(world):
    browser = sign_in(world.people["holder"])
    page = browser.post(reverse("mfa_generate_recovery_codes"), follow=True).content.decode()
    codes = re.findall(r"<code>([\w-]+)</code>", page)
    assert len(codes) == 10 and 'class="site-header"' in page
    assert all(code in browser.get(reverse("mfa_download_recovery_codes")).content.decode() for code in codes)


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
