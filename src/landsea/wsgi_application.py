"""The WSGI application and nothing beside it: `landsea.wsgi` serves it, and the web server of a start's first seconds."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from landsea.base.collector import collect_rarely
from landsea.base.frame_room import call_with_room
from landsea.base.pooling import share_connections
from landsea.base.proxies import read_networks
from landsea.base.whole_bodies import WholeBodies

collect_rarely()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
pages = WholeBodies(get_wsgi_application(), read_networks(settings.TRUSTED_PROXIES))
share_connections()


def application(environ, start_response):
    """Answer a request, on whichever thread of the web server, with room for the frames of its calls."""
    return call_with_room(pages, environ, start_response)
