"""Which processes work on a PostgreSQL data folder, told by the folder they stand in rather than by a number in a file.

Every PostgreSQL process changes into its data folder and stays there, so /proc answers exactly, also after a restart
of the machine has given a recorded process number to somebody else. Linux only, as the rest of the embedded server.
"""

import os
import signal
import time
from pathlib import Path


def find_server_pid(data: Path) -> int | None:
    """Return the process number of the server on this data folder, None when there is none."""
    pid = _recorded_pid(data)
    return pid if pid is not None and _works_in(data, pid) else None


def list_pids(data: Path) -> list[int]:
    """Return the numbers of all processes on this data folder; after a crash some outlive their server a little."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and _works_in(data, int(name))]


def number_without_server(data: Path) -> int | None:
    """Return the recorded process number when it is in use although nobody works on this data folder, else None."""
    pid = _recorded_pid(data)
    return pid if pid is not None and Path(f"/proc/{pid}").exists() and not list_pids(data) else None


def is_dead(pid: int) -> bool:
    """Say whether a process has ended and only its number is left, because its parent has not asked for its status."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def stop_server(data: Path, patience: float) -> bool:
    """Stop the server in order (SIGINT: roll back, close, checkpoint), after `patience` seconds at once.

    Returns whether it is gone; True also when there was none.
    """
    pid = find_server_pid(data)
    if pid is None:
        return True
    for how, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 10.0)):
        try:
            os.kill(pid, how)
        except ProcessLookupError:
            return True
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not _works_in(data, pid):
                return True
            time.sleep(0.02)
    return False


def _recorded_pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _works_in(data: Path, pid: int) -> bool:
    try:
        return os.path.samefile(f"/proc/{pid}/cwd", data)
    except OSError:
        return False
