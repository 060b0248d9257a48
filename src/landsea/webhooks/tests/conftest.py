"""The small world of the cases, receivers that listen on this machine, and nothing counted before."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.utils import timezone

from landsea.base.limits import spending
from landsea.cases.tests.world import make_world
from landsea.webhooks.actions.keep_receiver import make_receiver
from landsea.webhooks.actions.note_events import note_events
from landsea.webhooks.event_kinds import KINDS
from landsea.webhooks.models import Receiver


class Listening(BaseHTTPRequestHandler):
    """Keeps what was posted; answers with the server's `status`, once its `gate` is open."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        if self.server.gate is not None:
            self.server.gate.wait(20)
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_given):
        """Say nothing."""


@pytest.fixture
def listen() -> Iterator:
    """Return what starts a receiver and gives its server."""
    servers = []

    def start() -> HTTPServer:
        server = HTTPServer(("127.0.0.1", 0), Listening)
        server.got, server.status, server.gate = [], 204, None
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return server

    yield start
    for server in servers:
        if server.gate is not None:
            server.gate.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def world(db, settings):
    """One person of every kind, three desks, two chambers; acts are looked at from now on."""
    settings.HOOKS_MAY_BE_PRIVATE = True
    spending.SPENT.forget()
    note_events(timezone.now())
    return make_world()


def receiver_of(world, part: str, server, *kinds: str) -> Receiver:
    """Return a receiver of this person that hears of these kinds, or of all."""
    about = {"name": "our case system", "url": f"http://127.0.0.1:{server.server_port}/in"}
    return make_receiver(world.actor(part), **about, kinds=list(kinds or KINDS), now=timezone.now())
