"""Sees to it that an installation never loses its last coordinator: nobody could appoint anybody from then on."""

from datetime import datetime

from django.db import connection
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.directory.access import has_working_coordinator
from landsea.directory.models import Desk


def lock_coordinator_desk() -> None:
    """Let acts that may take a coordinator away follow one another: two coordinators cannot end each other at one moment."""
    list(Desk.objects.select_for_update().filter(code=Desk.COORDINATOR))


def refuse_without_coordinator(now: datetime) -> None:
    """Raise Refused (`last_coordinator`) when nobody who can sign in is a coordinator after what this transaction did, so
    that it is rolled back. The caller locked the coordinator's desk before.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("What would take the last coordinator away is refused in its own transaction.")
    if not has_working_coordinator(now):
        raise Refused(
            "last_coordinator",
            gettext(
                "This would take away the last coordinator who can sign in, and nobody could appoint anybody any more. "
                "Appoint another coordinator first, and wait until that person has signed in."
            ),
        )
