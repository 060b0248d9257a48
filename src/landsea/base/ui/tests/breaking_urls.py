"""The platform's addresses and one more, at which a view fails in the way its address says."""

import errno

import psycopg
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError, connection
from django.http import Http404
from django.urls import path

from landsea.base.doors import door
from landsea.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def because(cause: Exception) -> OperationalError:
    """Return the error as Django hands it on: its own, caused by the driver's."""
    problem = OperationalError(str(cause))
    problem.__cause__ = cause
    return problem


FAILURES = {
    "away": lambda: because(psycopg.OperationalError("connection refused")),
    "closed": lambda: InterfaceError("connection already closed"),
    "deadlock": lambda: because(psycopg.errors.DeadlockDetected("deadlock detected")),
    "database-full": lambda: because(psycopg.errors.DiskFull("could not extend file")),
    "disk-full": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "too-big": lambda: RequestDataTooBig("body exceeded"),
    "too-many-files": lambda: TooManyFilesSent("files exceeded"),
    "forbidden": PermissionDenied,
    "told": lambda: PermissionDenied("Only the head may do this."),
    "missing": lambda: Http404("No Case matches the query about Mohan"),
    "ours": lambda: ZeroDivisionError("secret thing in the traceback"),
}


@door("public")
def breaking(request, how: str):
    """Fail; `query` fails when it asks the database for something."""
    if how == "query":
        connection.cursor().execute("SELECT 1")
    raise FAILURES[how]()


urlpatterns = [path("break/<str:how>/", breaking), *urlpatterns]
