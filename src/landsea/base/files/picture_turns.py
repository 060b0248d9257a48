"""Drawing pictures anew, one at a time for all requests of this machine: each in a process that may die (`picture_decoder`).

A picture of 0.7 MB can ask for 400 MB of memory. Six that came at once would take all of a small machine; so each waits for
its turn, which is a lock on a file that ends with whoever holds it, and what one may take is bounded in its own process.
Whoever waits holds a thread of the web server, so few wait: `MOST_WAIT` in a process, `MOST_OF_A_NETWORK` of one network.
"""

import contextlib
import fcntl
import hashlib
import logging
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from landsea.base.files import picture_decoder
from landsea.base.files.office_papers import FileRefused, file_is_cut
from landsea.base.proxies import find_asking_address, find_network

logger = logging.getLogger(__name__)
_waiting: Counter[str] = Counter()
_counting = threading.Lock()
WAITS = 20.0
"""Seconds for which a picture waits for its turn: some ten others may come before it."""
LASTS = 30.0
"""Seconds after which a process that draws is ended, on a machine that has no time for it."""
LOOKS_AGAIN = 0.05
MOST_WAIT, MOST_OF_A_NETWORK = 8, 4
"""Pictures that wait in one process of sixteen threads; who comes when it is full is told at once to send it again."""
GATES = 256
DECODER = [sys.executable, "-I", str(Path(picture_decoder.__file__))]


def draw_in_turn(name: str, kind: str, data: bytes) -> bytes:
    """Return the picture as pixels only. Raises FileRefused, with a sentence that names the file, when it is too large or
    broken, or when too many others came first.
    """
    with _place(name), _turn(name):
        try:
            drawn = subprocess.run([*DECODER, kind], input=data, capture_output=True, timeout=LASTS, check=False)
        except subprocess.TimeoutExpired:
            raise _too_large(name) from None
    if drawn.returncode == 0:
        return drawn.stdout
    if drawn.returncode == picture_decoder.BROKEN:
        raise file_is_cut(name)
    if drawn.returncode != picture_decoder.TOO_LARGE:  # it died of it, or could not even begin
        last = drawn.stderr.decode(errors="replace").strip().rpartition("\n")[2][:200]
        logger.warning("the process that draws a picture ended with %s: %s", drawn.returncode, last)
    raise _too_large(name)


@contextlib.contextmanager
def _place(name: str) -> Iterator[None]:
    """Hold one of the places to wait in. Raises FileRefused at once when all are taken, or those of this network."""
    gate = name_of_gate(find_asking_address())
    with _counting:
        if _waiting.total() >= MOST_WAIT or _waiting[gate] >= MOST_OF_A_NETWORK:
            raise _many_at_once(name)
        _waiting[gate] += 1
    try:
        yield
    finally:
        with _counting:
            _waiting[gate] -= 1
            if not _waiting[gate]:
                del _waiting[gate]


@contextlib.contextmanager
def _turn(name: str) -> Iterator[None]:
    """Hold the turn of this machine. Only one picture of a network waits for it at a time, the others wait behind that one, so
    that whoever sends many has the turn no more often than anybody else. Raises FileRefused when it does not come in time.
    """
    settings.VAR.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + WAITS
    try:
        with _locked(name_of_gate(find_asking_address()), name, until), _locked("drawing.lock", name, until):
            yield
    finally:
        time.sleep(LOOKS_AGAIN)  # whoever waits looks meanwhile, and comes before the next picture of ours


def name_of_gate(address: str) -> str:
    """Return the file on which the pictures of an address's network wait for each other; few networks share one by chance."""
    number = int.from_bytes(hashlib.sha256(find_network(address).encode()).digest()[:4]) % GATES
    return f"drawing-{number}.lock"


@contextlib.contextmanager
def _locked(file_name: str, name: str, until: float) -> Iterator[None]:
    """Hold a lock of this machine. Raises FileRefused when nobody gave it up by `until` (monotonic seconds)."""
    with (settings.VAR / file_name).open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise _many_at_once(name) from None
                time.sleep(LOOKS_AGAIN)
        yield


def _too_large(name: str) -> FileRefused:
    return FileRefused(
        gettext("%(name)s says that it is too many pixels wide and high. Send it smaller, or as a screenshot.")
        % {"name": name}
    )


def _many_at_once(name: str) -> FileRefused:
    return FileRefused(
        gettext("Many pictures come in at this moment, and %(name)s could not be looked at. Send it again in a minute.")
        % {"name": name}
    )
