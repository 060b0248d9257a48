"""A body for which the disk of temporary files has no room is refused with a sentence, and never with a fault of ours."""

import errno
import io
import os

import pytest

from landsea.base.whole_bodies import IN_MEMORY, WholeBodies


def ask(length):
    """Return (status, body) of a request with a body of this length, which is given back as it came."""
    said = []

    def echo(environ, start_response):
        start_response("200 OK", [])
        return [environ["wsgi.input"].read()]

    environ = {"REMOTE_ADDR": "192.0.2.1", "SERVER_PORT": "8000", "CONTENT_LENGTH": str(length)}
    environ["wsgi.input"] = io.BytesIO(b"x" * length)
    parts = WholeBodies(echo)(environ, lambda status, _headers: said.append(status))
    return said[0], b"".join(parts)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.ENOENT])
def test_a_large_body_is_refused_where_the_disk_is_full_and_a_small_one_taken(monkeypatch, code):
    def no_room(_body):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("landsea.base.whole_bodies.SpooledTemporaryFile.rollover", no_room)
    status, words = ask(IN_MEMORY + 1)
    assert status.startswith("507") and b"later" in words
    assert ask(3) == ("200 OK", b"xxx")
