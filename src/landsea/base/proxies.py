"""Who asks, when a proxy of ours stands in front: taken from what that proxy says, and from nobody else.

A request that comes from a trusted network has the address of the person in `X-Forwarded-For`; each proxy adds the address
it heard from at the end. So the list is read from the right, past our own proxies, and what a stranger wrote further left
counts for nothing. Limits, sign-in failures and logs then see the person and not the proxy.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Network = IPv4Network | IPv6Network


def read_networks(typed: str) -> tuple[Network, ...]:
    """Return the networks of a setting, separated by commas: `10.0.0.0/8,2001:db8::/32`. Raises ValueError for others."""
    return tuple(ip_network(part.strip()) for part in typed.split(",") if part.strip())


def is_within(address: str, networks: Sequence[Network]) -> bool:
    """Say whether an address lies in one of these networks; what is no address lies in none."""
    try:
        found = ip_address(address.strip())
    except ValueError:
        return False
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in network for network in networks)


def find_client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """Return the address of whoever asks: `peer` itself, or, where that is a proxy of ours, the last one it names that is
    none of ours.

    >>> ours = read_networks("10.0.0.0/8")
    >>> find_client_address("10.0.0.1", "198.51.100.7, 203.0.113.5, 10.0.0.2", ours)
    '203.0.113.5'
    >>> find_client_address("203.0.113.5", "198.51.100.7", ours)
    '203.0.113.5'
    """
    if not is_within(peer, trusted):
        return peer
    for named in reversed([part.strip() for part in forwarded_for.split(",") if part.strip()]):
        try:
            ip_address(named)
        except ValueError:
            return peer
        if not is_within(named, trusted):
            return named
    return peer


def find_network(raw: str) -> str:
    """Return what counts as one of an address: one household or office has a whole /64 of version 6. A version 4 address that
    a server of both versions writes as ::ffff:192.0.2.1 is itself: all of them lie in one /64. Empty for none.
    """
    try:
        address = ip_address(raw)
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return raw
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))


_ASKING: ContextVar[str] = ContextVar("asking", default="")


def find_asking_address() -> str:
    """Return the address of whoever this thread answers; empty where it answers nobody, as in the worker."""
    return _ASKING.get()


@contextmanager
def remember_address(address: str) -> Iterator[None]:
    """Let this thread know whom it answers."""
    token = _ASKING.set(address)
    try:
        yield
    finally:
        _ASKING.reset(token)


class BehindProxies:
    """Puts the person's address in REMOTE_ADDR, and drops what somebody who is no proxy of ours claims about themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.trusted = read_networks(settings.TRUSTED_PROXIES)
        self.public = urlsplit(settings.PUBLIC_ADDRESS)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as if the person had come without the proxy."""
        peer = request.META.get("REMOTE_ADDR", "")
        claimed = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        if is_within(peer, self.trusted):
            request.META["REMOTE_ADDR"] = find_client_address(peer, claimed, self.trusted)
        else:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        if not self.trusted and self.public.scheme == "https" and request.META.get("HTTP_HOST") == self.public.netloc:
            # Nobody may tell the scheme, but whoever asks for the public name came by its address: links say so.
            request.META["wsgi.url_scheme"] = "https"
        with remember_address(request.META.get("REMOTE_ADDR", "")):
            return self.get_response(request)
