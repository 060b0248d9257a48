"""How often one network may file, upload, have words read and try links, for a window at a time.

One row a limit and network is counted up by one statement, so that all processes and machines count together
(`docs/decisions/limits.md`). A process that met the end of a limit remembers it until the window ends: a flood then costs
the database nothing. A limit is never a wall: the page says when to go on, and keeps what was typed.
"""

import math
import time
from dataclasses import dataclass

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from landsea.base.kept import Kept
from landsea.base.limits.models import Spending
from landsea.base.proxies import find_network

COUNT_ONE = """
    INSERT INTO limits_spending (key, count, ends_at)
    VALUES (%(key)s, 1, clock_timestamp() + make_interval(secs => %(seconds)s))
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN limits_spending.ends_at <= clock_timestamp() THEN 1 ELSE limits_spending.count + 1 END,
        ends_at = CASE WHEN limits_spending.ends_at <= clock_timestamp() THEN EXCLUDED.ends_at
                       ELSE limits_spending.ends_at END
    RETURNING count, extract(epoch FROM ends_at - clock_timestamp())
"""
LONGEST_WINDOW = 3600
SPENT = Kept(lasts=LONGEST_WINDOW)
"""Until when (monotonic seconds) this process knows that a network has used up a limit, by key."""


@dataclass(frozen=True)
class Limit:
    """At most so many in so many seconds."""

    most: int
    seconds: int


@dataclass(frozen=True)
class Spent:
    """Whether one more fits into a window, how many are left after it, and in how many seconds the window ends."""

    fits: bool
    left: int
    seconds: int


def find_limit(what: str) -> Limit:
    """Return the limit of `file`, `paper`, `check` (a form looked at before it is sent), `read` (words read while somebody
    types), `plan` (a search for ways), `statement` (one checked), `trip` (begun or a file of them), `milestone`, `keep` (a
    plan, and a mail to an address that anybody may type), `link` or `device` (a wrong password of one). A chamber behind one
    address files for many members.
    """
    hour = 3600
    per_hour = settings.FILINGS_PER_HOUR
    return {
        "file": Limit(per_hour, hour),
        "paper": Limit(10 * per_hour, hour),
        "check": Limit(4 * per_hour, 600),
        "read": Limit(2 * per_hour, 60),
        "plan": Limit(4 * per_hour, 600),
        "statement": Limit(4 * per_hour, 600),
        "trip": Limit(per_hour, hour),
        "milestone": Limit(10 * per_hour, hour),
        "keep": Limit(per_hour, hour),
        "link": Limit(20, 600),
        "device": Limit(20, 600),
    }[what]


def spend_limit(request: HttpRequest, what: str) -> bool:
    """Count one more from this network; False when there were too many in this window."""
    return _spend(_key_of(request, what), find_limit(what))


def spend_named_limit(what: str, whose: str, limit: Limit) -> bool:
    """Count one more from whoever has this name, a mail's sender for instance, of which only a digest is kept; False when
    there were too many in this window.
    """
    return _spend(_key_of_name(what, whose), limit)


def spend_and_tell(what: str, whose: str, limit: Limit) -> Spent:
    """Count as `spend_named_limit` does, and return what is left of the window: for programs, which go by it."""
    return _count_one(_key_of_name(what, whose), limit)


def give_back(what: str, whose: str) -> None:
    """Take one back that was counted by `spend_named_limit`, in a window that still runs."""
    Spending.objects.filter(key=_key_of_name(what, whose), count__gt=0).update(count=F("count") - 1)


def _spend(key: str, limit: Limit) -> bool:
    return _count_one(key, limit).fits


def _count_one(key: str, limit: Limit) -> Spent:
    if (until := SPENT.get(key, lambda: 0.0, keep_empty=False)) > time.monotonic():
        return Spent(False, 0, math.ceil(until - time.monotonic()))
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, {"key": key, "seconds": limit.seconds})
        count, left = cursor.fetchone()
    if count > limit.most:
        SPENT.put({key: time.monotonic() + float(left)})
    return Spent(count <= limit.most, max(0, limit.most - count), max(1, math.ceil(left)))


def is_limit_spent(request: HttpRequest, what: str) -> bool:
    """Return whether this network has used up its window, without counting."""
    key = _key_of(request, what)
    counted = Spending.objects.using(DEFAULT_DB_ALIAS).filter(key=key, ends_at__gt=timezone.now())  # no copy holds them
    row = counted.values_list("count", flat=True).first()
    return (row or 0) >= find_limit(what).most


def compute_network_digest(request: HttpRequest) -> str:
    """Return a digest of the network a request comes from, for rows that limit how often one network acts: with the
    installation's key, so that a copy of the database tells no address.
    """
    return salted_hmac("landsea.network", _network_of_request(request)).hexdigest()[:32]


def _key_of(request: HttpRequest, what: str) -> str:
    return f"{what}:{compute_network_digest(request)}"


def _key_of_name(what: str, whose: str) -> str:
    return f"{what}:{salted_hmac('landsea.network', whose).hexdigest()[:32]}"


def compute_digest_of_address(address: str) -> str:
    """Return a digest of the network of an address, with the installation's key; empty for none."""
    network = find_network(address)
    return salted_hmac("landsea.network", network).hexdigest()[:32] if network else ""


def _network_of_request(request: HttpRequest) -> str:
    return find_network(request.META.get("REMOTE_ADDR", "")) or "unknown"
