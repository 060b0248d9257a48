"""Fixtures of the mailroom's tests: mail is on, with a domain of its own, and goes through real sockets."""

import pytest

from landsea.base.limits.spending import SPENT
from landsea.cases.tests.world import World, make_world
from landsea.mailroom.tests.mail_servers import DOMAIN, mail_in_server, sink_server


@pytest.fixture(autouse=True)
def mail_is_on(tmp_path, settings) -> None:
    """Mail in is on; papers go to a folder of the test's own; no sender has written yet."""
    settings.INBOUND_DOMAIN = DOMAIN
    settings.FILES_ROOT = tmp_path / "files"
    SPENT.forget()


@pytest.fixture
def world(db) -> World:
    """The small world of the cases' tests."""
    return make_world()


@pytest.fixture
def open_world(transactional_db) -> World:
    """The same, committed, so that a server's threads see it."""
    return make_world()


@pytest.fixture
def sink(settings):
    """A mail server that keeps what goes out."""
    with sink_server() as (sink, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield sink


@pytest.fixture
def mail_in(open_world):
    """The port of our own server, speaking LMTP."""
    with mail_in_server() as port:
        yield port
