"""Asking for the password once more before what weighs most: rights over people, names that were withheld, sheets that leave
the house, keys for programs. A browser that was left open for half an hour does none of it.

A page is asked for first and opens afterwards. A form that comes too late is not lost: the page that asks holds all of it, and
sends it with the password.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy

LASTS = 30 * 60
"""Seconds for which a proof holds: password, code or passkey."""
PASSWORD = "password_once_more"
NOT_SENT_ON = {PASSWORD, "csrfmiddlewaretoken"}

View = TypeVar("View", bound=Callable[..., Any])


def proves_again(*methods: str) -> Callable[[View], View]:
    """Let a view be asked for by these methods (all, if none is named) only by who proved lately who they are. It stands
    below the view's door.
    """

    def behind(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not methods or request.method in methods:
                asked = ask_for_proof(request)
                if asked is not None:
                    return asked
            return view(request, *args, **kwargs)

        vars(guarded)["proves_again"] = True
        return cast(View, guarded)

    return behind


LONGEST_PASSWORD = 4096
"""Letters; nobody types so many, and checking more would only cost."""


class PasswordOnceMore(forms.Form):
    """The password, beside everything that the late form held."""

    password_once_more = forms.CharField(
        label=gettext_lazy("Password"),
        max_length=LONGEST_PASSWORD,
        strip=False,  # as at sign-in: a space at an end belongs to a password
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password_once_more(self) -> str:
        """Raise a sentence for a wrong one; tries are counted as at sign-in."""
        typed: str = self.cleaned_data[PASSWORD]
        if not get_adapter().reauthenticate(self.user, typed):
            raise ValidationError(gettext("This is not your password."))
        return typed


def ask_for_proof(request: HttpRequest) -> HttpResponse | None:
    """Return the page that asks, or None for who proved it lately, or does so with this form."""
    if _has_proved_lately(request):
        return None
    if request.method != "POST":
        where = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{where}")
    form = PasswordOnceMore(request.POST if PASSWORD in request.POST else None, user=request.user)
    if form.is_bound and form.is_valid():
        record_authentication(request, request.user, method="password", reauthenticated=True)  # type: ignore[arg-type]
        request.POST = _without_proof(request.POST)  # type: ignore[assignment]
        return None
    context = {
        "form": form,
        "fields": [(name, one) for name, all_of in _without_proof(request.POST).lists() for one in all_of],
        "had_files": bool(request.FILES),
    }
    return render(request, "account/prove_again.html", context, status=422 if form.errors else 403)


def _has_proved_lately(request: HttpRequest) -> bool:
    """Whether sign-in, password, code or passkey were given in this session lately. Invented people have a password that
    nobody typed: they are played, and asked for nothing.
    """
    user: Any = request.user
    if settings.DEMO and user.is_demo:
        return True
    records = get_authentication_records(request, user)
    return bool(records) and time.time() - records[-1]["at"] < LASTS


def _without_proof(sent: QueryDict) -> QueryDict:
    left = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        if name not in NOT_SENT_ON:
            left.setlist(name, values)
    return left
