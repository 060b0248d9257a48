"""Takes in the whole body of a request before the application is asked, so that no body trickles in without end.

The web server gives a thread to a request whose body has not come yet, and reads as slowly as the other side sends, for ever:
some thirty telephones that pause, or one program that means it, hold all threads. So a line that is too slow is cut off
(`slow_lines`). Lines that are just fast enough may be as many: bodies have `ROOM` of the process's threads, pages the others.
While that is full, a further body is sent away at once, and each second a line has to bring twice as much to stay, until
there is room: the slowest goes first, and of the address that sends most bodies. No more go than make room, else all
telephones of a poor network would be cut off together, and would come again together. The last places are for whoever has
none or one: a network that sends on many lines, however fast, keeps nobody else from sending. Behind a proxy of ours that is
the network of the person, as the proxy names it.

A body that ends early is refused here: the web server tells nobody, and half a form would be filed whole. What is larger than
`IN_MEMORY` lies in a file of TMPDIR meanwhile.
"""

import errno
import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from math import ceil
from tempfile import SpooledTemporaryFile
from time import monotonic, sleep
from typing import Any

from landsea.base.proxies import Network, find_client_address, find_network
from landsea.base.slow_lines import GRACE, LEAST, SlowLines

LOOKS_EVERY = 1.0
ROOM = 12
"""Of the sixteen threads of a web process (`landsea_dev.listening`)."""
FOR_OTHERS = 4
"""Of the places; a network that already has `FEW` of all gets none of them."""
FEW = 2
GRACE_WHEN_FULL = 3.0
GOES_OF_AN_ADDRESS = 4
"""Of so many bodies of the address that sends most, one has to go in a second that is full."""
MOST_DEMANDED = 64 * 1024
"""Bytes a second: whoever brings that much is done soon."""
AHEAD = 60.0
"""Seconds that a body may be ahead of the slowest line: who sent much may pause so long, and not for ever."""
IN_MEMORY = 1024 * 1024
STEP = 16 * 1024
LARGEST = 256 * 1024 * 1024
"""Bytes; no form with its papers comes near."""
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.ENOENT})
"""How a full disk is said; Python finds no folder at all (ENOENT) where the first file of a process has no room."""
logger = logging.getLogger(__name__)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(eq=False)
class Coming:
    """A body that comes: from which address (of a proxy too), to which port, since when (monotonic seconds), how many bytes so
    far, and from which `network` behind a proxy of ours. `until` is when it would have come so far on the slowest line that is
    waited for, of `counted` bytes.
    """

    address: str
    port: int
    since: float = field(default_factory=monotonic)
    bytes: int = 0
    counted: int = 0
    network: str = ""
    until: float = field(init=False)

    def __post_init__(self) -> None:
        self.until = self.since

    def is_late(self, now: float, least: float = LEAST) -> bool:
        """Whether less came by `now` than a line that brings `least` bytes a second; what came fast counts for `AHEAD` seconds
        more at most, and for few where more is demanded because there is no room.
        """
        ahead, grace = (AHEAD, GRACE) if least <= LEAST else (GRACE_WHEN_FULL, GRACE_WHEN_FULL)
        here = self.bytes
        self.until = min(self.until + (here - self.counted) / least, now + ahead)
        self.counted = here
        return now - self.since > grace and now > self.until


@dataclass(frozen=True)
class ClosesBody:
    """An answer with which the body of its request is closed, and its file given back: requests lie in cycles, and the
    collector comes rarely.
    """

    answer: Iterable[bytes]
    body: SpooledTemporaryFile[bytes]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.answer)

    def close(self) -> None:
        """Close both."""
        try:
            getattr(self.answer, "close", lambda: None)()
        finally:
            self.body.close()


