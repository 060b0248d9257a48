"""How fresh a contact is at an instant: computed from its evidence and its thresholds, never stored, never typed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from landsea_core.contacts.evidence import DOUBTING, TELLS_WHETHER_MAIL_ARRIVES, VOUCHING, EvidenceFact, EvidenceKind
from landsea_core.contacts.thresholds import Thresholds


class Freshness(IntEnum):
    """From trusted to not to be used; larger is worse, so that time without evidence only ever adds."""

    CONFIRMED = 0
    DUE = 1
    STALE = 2
    UNREACHABLE = 3


@dataclass(frozen=True)
class ContactState:
    """A contact's freshness, why, and what it rests on.

    `why`: `vouched` (with `vouched_at` and by which kind), `old` (the voucher is), `never` (nobody vouched yet), `doubted`
    (a correction was suggested or a deadline missed since), `missed` (too many deadlines), `bounced`. `changes_at` is
    when it gets worse by itself, None when it cannot.
    """

    freshness: Freshness
    why: str
    vouched_at: datetime | None = None
    vouched_by: EvidenceKind | None = None
    changes_at: datetime | None = None


def compute_freshness(
    facts: Iterable[EvidenceFact], known_since: datetime, now: datetime, thresholds: Thresholds
) -> ContactState:
    """Return how fresh a contact is at `now` (aware), that stands in the directory since `known_since` (aware).

    1. Unreachable when a bounce is the last that tells whether mail arrives.
    2. Without a voucher: due from the first day, stale when the time between due and stale has passed.
    3. Otherwise by the age of the last voucher, but due at once when something speaks against it since, and stale when
       that are `missed_for_stale` missed deadlines.

    Facts after `now` do not count yet. Two facts of one instant: the bounce is the later one.
    """
    past = _sort_past(facts, now)
    vouched = next((fact for fact in reversed(past) if fact.kind in VOUCHING), None)

    def state(freshness: Freshness, why: str, changes_at: datetime | None = None) -> ContactState:
        at, by = (vouched.at, vouched.kind) if vouched else (None, None)
        return ContactState(freshness, why, at, by, changes_at)

    if _has_bounced_last(past):
        return state(Freshness.UNREACHABLE, "bounced")
    against = [fact for fact in past if fact.kind in DOUBTING and (vouched is None or fact.at > vouched.at)]
    if sum(fact.kind is EvidenceKind.MISSED for fact in against) >= thresholds.missed_for_stale:
        return state(Freshness.STALE, "missed")
    begins = vouched.at if vouched else known_since - thresholds.due_after
    by_age = _judge_by_age(begins, now, thresholds)
    if by_age is not Freshness.CONFIRMED:
        why = "old" if vouched else "never"
        ends = begins + thresholds.stale_after if by_age is Freshness.DUE else None
        return state(by_age, why, ends)
    if against:
        return state(Freshness.DUE, "doubted", begins + thresholds.stale_after)
    return state(Freshness.CONFIRMED, "vouched", begins + thresholds.due_after)


def is_unreachable(facts: Iterable[EvidenceFact], now: datetime) -> bool:
    """Whether mail to the contact came back when last heard of; what routing passes over."""
    return _has_bounced_last(_sort_past(facts, now))


def _sort_past(facts: Iterable[EvidenceFact], now: datetime) -> list[EvidenceFact]:
    past = [fact for fact in facts if fact.at <= now]
    return sorted(past, key=lambda fact: (fact.at, fact.kind is EvidenceKind.BOUNCED, fact.kind))


def _judge_by_age(begins: datetime, now: datetime, thresholds: Thresholds) -> Freshness:
    if now >= begins + thresholds.stale_after:
        return Freshness.STALE
    return Freshness.DUE if now >= begins + thresholds.due_after else Freshness.CONFIRMED


def _has_bounced_last(past: list[EvidenceFact]) -> bool:
    telling = [fact for fact in past if fact.kind in TELLS_WHETHER_MAIL_ARRIVES]
    return bool(telling) and telling[-1].kind is EvidenceKind.BOUNCED
