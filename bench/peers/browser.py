"""A person with a browser before somebody else's application, whose forms hold their token otherwise than ours."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
from urllib.parse import urlencode

from bench.client import Client


class PeerClient(Client):
    """One client; see `bench.client.Client`. `pattern` finds a form's token in a page, `field` is what it is sent as.

    A form that comes back with its errors, in place of leading on to another page, raises AssertionError.
    """

    def __init__(self, port: int, pattern: str, field: str, more: dict[str, str] | None = None):
        super().__init__(port, more=more)
        self.pattern, self.field = re.compile(pattern), field

    def learn_token(self, address: str) -> str:
        """Fetch a page with a form and remember its token; return the page."""
        _, text, _ = self.get(address)
        self.token = self.pattern.search(text).group(1)
        return text

    def post(self, address: str, fields: dict[str, str]):
        """Send a form with the token of the last form that was seen."""
        answer = self._ask("POST", address, urlencode({self.field: self.token, **fields}))
        assert answer[0] in (302, 303), f"POST {address}: {answer[0]} {answer[1][:300]}"
        return answer


def find_port() -> int:
    """Return a port that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port: int, seconds: float = 90) -> None:
    """Return when something listens; TimeoutError after that."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.2)
    raise TimeoutError(f"nothing listens at {port}")


def end_processes(server: subprocess.Popen) -> None:
    """End a server that leads a session of its own, with all its processes: one that waits for open connections too."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.terminate()
        server.wait(5)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
