"""A person's own page of keys for programs: what is there, when it was last used; making one, shown once; ending one."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from landsea.accounts.step_up import proves_again
from landsea.api import access
from landsea.api.actions.make_key import end_key, make_key
from landsea.api.key_form import KeyForm
from landsea.api.scopes import SCOPES
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.requests import ActorRequest


@door("signed_in")
@proves_again("POST")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_own_keys(request: ActorRequest) -> HttpResponse:
    """Show the keys; with a form, make one and show its secret this once."""
    if request.method != "POST":
        return _page(request, KeyForm())
    form = KeyForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    typed, now = form.cleaned_data, timezone.now()
    try:
        key, secret = make_key(
            request.actor,
            name=typed["name"],
            scopes=typed["scopes"],
            days=int(typed["days"]),
            by_second_factor=bool(request.has_second_factor),
            now=now,
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _page(request, form, status=409)
    return _page(request, KeyForm(), fresh=(key, secret))


@door("signed_in")
@require_POST
def end_own_key(request: ActorRequest, key_id: int) -> HttpResponse:
    """End a key at once."""
    key = end_key(request.actor, key_id, now=timezone.now())
    messages.success(request, _("The key “%(name)s” opens nothing any more.") % {"name": key.name})
    return HttpResponseRedirect(reverse("own_keys"))


def _page(request: HttpRequest, form: KeyForm, *, fresh=None, status: int = 200) -> HttpResponse:
    user_id = request.actor.user_id  # type: ignore[attr-defined]
    if user_id is None:
        raise Http404
    now = timezone.now()
    rows = [
        (key, [SCOPES[one] for one in key.scopes if one in SCOPES], key.ends_at <= now)
        for key in access.list_keys(user_id)
    ]
    context = {"form": form, "rows": rows, "fresh": fresh, "address": f"{settings.PUBLIC_ADDRESS}/api/v1"}
    return render(request, "api/keys.html", context, status=status)
