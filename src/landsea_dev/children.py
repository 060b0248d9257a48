"""Child processes that a supervisor keeps alive: started in a group of their own, restarted, ended without orphans."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None)


class Child:
    """One long-running command.

    It has a process group of its own, so that a Ctrl-C in the terminal reaches the supervisor alone and the end of
    the child takes its own children with it. When the supervisor is killed outright the kernel sends it SIGTERM.

    restarts, within: so many restarts in that many seconds are tried before the child is given up.
    """

    def __init__(self, name: str, command: Sequence[str], *, restarts: int = 5, within: float = 60.0):
        self.name = name
        self._command = command
        self._within = within
        self._ends: deque[float] = deque(maxlen=restarts + 1)
        self._process: subprocess.Popen | None = None

    @property
    def pid(self) -> int:
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start the command."""
        parent = os.getpid()

        def follow_parent() -> None:
            _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != parent:
                os._exit(1)

        # preexec_fn is unsafe beside threads only, and a supervisor has none.
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=follow_parent,  # noqa: PLW1509
        )

    def ended(self) -> int | None:
        """Return the exit status once the command has ended (negative: the signal that killed it), else None."""
        return self._process.poll() if self._process else None

    def worth_a_restart(self) -> bool:
        """Note an end, and say whether the child has not ended too often lately."""
        self._ends.append(time.monotonic())
        return len(self._ends) < self._ends.maxlen or self._ends[-1] - self._ends[0] > self._within

    def signal_group(self, number: int) -> None:
        """Send a signal to the child and all its own children."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)

    def terminate(self) -> None:
        """Ask the child itself to end; it is left to end its own children in order."""
        if self.ended() is None and self._process is not None:
            self._process.terminate()


def end_all(children: Sequence[Child], *, patience: float, hurry: Callable[[], bool] = lambda: False) -> None:
    """End the children: SIGTERM, then after `patience` seconds, or as soon as `hurry()`, SIGKILL to what is left."""
    for child in children:
        child.terminate()
    deadline = time.monotonic() + patience
    while any(child.pid and child.ended() is None for child in children):
        if time.monotonic() > deadline or hurry():
            break
        time.sleep(0.05)
    for child in children:
        child.signal_group(signal.SIGKILL)


def describe_end(status: int) -> str:
    """Say how a process ended."""
    return f"was killed by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"


def python_command(*arguments: str) -> list[str]:
    """Return the command that runs a module with this very Python."""
    return [sys.executable, "-m", *arguments]
