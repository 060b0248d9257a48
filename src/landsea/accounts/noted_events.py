"""What the libraries of signing in tell us, and what we do on it: entries in audit and log, and an end to other sessions.

A session that was opened before a second factor stood counts as one with it afterwards; so whoever sets one up ends all others.
"""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as django_auth
from django.http import HttpRequest
from django.utils import timezone

from landsea.accounts.actions.end_sessions import end_sessions
from landsea.accounts.actions.note_sign_in import note_sign_in
from landsea.accounts.guessing import DIGITS, SIGN_IN
from landsea.accounts.models import User
from landsea.base.limits.spending import compute_network_digest


def hear_sign_ins() -> None:
    """Hear them from now on."""
    account.user_logged_in.connect(_signed_in)
    django_auth.user_logged_out.connect(_signed_out)
    mfa.authentication_failed.connect(_code_refused)
    mfa.authenticator_added.connect(_factor_added)
    mfa.authenticator_removed.connect(_factor_removed)
    for signal in (account.password_set, account.password_changed, account.password_reset):
        signal.connect(_password_changed)


def _note(request: HttpRequest, user: User | None, act: str, **facts: str) -> None:
    user_id = user.pk if user is not None else None
    note_sign_in(act, user_id=user_id, network=compute_network_digest(request)[:DIGITS], now=timezone.now(), **facts)


def _signed_in(request: HttpRequest, user: User, **_rest: Any) -> None:
    _note(request, user, SIGN_IN)


def _signed_out(request: HttpRequest, user: User | None, **_rest: Any) -> None:
    if user is not None:
        _note(request, user, "sign_out")


def _code_refused(request: HttpRequest, user: User, authenticator: Any, **_rest: Any) -> None:
    _note(request, user, "second_factor_refused", kind=str(authenticator.type))


def _factor_added(request: HttpRequest, user: User, authenticator: Any, **_rest: Any) -> None:
    _note(request, user, "add_second_factor", kind=str(authenticator.type))
    end_sessions(user.pk, now=timezone.now(), but=request.session.session_key)


def _factor_removed(request: HttpRequest, user: User, authenticator: Any, **_rest: Any) -> None:
    _note(request, user, "remove_second_factor", kind=str(authenticator.type))


def _password_changed(request: HttpRequest, user: User, **_rest: Any) -> None:
    _note(request, user, "change_password")
    end_sessions(user.pk, now=timezone.now(), but=request.session.session_key)
