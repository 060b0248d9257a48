"""How often a program may ask: so many requests a minute for each key, fewer for a network without one."""

from landsea.api.callers import Caller
from landsea.base.limits.spending import Limit, Spent, spend_and_tell

WITH_KEY, WITHOUT = Limit(600, 60), Limit(120, 60)


def find_limit(caller: Caller) -> Limit:
    """Return the limit of this caller."""
    return WITHOUT if caller.kind == "nobody" else WITH_KEY


def spend_request(caller: Caller) -> Spent:
    """Count one more request of this caller, and return what is left."""
    return spend_and_tell("api", caller.name, find_limit(caller))


def write_limit_headers(spent: Spent, caller: Caller) -> dict[str, str]:
    """Return the headers that tell a program how often it may still ask (IETF draft "RateLimit header fields")."""
    limit = find_limit(caller)
    told = {
        "RateLimit-Policy": f'"minute";q={limit.most};w={limit.seconds}',
        "RateLimit": f'"minute";r={spent.left};t={spent.seconds}',
    }
    return told if spent.fits else told | {"Retry-After": str(spent.seconds)}
