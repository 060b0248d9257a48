"""Asks one address as one person, leaves no trace of it, and tells what came."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from types import MappingProxyType
from unittest.mock import patch
from urllib.parse import urlsplit

from django.core.cache import cache
from django.db import transaction
from django.http import QueryDict
from django.template.base import Template
from django.test import Client
from django.urls import reverse
from psycopg._preparing import PrepareManager
from tests.contract.one_of_each.hidden import MARKER

from landsea.base.audit.models import Entry
from landsea.base.kept import remember_everything
from landsea.base.planned_once import open_planned_cursor

SEARCHED_BY = {"q", "text", "scope"}
"""The names by which pages are told what to look for."""


@dataclass(frozen=True)
class Answer:
    """What came: the status, or `login` for the way to sign in and `done` for an act that left an audit row; whether the
    hidden case's word stood in it; and whether the page looked at what is searched for (`SEARCHED_BY`).
    """

    result: str
    is_marked: bool
    searches: bool


def ask(client: Client, method: str, url: str, sent: Mapping = MappingProxyType({})) -> Answer:
    """Return what came. It leaves no trace: not in the database, not in the browser, not in what the process keeps."""
    cache.clear()  # limits per address would let the order of questions decide
    Noted.names = set()
    bring_back_what_was_kept = remember_everything() if method == "post" else None
    with nothing_changed(client), patch("django.core.handlers.wsgi.QueryDict", Noted):
        before = newest_entry() if method == "post" else None
        response = getattr(client, method)(url, sent)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        is_marked = MARKER in content.decode(errors="replace") + str(response.headers)
        has_written = method == "post" and newest_entry() != before
    if has_written and bring_back_what_was_kept:
        bring_back_what_was_kept()
    return Answer(result_of(response, has_written), is_marked, bool(Noted.names & SEARCHED_BY))


def result_of(response, has_written: bool) -> str:
    """Return what the matrix calls an answer: its status, `login` or `done`."""
    to = urlsplit(response.headers.get("Location", "")).path
    goes_to_sign_in = response.status_code == 302 and to.startswith(reverse("account_login"))
    return "login" if goes_to_sign_in else "done" if has_written else str(response.status_code)


def _noting(take, names_it_asks_for):
    """Return a method of QueryDict that notes first for which names it is asked."""

    def noted(self, *values, **named):
        Noted.names |= names_it_asks_for(*values)
        return take(self, *values, **named)

    return noted


class Noted(QueryDict):
    """The query of an address, which notes the names by which it is asked; whoever takes it as a whole asks for all."""

    names: set[str] = set()


for _name in ("__getitem__", "__contains__", "getlist"):
    setattr(Noted, _name, _noting(getattr(QueryDict, _name), lambda name, *_: {name}))
for _name in ("__iter__", "__len__", "items", "lists", "values", "keys", "copy", "dict", "urlencode"):
    setattr(Noted, _name, _noting(getattr(QueryDict, _name), lambda *_: SEARCHED_BY))


def newest_entry() -> int | None:
    """Return the number of the newest row of the audit."""
    with open_planned_cursor() as cursor:
        cursor.execute(f"SELECT max(id) FROM {Entry._meta.db_table}")
        return cursor.fetchone()[0]


@contextmanager
def asked_in_bulk() -> Iterator[None]:
    """Make thousands of questions cheaper: no page keeps for a test what it was drawn from, and what the server has planned is
    not planned anew after each question that was undone.
    """
    forget_plans = PrepareManager._should_discard

    def keep_plans(manager, prepared, results):
        return forget_plans(manager, prepared, [one for one in results if one.command_status != b"ROLLBACK"])

    def draw(template, context):
        return template.nodelist.render(context)

    with patch.object(Template, "_render", draw), patch.object(PrepareManager, "_should_discard", keep_plans):
        yield


@contextmanager
def nothing_changed(client: Client) -> Iterator[None]:
    """Undo what is written meanwhile, and what the browser was given to keep."""
    kept = SimpleCookie({name: one.value for name, one in client.cookies.items()})
    mark = transaction.savepoint()
    try:
        yield
    finally:
        transaction.set_rollback(False)  # where an act broke halfway, nothing but this way back is left
        transaction.savepoint_rollback(mark)
        transaction.savepoint_commit(mark)  # else each question leaves one open inside the last, and all grow slow
        client.cookies = kept
