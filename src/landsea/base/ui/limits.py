"""How often one address may file, upload, have words read and try links. Counts stand in Django's cache, for a window at a
time; with the default cache each web process counts for itself (`docs/decisions/limits.md` says why). A limit is never a
wall: the page says when to go on, and keeps what was typed.
"""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Limit:
    """At most so many in so many seconds."""

    most: int
    seconds: int


def limit_of(what: str) -> Limit:
    """Return the limit of `file`, `paper`, `check` (a form looked at before it is sent), `read` (words read while somebody
    types), `plan` (a search for ways), `trip` (begun or a file of them), `milestone`, `keep` (a plan, and a mail to an address
    that anybody may type) or `link`. A chamber behind one address files for many members.
    """
    hour = 3600
    per_hour = settings.FILINGS_PER_HOUR
    return {
        "file": Limit(per_hour, hour),
        "paper": Limit(10 * per_hour, hour),
        "check": Limit(4 * per_hour, 600),
        "read": Limit(2 * per_hour, 60),
        "plan": Limit(4 * per_hour, 600),
        "trip": Limit(per_hour, hour),
        "milestone": Limit(10 * per_hour, hour),
        "keep": Limit(per_hour, hour),
        "link": Limit(20, 600),
    }[what]


def spend(request, what: str) -> bool:
    """Count one more from this address; False when there were too many in this window."""
    limit, key = limit_of(what), _key(request, what)
    cache.add(key, 0, limit.seconds)
    try:
        return cache.incr(key) <= limit.most
    except ValueError:  # the window ended between the two calls
        cache.set(key, 1, limit.seconds)
        return True


def is_spent(request, what: str) -> bool:
    """Return whether this address has used up its window, without counting."""
    return cache.get(_key(request, what), 0) >= limit_of(what).most


def network_of(request) -> str:
    """Return a digest of the network a request comes from, for rows that limit how often one network acts: with the
    installation's key, so that a copy of the database tells no address.
    """
    return salted_hmac("landsea.network", _network(request)).hexdigest()[:32]


def _key(request, what: str) -> str:
    return f"limit:{what}:{_network(request)}"


def network_at(raw: str) -> str:
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


def _network(request) -> str:
    return network_at(request.META.get("REMOTE_ADDR", "")) or "unknown"
