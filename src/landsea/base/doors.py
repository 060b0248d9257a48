"""The doors of the platform: each route names the one it stands behind. A view without a door fails a contract test.

A stranger to a thing gets 404 from the app's `access`; a door only says which *kind* of person may come in at all.
`DOORS` describes each in one line; the permission matrix is generated from them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.base.requests import ActorRequest

DOORS = {
    "public": "anyone",
    "mailbox": "whoever holds the secret link to the case",
    "answer_link": "whoever holds the link by which a desk answers one case",
    "invitation_link": "whoever holds the link by which somebody invited answers, at one dialogue",
    "device": "whoever has the password of a device that reads phone books",
    "signed_in": "anyone with an account",
    "officer": "people at desks, heads, coordinators, observers",
    "desk": "people at desks, heads and coordinators (not observers)",
    "coordinator": "the coordinator's desk",
    "association": "clerks of an association",
    "network": "people at desks, heads, coordinators, and editors of facts",
    "editor": "editors of facts, and the coordinator",
    "observer": "observers of a country, and the coordinator",
    "directory": "people at desks, heads and coordinators: whoever keeps the directory",
    "appointer": "heads of offices and the coordinator",
    "head": "heads of offices",
    "operator": "operators of the installation",
}

PROVED_BY_VIEW = ("public", "mailbox", "answer_link", "invitation_link", "device")

PUBLIC_ROUTES = (
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
)
"""Views of allauth that anyone may open: they are how one becomes somebody."""

OWN_ACCOUNT_ROUTES = (
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
    "usersessions_list",
)
"""Views of allauth about one's own account, which ask for a sign-in themselves (a second factor is set up here)."""

_MAY_ENTER: dict[str, Callable[[Actor], bool]] = {
    "signed_in": lambda actor: actor.user_id is not None,
    "officer": lambda actor: actor.is_officer,
    "desk": lambda actor: actor.works_at_desks,
    "coordinator": lambda actor: actor.is_coordinator,
    "association": lambda actor: bool(actor.associations),
    "network": lambda actor: actor.works_at_desks or actor.is_editor,
    "editor": lambda actor: actor.edits_facts,
    "observer": lambda actor: bool(actor.observed_countries) or actor.is_coordinator,
    "directory": lambda actor: actor.works_at_desks or bool(actor.heads),
    "appointer": lambda actor: bool(actor.heads) or actor.is_coordinator,
    "head": lambda actor: bool(actor.heads),
    "operator": lambda actor: actor.is_operator,
}


View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class SignedOut(PermissionDenied):
    """A page of ours sent a form, and the sign-in of whoever filled it in has ended. The page that answers 403 keeps what was
    typed; on the way to the sign-in page it would be lost.
    """


def door(name: str) -> Callable[[View], View]:
    """Put a view behind a door. `public`, `mailbox`, `answer_link`, `invitation_link` and `device` let everybody in: the
    view itself proves the secret link, or the password.
    """
    if name not in DOORS:
        raise ValueError(f"There is no door '{name}'.")

    def behind(view: View) -> View:
        @wraps(view)
        def guarded(request: ActorRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if name not in PROVED_BY_VIEW:
                refused = _refuse_or_send_to_sign_in(request, name)
                if refused is not None:
                    return refused
            return view(request, *args, **kwargs)

        vars(guarded)["door"] = name
        return cast(View, guarded)

    return behind


def may_enter(actor: Actor, name: str) -> bool:
    """Whether this kind of person may come in at a door that asks for one; a program's key is asked so too."""
    return _MAY_ENTER[name](actor)


def _refuse_or_send_to_sign_in(request: ActorRequest, name: str) -> HttpResponseRedirect | None:
    """Return where to send somebody who may not come in yet; raise 403 for somebody who never may, and SignedOut for a form
    that was filled in before the sign-in ended.
    """
    actor = request.account_actor
    if actor.user_id is None:
        if request.method == "POST" and request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
            raise SignedOut
        return HttpResponseRedirect(f"{reverse('account_login')}?next={quote(request.get_full_path())}")
    if not _MAY_ENTER[name](actor):
        raise PermissionDenied
    if actor.must_use_second_factor and not request.has_second_factor:
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    return None
