"""How allauth behaves here: nobody signs up (accounts come from appointments), mails go through the outbox, and guesses at a
password are counted so that they stop the guesser and not the account's owner (`guessing`).
"""

import uuid

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override

from landsea.accounts.actions.note_sign_in import note_sign_in
from landsea.accounts.guessing import count_try, take_back_try, try_at
from landsea.accounts.models import User
from landsea.accounts.second_factor import has_second_factor
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.ui import reader


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; account mails become deliveries like every other mail."""

    def is_open_for_signup(self, request) -> bool:
        """No: an account comes with an appointment, made by a coordinator or a head of office."""
        return False

    def authenticate(self, request, **credentials) -> User | None:
        """Return whose password it is. Raises a sentence for the form where too many were tried; a refusal is noted."""
        one, now = try_at(request, credentials.get("email") or ""), timezone.now()
        refused = {"user_id": one.user_id, "network": one.network, "by": _signed_in_as(request)}
        if not count_try(one):
            note_sign_in("sign_in_held", **refused, now=now)
            raise self.validation_error("too_many_login_attempts")
        user: User | None = super().authenticate(request, **credentials)
        if user is None:
            note_sign_in("sign_in_refused", **refused, now=now)
        else:
            take_back_try(one)
        return user

    def pre_authenticate(self, request, **credentials) -> None:
        """Count nothing more: `authenticate` did, in another way than the library."""

    def post_login(self, request, user, **how) -> HttpResponse:
        """Where no second factor followed, the password just typed is the proof for setting one up: nobody types it twice."""
        last = get_authentication_records(request, user)[-1:]
        if last and last[0]["method"] == "password" and not has_second_factor(user.pk):
            record_authentication(request, user, method="password", reauthenticated=True)
        return super().post_login(request, user, **how)

    def add_message(self, request, level, *args, **named) -> None:
        """Say what happened in the language of the pages that follow: just signed in, a page still speaks the language from
        before, and the next one the account's.
        """
        own = reader.find_ready_language(request.user.language) if request.user.is_authenticated else None
        with override(reader.find_chosen_language(request) or own or get_language()):
            super().add_message(request, level, *args, **named)

    def send_notification_mail(self, template_prefix: str, user, context: dict | None = None, email=None) -> None:
        """Tell a person that something about the sign-in was changed, at the address of the account."""
        self.send_mail(template_prefix, email or user.email, {**(context or {}), "user": user})

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Queue an account mail (new password, changed factor, ...) as a delivery; its links are made when it is sent.

        An address without an account gets none: strangers must not be able to make us write to anyone.
        """
        user = context.get("user")
        if user is None:
            return
        with transaction.atomic():
            queue_mail(
                template="account_notice",
                address=email,
                language=user.language,
                facts={"notice": template_prefix.rpartition("/")[2]},
                user_id=user.pk,
                stream=f"user:{user.pk}",
                once=f"account:{user.pk}:{uuid.uuid4()}",
                now=timezone.now(),
            )


class FactorAdapter(DefaultMFAAdapter):
    """Says what to do about a code that was not taken: it may be mistyped, over, or used already."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "This code is not right, or it was used before: each is good once. Wait for the next one and type that."
        ),
    }


def _signed_in_as(request) -> int | None:
    """Return whose session asks: somebody signed in is asked for the password once more before some acts."""
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else None
