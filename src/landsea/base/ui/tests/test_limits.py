"""How often one address may do things: counted for itself, for a window, a whole /64 of version 6 as one."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from landsea.base.ui import limits


@pytest.fixture(autouse=True)
def nothing_counted(settings):
    """Nobody has filed yet; two an hour are allowed."""
    settings.FILINGS_PER_HOUR = 2
    cache.clear()


def asked_from(address: str):
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_the_third_within_the_window_is_one_too_many():
    assert [limits.spend(asked_from("192.0.2.1"), "file") for _time in range(3)] == [True, True, False]
    assert limits.is_spent(asked_from("192.0.2.1"), "file")


def test_others_and_other_things_are_counted_apart():
    for _time in range(3):
        limits.spend(asked_from("192.0.2.1"), "file")

    assert limits.spend(asked_from("192.0.2.2"), "file")
    assert limits.spend(asked_from("192.0.2.1"), "paper")


def test_a_whole_house_of_version_6_addresses_is_one():
    for number in range(3):
        limits.spend(asked_from(f"2001:db8:1:1::{number}"), "file")

    assert not limits.spend(asked_from("2001:db8:1:1:ffff::9"), "file")
    assert limits.spend(asked_from("2001:db8:1:2::1"), "file")


def test_version_4_addresses_written_as_version_6_are_not_one_network():
    for _time in range(3):
        limits.spend(asked_from("::ffff:192.0.2.1"), "file")

    assert limits.spend(asked_from("::ffff:192.0.2.2"), "file")
    assert not limits.spend(asked_from("192.0.2.1"), "file"), "it is the same address, however it is written"


def test_a_window_that_ended_between_two_looks_begins_anew(monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *_given: False)

    assert limits.spend(asked_from("192.0.2.1"), "file")


def test_no_address_at_all_is_an_address_too():
    assert limits.spend(asked_from(""), "link")
