"""The WSGI entry point that the web server loads."""

import os
import threading

from django.core.wsgi import get_wsgi_application
from django.db import connections

from landsea.base.collector import collect_rarely, pass_over_what_stays
from landsea.base.pooling import share_connections
from landsea.base.whole_bodies import WholeBodies

collect_rarely()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
application = WholeBodies(get_wsgi_application())
share_connections()


def _read_once() -> None:
    """Load the lexicons beside the first requests, so that the first filer does not wait a second for them."""
    from landsea_core.text import read_text

    read_text("Our lorry waits at the gate.")
    connections.close_all()  # this thread has asked for coordinators' words, and ends
    pass_over_what_stays()


threading.Thread(target=_read_once, name="lexicons", daemon=True).start()
