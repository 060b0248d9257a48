"""Statements that the server plans once: they are counted as others, answer as others, and follow what changes behind them."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.database_settings import PLANNED_AFTER
from landsea.base.plain_reads import read_rows_of
from landsea.base.planned_once import open_planned_cursor
from landsea.settings.environment import database

NAMES = "SELECT name, created_at FROM accounts_user WHERE email = %s"


def ask(email: str) -> list[tuple]:
    with open_planned_cursor() as cursor:
        cursor.execute(NAMES, [email])
        return cursor.fetchall()


def statements_planned(beginning: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE starts_with(statement, %s)", [beginning])
        return cursor.fetchone()[0]


@pytest.fixture
def somebody(db) -> User:
    return User.objects.create_user("noy@landsea.example", name="Noy")


def test_a_statement_that_is_asked_again_is_planned_once_and_finds_what_was_written_since(somebody):
    for number in range(PLANNED_AFTER + 3):
        User.objects.filter(pk=somebody.pk).update(name=f"Noy {number}")
        assert ask(somebody.email)[0][0] == f"Noy {number}"
    assert statements_planned("SELECT name, created_at FROM accounts_user") == 1


@pytest.mark.parametrize(("direct", "after"), [("", PLANNED_AFTER), ("postgresql://db.example/landsea", None)])
def test_nothing_is_planned_where_a_program_stands_before_the_server(direct, after, monkeypatch):
    monkeypatch.setenv("LANDSEA_DIRECT_DATABASE_URL", direct)
    monkeypatch.setenv("DATABASE_URL", "postgresql://pooler.example/landsea")
    assert database("DATABASE_URL")["OPTIONS"]["prepare_threshold"] is after


def test_nothing_is_planned_by_a_connection_that_is_told_not_to(somebody, monkeypatch):
    monkeypatch.setattr(connection.connection, "prepare_threshold", None)
    for _ in range(PLANNED_AFTER + 3):
        ask(somebody.email)
    assert statements_planned("SELECT name, created_at FROM accounts_user WHERE email") == 0


def test_it_is_counted_and_its_moments_have_their_zone(somebody):
    with CaptureQueriesContext(connection) as counted:
        ((_name, created),) = ask(somebody.email)
    assert len(counted) == 1
    for _ in range(PLANNED_AFTER + 1):
        with CaptureQueriesContext(connection) as counted:
            ask(somebody.email)
        assert counted.captured_queries[0]["sql"].startswith("SELECT name, created_at FROM accounts_user")
    assert created == somebody.created_at and created.tzinfo is UTC


def test_the_usual_cursor_stays_as_it_was(somebody):
    usual = connection.connection.cursor_factory
    with open_planned_cursor() as cursor, pytest.raises(ZeroDivisionError):
        cursor.execute("SELECT 1")
        raise ZeroDivisionError
    assert connection.connection.cursor_factory is usual


def test_a_column_that_comes_later_is_no_matter(somebody):
    for _ in range(PLANNED_AFTER + 1):
        ask(somebody.email)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_user ADD COLUMN wish text, ALTER COLUMN name TYPE varchar(200)")
    assert ask(somebody.email)[0][0] == "Noy"


def test_numbers_texts_moments_and_lists_are_taken_as_values(somebody):
    for value, condition in (
        (somebody.pk, "id = %s"),
        (2**40, "id <> %s"),
        ("Noy", "name = %s"),
        (datetime(2020, 1, 1, tzinfo=UTC), "created_at > %s"),
        ([somebody.pk, 2**40], "id = ANY(%s)"),
        (["Noy"], "name = ANY(%s)"),
        (None, "last_login IS NOT DISTINCT FROM %s"),
        ("%s' OR true --", "name <> %s AND 'a%%' <> ''"),
    ):
        assert [one.pk for one in read_rows_of(User, condition, [value])] == [somebody.pk], condition


def test_an_account_is_found_by_its_number_as_it_is_now(somebody, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert User.objects.get(pk=somebody.pk) == somebody
    User.objects.filter(pk=somebody.pk).update(is_active=False, last_login=timezone.now())
    assert not User.objects.get(pk=somebody.pk).is_active
    with pytest.raises(User.DoesNotExist):
        User.objects.get(pk=somebody.pk + 1)
    assert User.objects.get(pk=str(somebody.pk)) == User.objects.get(email=somebody.email) == somebody
