"""Who can answer at a desk: what makes an address confirmed, and what ends that."""

from datetime import UTC, datetime, timedelta

import pytest

from landsea_core.contacts import AddressRecord, Answering, EvidenceFact, EvidenceKind, find_answering, is_confirmed

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
PROVED = SINCE + timedelta(days=1)


def record(*facts: str, **fields) -> AddressRecord:
    """Return an address with facts such as "confirmed@1", in days since it was entered."""
    pairs = [fact.split("@") for fact in facts]
    rows = tuple(EvidenceFact(EvidenceKind(kind), SINCE + timedelta(days=int(day))) for kind, day in pairs)
    return AddressRecord(**{"has_address": True, "since": SINCE, "facts": rows} | fields)


@pytest.mark.parametrize(
    ("address", "day", "confirmed"),
    [
        (record(), 1, False),
        (record("confirmed@1"), 1, True),
        (record("answered@1"), 2, True),
        (record("changed@1"), 2, False),  # somebody else mended the entry: nobody at the address said anything
        (record("confirmed@1", "changed@60"), 100, True),
        (record("confirmed@1"), 120, True),
        (record("confirmed@1"), 121, False),  # stale
        (record("confirmed@1", "bounced@5"), 6, False),
        (record("confirmed@1", "bounced@5", "answered@7"), 8, True),
        (record("confirmed@1", "missed@5", "missed@6", "missed@7"), 8, False),
        (record("confirmed@1", "suggested@5"), 8, True),  # a reader's doubt alone takes nobody's case away
        (record("confirmed@1", disowned=True), 2, False),
        (record("confirmed@1", has_address=False), 2, False),
        (record("confirmed@1", since=PROVED + timedelta(days=1)), 9, False),  # it was another address that confirmed
        (record("confirmed@9"), 2, False),
    ],
)
def test_what_confirms_an_address_and_what_ends_that(address, day, confirmed):
    assert is_confirmed(address, SINCE + timedelta(days=day)) is confirmed


def test_an_account_comes_before_an_address_and_an_address_before_nobody():
    one, other = record("confirmed@1"), record()
    assert find_answering(has_account=True, addresses=[], now=PROVED) is Answering.ACCOUNT
    assert find_answering(has_account=False, addresses=[other, one], now=PROVED) is Answering.ADDRESS
    assert find_answering(has_account=False, addresses=[other], now=PROVED) is Answering.NOBODY
