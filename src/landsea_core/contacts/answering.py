"""Who can answer at a desk: somebody with an account, a confirmed address without one, or nobody. One notion for routing, the
page before sending, the coordinator's board and what is told in public. Pure: rows come in, time is an argument.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from landsea_core.contacts.evidence import EvidenceFact, EvidenceKind
from landsea_core.contacts.freshness import Freshness, compute_freshness, is_unreachable
from landsea_core.contacts.thresholds import USUAL


class Answering(StrEnum):
    """Who can answer at a desk, the most first."""

    ACCOUNT = "account"
    ADDRESS = "address"
    NOBODY = "nobody"


PROVING = frozenset({EvidenceKind.CONFIRMED, EvidenceKind.ANSWERED})
"""What shows that somebody at the address reads it. A change by somebody else vouches for the entry, not for the address."""


@dataclass(frozen=True)
class AddressRecord:
    """What is known of the address of one contact.

    has_address: whether there is one. since: when this very address was entered (aware). disowned: whether the question
    about it stands with the coordinator, because nobody answered it or somebody there said that it is wrong. facts: the
    evidence from the last proof on.
    """

    has_address: bool
    since: datetime
    disowned: bool = False
    facts: Sequence[EvidenceFact] = ()


def is_confirmed(address: AddressRecord, now: datetime) -> bool:
    """Whether a case may be sent to the address at `now` (aware) and be answered from there.

    1. There is an address, and it is not disowned.
    2. Somebody at it confirmed the entry or answered a case since the address was entered.
    3. The contact is not stale or unreachable: what was confirmed long ago, or bounces, is confirmed no more.
    """
    if not address.has_address or address.disowned:
        return False
    if not any(fact.kind in PROVING and address.since <= fact.at <= now for fact in address.facts):
        return False
    return compute_freshness(address.facts, address.since, now, USUAL).freshness < Freshness.STALE


def find_answering(*, has_account: bool, addresses: Iterable[AddressRecord], now: datetime) -> Answering:
    """Return who can answer at a desk at `now` (aware). `has_account`: somebody whose account is open holds it, deputises or
    heads its office; `addresses` are those of its present contacts.
    """
    if has_account:
        return Answering.ACCOUNT
    return Answering.ADDRESS if any(is_confirmed(one, now) for one in addresses) else Answering.NOBODY


def are_all_unreachable(addresses: Sequence[AddressRecord], now: datetime) -> bool:
    """Whether there are contacts, and mail to every one of them came back when last heard of."""
    return bool(addresses) and all(is_unreachable(one.facts, now) for one in addresses)
