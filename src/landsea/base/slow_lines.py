"""Cuts off lines on which a body comes too slowly. The web server names no line to the application, so they are found among
this process's own sockets: those to our port, from an address of which a body is late, that brought less than `LEAST` bytes a
second for `GRACE` seconds, or than the caller demands where many bodies come at once; of them the slowest, as many as the
caller says and of each address no more than bodies of it are late.

Behind a proxy or in an office many share an address, and most lines wait for their next request: they bring nothing, so they
looked slowest of all, and went before the one that holds a thread. What was sent last tells them apart: on a line that waits it
was our answer. Such a line goes only where no other is left. One on which an answer goes out stays.

Only Linux says how much a line has brought (TCP_INFO); elsewhere nothing is cut off.
"""

import os
import socket
import stat
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress

GRACE = 15.0
LEAST = 1024
TCP_INFO_LENGTH = 136
AGES_AT, COUNTS_AT = 44, 120
"""Where in the kernel's answer stand the milliseconds since data was sent and received (`tcpi_last_data_sent`, and two further
`tcpi_last_data_recv`), and `tcpi_bytes_acked` and `tcpi_bytes_received` (linux/tcp.h, since 4.1).
"""


class SlowLines:
    """What had gone out and come in on each line when it was first looked at: by descriptor and the other side's port."""

    def __init__(self) -> None:
        self._first_seen: dict[tuple[int, int], tuple[float, int, int]] = {}

    def cut_off(
        self,
        awaited: set[tuple[str, int]],
        late: Mapping[tuple[str, int], int],
        now: float,
        least: float = LEAST,
        grace: float = GRACE,
        most: int | None = None,
    ) -> int:
        """Look at the lines of which (address, our port) is `awaited` at `now` (monotonic seconds), and cut off those of `late`
        that brought less than `least` bytes a second for a whole `grace`: of each as many as bodies of it are late, and the
        slowest `most` of all. Return how many.
        """
        slow: list[tuple[bool, float, tuple[int, int], tuple[str, int], socket.socket]] = []
        seen = {}
        with ExitStack() as held:
            for line, descriptor, there in _lines_from(awaited):
                held.enter_context(line)
                with suppress(OSError):
                    gone, received, waits = _counts(line)
                    since, gone_before, first = self._first_seen.get((descriptor, there), (now, gone, received))
                    is_over = now - since >= grace
                    is_slow = is_over and gone == gone_before and received - first < least * (now - since)
                    whose = (line.getpeername()[0], line.getsockname()[1])
                    if is_slow and whose in late:
                        slow.append((waits, (received - first) / (now - since), (descriptor, there), whose, line))
                    goes_on = is_over and not is_slow
                    seen[(descriptor, there)] = (now, gone, received) if goes_on else (since, gone_before, first)
            number, gone_of = 0, Counter[tuple[str, int]]()
            for _waits, _rate, key, whose, line in sorted(slow, key=lambda one: one[:3]):
                if number == most or gone_of[whose] == late[whose]:
                    continue
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                    number += 1
                    gone_of[whose] += 1
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


def _counts(line: socket.socket) -> tuple[int, int, bool]:
    """Return how many bytes the other side confirmed, how many it sent, and whether it waits for its next request: whether it
    sent nothing yet, or nothing after what we sent last. Raises OSError where the kernel says less.
    """
    told = line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO_LENGTH)
    if len(told) < TCP_INFO_LENGTH:
        raise OSError("this kernel does not count what a line brings")
    gone, received = struct.unpack_from("=QQ", told, COUNTS_AT)
    sent_ago, _acknowledged_ago, received_ago = struct.unpack_from("=III", told, AGES_AT)
    return gone, received, received == 0 or sent_ago <= received_ago
