"""Child processes that a supervisor keeps alive: started in a group of their own, restarted, ended without orphans."""

import ctypes
import os
import signal
import subprocess
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15  # linux/prctl.h
ASK_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
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
        self._process: subprocess.Popen | Fork | None = None

    @property
    def pid(self) -> int:
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start the command."""
        parent = os.getpid()
        # preexec_fn is unsafe beside threads only, and a supervisor has none.
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=lambda: _follow_parent(parent),  # noqa: PLW1509
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


class ForkedChild(Child):
    """A child that goes on from what its supervisor has loaded: it shares that memory until one of them writes into it, and has
    nothing to load when it is started again.

    run: what it does; its return value is the exit status. title: what lists of processes call it, at most 15 letters.
    """

    def __init__(self, name: str, run: Callable[[], int], *, title: str, restarts: int = 5, within: float = 60.0):
        super().__init__(name, (), restarts=restarts, within=within)
        self._run, self._title = run, title

    def start(self) -> None:
        """Fork the process. This one must have no threads but those of libraries that mind a fork."""
        self._process = Fork(self._run, self._title)


class Fork:
    """A process forked from this one in a session of its own, with what a supervisor asks of `subprocess.Popen`."""

    def __init__(self, run: Callable[[], int], title: str):
        self._status: int | None = None
        sys.stdout.flush()  # what is still in hand here would be said twice
        sys.stderr.flush()
        parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            _be_child(run, title, parent)

    def poll(self) -> int | None:
        """Return the exit status once it has ended (negative: the signal that killed it), else None."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status

    def wait(self) -> int:
        """Wait until it has ended; return the exit status."""
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def terminate(self) -> None:
        """Ask it to end."""
        if self._status is None:
            os.kill(self.pid, signal.SIGTERM)


def _be_child(run: Callable[[], int], title: str, parent: int) -> None:
    """Run in the process that was forked, and end it, whatever comes; what the parent would do at its end is not done here."""
    status = 1
    try:
        for number in ASK_TO_STOP:
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        _follow_parent(parent)
        _libc.prctl(PR_SET_NAME, title.encode())
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        status = run()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _follow_parent(parent: int) -> None:
    """Let the kernel ask this process to end when its parent has ended, however that came."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)


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


def write_python_command(*arguments: str) -> list[str]:
    """Return the command that runs a module with this very Python."""
    return [sys.executable, "-m", *arguments]
