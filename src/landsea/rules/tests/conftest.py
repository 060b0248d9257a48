"""The measures of the reference files in the database, two editors, a receiver of webhooks."""

from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from landsea.accounts.models import User
from landsea.base.actors import ANONYMOUS, Actor
from landsea.cases.tests.world import World, make_world
from landsea.rules import access
from landsea.rules.actions.watch import Wish, confirm_watch, save_watch
from landsea.rules.models import Watch
from landsea.rules.tests.serving import serving

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ASKED = {
    "purpose": "sell",
    "goods": "cassava starch",
    "origin": "LA",
    "destination": "CN",
    "mode": "rail",
    "on": "2026-11-25",
}
"""A question to the checklist, as its address says it."""


@pytest.fixture(autouse=True)
def nothing_kept():
    """Each test reads the database anew."""
    access.forget_book()
    yield
    access.forget_book()


@pytest.fixture
def measures(reference_measures) -> None:
    """All measures of the reference files."""


@pytest.fixture
def world(db) -> World:
    """The small world of the cases."""
    return make_world()


@pytest.fixture
def editors(db) -> tuple[Actor, Actor]:
    """Two people at the coordinator's desk."""
    users = [User.objects.create_user(f"editor.{name}@demo.example.org", name=name) for name in ("one", "two")]
    return tuple(Actor(user_id=user.pk, name=user.name, is_coordinator=True) for user in users)


def watching(email: str = "firm@starch.example.org", now: datetime = NOW, **fields) -> Watch:
    """A confirmed watch."""
    watch = save_watch(Wish(email=email, language="en", **fields), actor=ANONYMOUS, now=now)
    confirm_watch(watch, now=now)
    watch.refresh_from_db()
    return watch


class Receiver(BaseHTTPRequestHandler):
    """Keeps what was posted; answers with the server's `status`."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        self.send_response(self.server.status)
        if self.server.status == 302:
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def receiver(settings):
    """A receiver on this machine, which an installation must allow first."""
    settings.HOOKS_MAY_BE_PRIVATE = True
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.got, server.status = [], 200
    with serving(server):
        yield server
