"""Lets a device in: Basic sign-in with its own password, tried only so often from one network."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from ipaddress import ip_network

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.base.limits.spending import is_limit_spent, spend_limit
from landsea.base.proxies import find_network
from landsea.directory.actors import make_actor
from landsea.phonebook import access
from landsea.phonebook.actions.note_use import note_use
from landsea.phonebook.models import Device

REALM = 'Basic realm="Landsea", charset="UTF-8"'
SHORTENED_TO = {4: 24, 6: 48}
"""How much of an address is kept: enough for a person to know their own network again, no more."""

CLASSES = "1, 3, addressbook"
"""What of WebDAV is spoken here (RFC 4918, 10.1; RFC 6352, 6.1)."""

View = Callable[..., HttpResponse]


def open_to_devices(view: View) -> View:
    """Put a view behind the door for devices; it is called with the device and with whom it reads for. A session opens
    nothing here, so no page of somebody else's can use one.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        typed = _typed_credentials(request)
        device = access.find_device_with_password(*typed) if typed else None
        if device is None:
            if typed and is_limit_spent(request, "device"):
                return _told_in_words(429, _("Too many wrong passwords. Wait ten minutes."), **{"Retry-After": "600"})
            if typed:
                spend_limit(request, "device")
            return _told_in_words(
                401, _("Sign in with your address and the password of this device."), **{"WWW-Authenticate": REALM}
            )
        now = timezone.now()
        note_use(device, network=shorten_network(request), program=request.headers.get("User-Agent", ""), now=now)
        response = view(request, device, find_actor_of_device(device, now), *args, **kwargs)
        response.headers["DAV"] = CLASSES
        return response

    vars(guarded)["csrf_exempt"] = True  # who signs in by each request's own header cannot be led on by another page
    return door("device")(guarded)


def find_actor_of_device(device: Device, now) -> Actor:
    """Return for whom a device reads. Somebody who must use a second factor and made the device without one is nobody in
    particular here, with the language of the account.
    """
    actor = make_actor(device.user, now)
    if actor.must_use_second_factor and not device.made_with_second_factor:
        return Actor(language=actor.language, zone=actor.zone)
    return replace(actor, name=str(device.user))


def shorten_network(request: HttpRequest) -> str:
    """Return the network of a request, shortened: "203.0.113.0/24"."""
    address = find_network(request.META.get("REMOTE_ADDR", ""))
    if not address:
        return ""
    length = SHORTENED_TO[6 if ":" in address else 4]
    return str(ip_network(f"{address}/{length}", strict=False))


def _typed_credentials(request: HttpRequest) -> tuple[str, str] | None:
    kind, _space, encoded = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        address, colon, password = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return (address, password) if colon and "\0" not in address else None


def _told_in_words(status: int, words: str, **headers: str) -> HttpResponse:
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=status, headers=headers)