class WholeBodies:
    """A WSGI application around another one, which it gives whole bodies only."""

    def __init__(self, application: Application, proxies: Sequence[Network] = ()):
        """`proxies`: the networks of our own, which name the person's address."""
        self.application, self._proxies = application, proxies
        self._coming: set[Coming] = set()
        self._changed = threading.Condition()
        self._watches = False
        self._demanded: float = LEAST

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Take in the body, and ask the application; answer 400 where it ends early, 413 where it would be too large, 503 where
        as many others come as may, 507 where the disk has no room for it.
        """
        length = environ.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit() and length.strip("0")):
            return self.application(environ, start_response)
        if len(length) > 12 or int(length) > LARGEST:
            return _say(start_response, "413 Content Too Large", b"This is too much at once. Send less.\n")
        with self._waiting(environ) as coming:
            if coming is None:
                return _say(start_response, "503 Service Unavailable", b"Many send at this moment. Send it again.\n")
            body = _take_in(environ["wsgi.input"], int(length), coming)
        if body is None:
            return _say(
                start_response, "507 Insufficient Storage", b"We cannot keep this just now. Send it again later.\n"
            )
        if coming.bytes < int(length):
            body.close()
            return _say(start_response, "400 Bad Request", b"Only a part of it arrived. Send it again.\n")
        environ["wsgi.input"] = body
        try:
            answer = self.application(environ, start_response)
        except BaseException:
            body.close()
            raise
        return ClosesBody(answer, body)

    @contextmanager
    def _waiting(self, environ: dict[str, Any]) -> Iterator[Coming | None]:
        """Have a body that comes watched, until it is here; None where there is no room for one more."""
        peer = environ.get("REMOTE_ADDR", "")
        person = find_client_address(peer, environ.get("HTTP_X_FORWARDED_FOR", ""), self._proxies)
        coming = Coming(peer, int(environ.get("SERVER_PORT") or 0), network=find_network(person))
        with self._changed:
            has_room = self._has_room(coming.network)
            if has_room:
                self._coming.add(coming)
                self._watch()
        try:
            yield coming if has_room else None
        finally:
            with self._changed:
                self._coming.discard(coming)

    def _has_room(self, network: str) -> bool:
        """Say whether one more body of this network is taken in. The caller holds the lock."""
        free = ROOM - len(self._coming)
        return free > FOR_OTHERS or (free > 0 and sum(one.network == network for one in self._coming) < FEW)

    def _watch(self) -> None:
        """Let one thread look at what comes, for as long as anything does. The caller holds the lock."""
        if self._watches:
            self._changed.notify()
            return
        self._watches = True
        threading.Thread(target=self._look_on, name="bodies", daemon=True).start()

    def _look_on(self) -> None:
        lines = SlowLines()
        while True:
            with self._changed:
                if not self._coming:
                    lines = SlowLines()
                    self._changed.wait()
            sleep(LOOKS_EVERY)  # nearly all have come whole by then
            with self._changed:
                coming, now = list(self._coming), monotonic()
            if coming:
                self._cut_off(lines, coming, now)

    def _cut_off(self, lines: SlowLines, coming: list[Coming], now: float) -> int:
        """Cut off what is too slow at `now` (monotonic seconds); return how many lines."""
        is_full = len(coming) >= ROOM
        self._demanded = least = min(self._demanded * 2, MOST_DEMANDED) if is_full else LEAST
        late = Counter((one.address, one.port) for one in coming if one.is_late(now, least))
        bodies = Counter((one.address, one.port) for one in coming)
        if not is_full:
            return lines.cut_off(set(bodies), late, now)
        most = max((bodies[one] for one in late), default=0)
        late = Counter({one: count for one, count in late.items() if bodies[one] == most})
        goes = ceil(most / GOES_OF_AN_ADDRESS)
        return lines.cut_off(set(bodies), late, now, least, GRACE_WHEN_FULL, goes)


def _take_in(stream: Any, length: int, coming: Coming) -> SpooledTemporaryFile[bytes] | None:
    """Return what arrives of `length` bytes; None where the disk has no room for it."""
    body = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (it lives as long as the request)
    try:
        while coming.bytes < length and (part := stream.read(min(STEP, length - coming.bytes))):
            body.write(part)
            coming.bytes += len(part)
        body.seek(0)
    except OSError as fault:
        with suppress(OSError):
            body.close()
        if fault.errno not in NO_ROOM:
            raise
        logger.error("The disk of temporary files is full: %s", fault)
        return None
    return body


def _say(start_response: Callable[..., Any], status: str, words: bytes) -> list[bytes]:
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(words))),
        ("Retry-After", "10"),
    ]
    start_response(status, [*headers, ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store")])
    return [words]
