"""The WSGI entry point of the web server: the application, and a thread that loads what a first filing would wait for."""

import threading
import time
from contextlib import suppress

from django.db import DatabaseError, InterfaceError, connections

from landsea.base.collector import pass_over_what_stays
from landsea.wsgi_application import application

__all__ = ["application"]
FIRST_PAGES_GO_FIRST = 3.0
"""Seconds in which whoever waited for the start is shown a page, before some seconds of processor go into the indexes."""


def _read_once() -> None:
    """Load the lexicons beside the first requests and make the search's indexes, so that whoever files or searches first does
    not wait seconds for them. Where the database is away the first search makes them.
    """
    from landsea.search.public_things import make_indexes
    from landsea_core.text import read_text

    read_text("Our lorry waits at the gate.")
    time.sleep(FIRST_PAGES_GO_FIRST)
    with suppress(DatabaseError, InterfaceError):
        make_indexes()
    connections.close_all()  # this thread has asked for coordinators' words and all that is found, and ends
    pass_over_what_stays()


threading.Thread(target=_read_once, name="words", daemon=True).start()
