"""How often a password may be guessed, so that a guesser is stopped and the account's owner is not.

Tries at one account are counted by where they come from: those of each network from which its owner signed in lately have a
count of their own, all others share one. Whoever guesses from elsewhere uses up the shared one; the owner, in the office as
ever, goes by the other. An address without an account is counted in the same way, and costs the same statements.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.audit.access import has_entry_from
from landsea.base.limits.spending import Limit, compute_network_digest, give_back, spend_named_limit

FROM_KNOWN = Limit(10, 300)
FROM_ELSEWHERE = Limit(5, 300)
OF_A_NETWORK = Limit(10, 60)
"""Wrong ones at whatever accounts, from a network that the owner of the tried one has not signed in from."""
NETWORK_STAYS_KNOWN = timedelta(days=90)
SIGN_IN = "sign_in"
"""The act of the audit that a sign-in is, and with `DIGITS` of whose network's digest it is noted."""
DIGITS = 12


@dataclass(frozen=True)
class Try:
    """One try at a password: whose account it is at (None: nobody's), from which network, and how it is counted."""

    user_id: int | None
    network: str
    from_known: bool
    counted_as: str

    @property
    def limit(self) -> Limit:
        """How many of its kind there may be."""
        return FROM_KNOWN if self.from_known else FROM_ELSEWHERE


def try_at(request: HttpRequest, address: str) -> Try:
    """Return what kind of try this is, without counting it."""
    address, network = address.strip().lower(), compute_network_digest(request)[:DIGITS]
    user_id = User.objects.filter(email=address).values_list("pk", flat=True).first()
    since = timezone.now() - NETWORK_STAYS_KNOWN
    from_known = has_entry_from(f"user:{user_id or 0}", SIGN_IN, network, since=since)
    return Try(user_id, network, from_known, f"{network}:{address}" if from_known else address)


def count_try(one: Try) -> bool:
    """Count it; False when there were too many of its kind. Counted before the password is looked at, so that guesses that
    come at once are counted too.
    """
    if not one.from_known and not spend_named_limit("sign_in_network", one.network, OF_A_NETWORK):
        return False
    return spend_named_limit("sign_in", one.counted_as, one.limit)


def take_back_try(one: Try) -> None:
    """The password was right: it counts as no guess."""
    if not one.from_known:
        give_back("sign_in_network", one.network)
    give_back("sign_in", one.counted_as)
