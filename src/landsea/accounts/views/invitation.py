"""The page behind an invitation: set a password, and go on to the second factor. Opening it changes nothing. It speaks the
language of the account, as the mail before it and the pages after it do. A link that opens nothing leads to asking for another.
"""

from allauth.account.forms import SetPasswordForm
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from landsea.accounts import access
from landsea.accounts.actions.invite import accept_invitation
from landsea.accounts.reset_form import ResetForm
from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.base.secret_links import SHAPE
from landsea.base.ui.reader import find_chosen_language, find_ready_language, follow_account


@door("public")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask for a password; with one given, sign the person in and lead to what comes first: the second factor."""
    now = timezone.now()
    found = access.find_invitation_with_secret(secret, now) if SHAPE.fullmatch(secret) else None
    if found is None:
        return _say_closed(request)
    follow_account(request, Actor(user_id=found.user.pk, language=found.user.language, zone=found.user.time_zone))
    form = SetPasswordForm(found.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        password, chosen = form.cleaned_data["password1"], find_chosen_language(request)
        if not (chosen or found.user.language):
            chosen = find_ready_language(get_language())  # nobody named one, so it is the browser's from now on
        user = accept_invitation(secret, password, now=now, language=chosen)
        if user is None:
            return _say_closed(request)
        record_authentication(request, user, method="password", email=user.email)
        return perform_login(request, user, redirect_url=reverse("after_sign_in"))
    context = {"form": form, "invited": found.user, "expires_at": found.expires_at, "now": now}
    return render(request, "account/invitation.html", context, status=422 if form.errors else 200)


def _say_closed(request: HttpRequest) -> HttpResponse:
    return render(request, "account/invitation_closed.html", {"form": ResetForm()}, status=404)
