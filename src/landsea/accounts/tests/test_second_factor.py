"""The second factor: codes of an app, how the app is set up, and the codes for whoever lost it."""

import re
import time

from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.tests.signing_in import PASSWORD, code_now, give_password, renew_factor, sign_in


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
    page = browser.get(reverse("mfa_activate_totp")).content.decode()  # the password was typed a moment ago
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    assert "data:image/svg+xml" in page
    codes = browser.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    assert codes.request["PATH_INFO"] == reverse("mfa_view_recovery_codes")
    assert browser.get(reverse("queue")).status_code == 200


def test_a_session_of_long_ago_sets_up_no_factor_without_the_password(world, monkeypatch):
    browser, person, begins = Client(), world.people["holder"], time.time()
    Authenticator.objects.filter(user=person).delete()
    give_password(browser, person)
    monkeypatch.setattr("time.time", lambda: begins + REAUTHENTICATION_TIMEOUT + 1)
    assert browser.get(reverse("mfa_activate_totp")).url.startswith(reverse("account_reauthenticate"))


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


def test_recovery_codes_can_be_seen_and_kept(world):
    browser = sign_in(world.people["holder"])
    page = browser.post(reverse("mfa_generate_recovery_codes"), follow=True).content.decode()
    codes = re.findall(r"<code>([\w-]+)</code>", page)
    assert len(codes) == 10 and 'class="site-header"' in page
    assert all(code in browser.get(reverse("mfa_download_recovery_codes")).content.decode() for code in codes)
