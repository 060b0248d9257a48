"""Cuts off lines on which a body comes too slowly. The web server names no line to the application, so they are found among
this process's own sockets: those to our port, from an address of which a body is late, that brought less than `LEAST` bytes a
second for `GRACE` seconds, or than the caller demands where many bodies come at once; of them the slowest, as many as the
caller says. A line of such an address that waits for its next request goes with them, which browsers bear; one on which an
answer goes out stays, since behind a proxy or in an office many readers share an address.

Only Linux says how much a line has brought (TCP_INFO); elsewhere nothing is cut off.
"""

import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import ExitStack, suppress

GRACE = 15.0
LEAST = 1024
TCP_INFO_LENGTH = 136
COUNTS_AT = 120
"""Where `tcpi_bytes_acked` and `tcpi_bytes_received` stand in the kernel's answer (linux/tcp.h, since 4.1)."""


class SlowLines:
    """What had gone out and come in on each line when it was first looked at: by descriptor and the other side's port."""

    def __init__(self) -> None:
        self._first_seen: dict[tuple[int, int], tuple[float, int, int]] = {}

    def cut_off(
        self,
        awaited: set[tuple[str, int]],
        late: set[tuple[str, int]],
        now: float,
        least: float = LEAST,
        grace: float = GRACE,
        most: int | None = None,
    ) -> int:
        """Look at the lines of which (address, our port) is `awaited` at `now` (monotonic seconds), and cut off those of `late`
        that brought less than `least` bytes a second for a whole `grace`, the slowest `most` of them; return how many.
        """
        slow: list[tuple[float, tuple[int, int], socket.socket]] = []
        seen = {}
        with ExitStack() as held:
            for line, descriptor, there in _lines_from(awaited):
                held.enter_context(line)
                with suppress(OSError):
                    gone, received = _counts(line)
                    since, gone_before, first = self._first_seen.get((descriptor, there), (now, gone, received))
                    is_over = now - since >= grace
                    is_slow = is_over and gone == gone_before and received - first < least * (now - since)
                    if is_slow and (line.getpeername()[0], line.getsockname()[1]) in late:
                        slow.append(((received - first) / (now - since), (descriptor, there), line))
                    goes_on = is_over and not is_slow
                    seen[(descriptor, there)] = (now, gone, received) if goes_on else (since, gone_before, first)
            number = 0
            for _rate, key, line in sorted(slow, key=lambda one: one[:2])[:most]:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                    number += 1
                    del seen[key]
        self._first_seen = seen
        return number


def _lines_from(awaited: set[tuple[str, int]]) -> Iterator[tuple[socket.socket, int, int]]:
    """Give (a second handle of the line, its descriptor, the other side's port) of each line that is meant."""
    try:
        descriptors = [int(one) for one in os.listdir("/proc/self/fd")]
    except OSError:
        return
    own_handles: set[int] = set()
    for descriptor in descriptors:
        if descriptor in own_handles:
            continue
        try:
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            second = os.dup(descriptor)
            own_handles.add(second)
        except OSError:  # closed meanwhile
            continue
        try:
            line = socket.socket(fileno=second)
        except OSError:
            os.close(second)
            continue
        try:
            (address, there), here = line.getpeername()[:2], line.getsockname()[1]
        except (OSError, ValueError, IndexError):  # not connected, or no line of a network
            line.close()
            continue
        if (address, here) in awaited:
            yield line, descriptor, there
        else:
            line.close()


def _counts(line: socket.socket) -> tuple[int, int]:
    """Return how many bytes the other side confirmed, and how many it sent. Raises OSError where the kernel says less."""
    told = line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO_LENGTH)
    if len(told) < TCP_INFO_LENGTH:
        raise OSError("this kernel does not count what a line brings")
    gone, received = struct.unpack_from("=QQ", told, COUNTS_AT)
    return gone, received
