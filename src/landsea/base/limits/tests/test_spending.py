"""How often one address may do things: counted for itself, for a window, a whole /64 of version 6 as one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from landsea.base.limits import spending as limits
from landsea.base.limits.models import Spending
from landsea.base.limits.tasks import sweep_ended_windows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted(settings):
    """Nobody has filed yet; two an hour are allowed."""
    settings.FILINGS_PER_HOUR = 2


def asked_from(address: str):
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_the_third_within_the_window_is_one_too_many():
    assert [limits.spend_limit(asked_from("192.0.2.1"), "file") for _time in range(3)] == [True, True, False]
    assert limits.is_limit_spent(asked_from("192.0.2.1"), "file")


def test_others_and_other_things_are_counted_apart():
    for _time in range(3):
        limits.spend_limit(asked_from("192.0.2.1"), "file")

    assert limits.spend_limit(asked_from("192.0.2.2"), "file")
    assert limits.spend_limit(asked_from("192.0.2.1"), "paper")


def test_a_whole_house_of_version_6_addresses_is_one():
    for number in range(3):
        limits.spend_limit(asked_from(f"2001:db8:1:1::{number}"), "file")

    assert not limits.spend_limit(asked_from("2001:db8:1:1:ffff::9"), "file")
    assert limits.spend_limit(asked_from("2001:db8:1:2::1"), "file")


def test_version_4_addresses_written_as_version_6_are_not_one_network():
    for _time in range(3):
        limits.spend_limit(asked_from("::ffff:192.0.2.1"), "file")

    assert limits.spend_limit(asked_from("::ffff:192.0.2.2"), "file")
    assert not limits.spend_limit(asked_from("192.0.2.1"), "file"), "it is the same address, however it is written"


def test_a_window_that_ended_begins_anew(monkeypatch):
    for _time in range(3):
        limits.spend_limit(asked_from("192.0.2.1"), "file")
    Spending.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    limits.SPENT.forget()

    assert not limits.is_limit_spent(asked_from("192.0.2.1"), "file")
    assert limits.spend_limit(asked_from("192.0.2.1"), "file")


def test_processes_count_together():
    """Another process has a memory of its own, and the same table."""
    for _time in range(2):
        limits.spend_limit(asked_from("192.0.2.1"), "file")
    limits.SPENT.forget()

    assert not limits.spend_limit(asked_from("192.0.2.1"), "file")


def test_a_flood_that_is_refused_costs_no_statement(django_assert_num_queries):
    for _time in range(3):
        limits.spend_limit(asked_from("192.0.2.1"), "file")

    with django_assert_num_queries(0):
        assert not limits.spend_limit(asked_from("192.0.2.1"), "file")


def test_windows_that_ended_are_swept_away():
    limits.spend_limit(asked_from("192.0.2.1"), "file")
    Spending.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    limits.spend_limit(asked_from("192.0.2.2"), "file")
    sweep_ended_windows(0)

    assert Spending.objects.count() == 1


def test_what_has_ended_in_the_shared_cache_is_taken_away_and_nothing_that_lives():
    with connection.cursor() as cursor:
        for key, left in (("ended", -1), ("lives", 60)):
            ends = timezone.now() + timedelta(seconds=left)
            cursor.execute("INSERT INTO landsea_cache VALUES (%s, 'x', %s)", [key, ends])
        sweep_ended_windows(0)
        cursor.execute("SELECT cache_key FROM landsea_cache")
        assert cursor.fetchall() == [("lives",)]


def test_no_address_at_all_is_an_address_too():
    assert limits.spend_limit(asked_from(""), "link")
