"""People who sign in: a password that all share, their authenticator apps, and browsers in which they are in."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse
from django.utils import timezone

PASSWORD = "long enough for a test"
NEW_PASSWORD = "another one, quite as long"


def code_now(secret: str) -> str:
    """Return what the app that keeps this secret shows now."""
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
