"""Who is still using something that all processes of an installation share: the last one out turns off the light.

A lease is a shared lock on a file, so the kernel takes it back when a process dies in any way. Nothing is counted and
nothing goes stale.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Leases:
    """The leases on one thing. One object is one user of it; `mutex` keeps joining and leaving apart."""

    def __init__(self, folder: Path):
        self._users_file = folder / "users.lock"
        self._mutex_file = folder / "mutex.lock"
        self._lease: int | None = None
        self._process = 0

    @contextmanager
    def mutex(self) -> Iterator[None]:
        """Let one process at a time start or stop the thing; others wait here."""
        descriptor = _open(self._mutex_file)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @property
    def held(self) -> bool:
        """Whether this process has a lease. A forked child has not: the one it sees is its parent's."""
        return self._lease is not None and self._process == os.getpid()

    def join(self) -> None:
        """Take a lease, once per process. Call inside `mutex`."""
        if not self.held:
            self._lease, self._process = _open(self._users_file), os.getpid()
            fcntl.flock(self._lease, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Say whether no other user holds a lease. Call inside `mutex`."""
        descriptor = self._lease if self.held else _open(self._users_file)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            # A failed upgrade may have dropped the shared lock, so it is taken again below.
            return False
        else:
            return True
        finally:
            if self.held:
                fcntl.flock(descriptor, fcntl.LOCK_SH)
            else:
                os.close(descriptor)

    def leave(self) -> None:
        """Give the lease back. Call inside `mutex`."""
        if self.held:
            os.close(self._lease)
        self._lease = None


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
