"""Reading from a copy of the database that may be a second behind, for pages where that does no harm.

Where LANDSEA_READ_DATABASE_URL names a replica, whoever is not signed in reads rules, figures, calendars and desks from it.
Whoever is signed in, and every page that files or shows a case, reads where it is written: nobody misses what was just sent.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

READING = "reading"
"""The name of the replica among the databases."""
MAY_BE_A_SECOND_OLD = ("/rules/", "/figures/", "/who/", "/calendar/", "/barriers/", "/experiences/", "/plan/")
NEVER_OLD = ("/rules/w/", "/rules/feed/", "/who/confirm/", "/calendar/mine/", "/calendar/private/")
"""Below these are secret links and own pages, which show what their owner has just changed."""
_may_be_old: ContextVar[bool] = ContextVar("may_be_old", default=False)


class ReadsFromReplica:
    """Django's router: reads of such pages go to the replica, all else to the database."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        """Return the replica while such a page is made."""
        return READING if _may_be_old.get() else None

    def db_for_write(self, model: Any, **hints: Any) -> str:
        """Return the database: nothing is written to a replica."""
        return "default"

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """Say yes: both hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Say that tables are made in the database only."""
        return db != READING


class OldPagesMarked:
    """Marks requests whose page may be a second old."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the mark ends with the request."""
        mark = _may_be_old.set(may_be_old(request))
        try:
            return self.get_response(request)
        finally:
            _may_be_old.reset(mark)


def may_be_old(request: HttpRequest) -> bool:
    """Say whether this page may be a second old: it is only read, by somebody not signed in, and shows nobody's own things."""
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and request.path.startswith(MAY_BE_A_SECOND_OLD)
        and not request.path.startswith(NEVER_OLD)
    )
