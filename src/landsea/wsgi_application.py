"""The WSGI application and nothing beside it: `landsea.wsgi` serves it, and the web server of a start's first seconds."""

import os
from functools import partial

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

# Whichever thread of the web server answers, the calls of a page find room for their frames.
application = partial(call_with_room, pages)
