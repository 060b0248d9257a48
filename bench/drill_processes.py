"""The processes that drills kill with -9 and start again: any group, the mail intake, the embedded PostgreSQL; and how to tell
that each is at work again, for a kill that meets a process which only starts proves little.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen


class Group:
    """A child process with its whole group, which can be killed at once and started again. `log`: where its errors go."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str], log: Path | None = None):
        self.name, self.command, self.environment, self.log = name, command, environment, log
        self.start()

    def start(self) -> None:
        """Start the process as the leader of a group of its own."""
        self.began = datetime.now(UTC)
        quiet = subprocess.DEVNULL
        with open(self.log or os.devnull, "ab") as errors:
            self.process = subprocess.Popen(
                self.command, env=self.environment, start_new_session=True, stdout=quiet, stderr=errors
            )

    def revive(self) -> None:
        """Start it again when it ended by itself, as whoever supervises does: a worker ends when the database is gone."""
        if self.process.poll() is not None:
            self.kill()
            self.start()

    def kill(self) -> None:
        """SIGKILL to the whole group."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class ServedChild:
    """A process that `landsea serve` keeps alive, by the title that it has in lists of processes: killed with its whole group,
    and started again by `landsea serve` alone.
    """

    def __init__(self, name: str, title: str, serving: Group):
        self.name, self._title, self._serving = name, title, serving
        self.began = serving.began

    def kill(self) -> None:
        """SIGKILL to the whole group; nothing where it is not there just now."""
        for pid in self._find():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)

    def start(self) -> None:
        """Note when it is started; somebody else does it."""
        self.began = datetime.now(UTC)

    def revive(self) -> None:
        """Start `landsea serve` again where that has given up, as whoever supervises it does."""
        self._serving.revive()

    def _find(self) -> list[int]:
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError, ValueError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == self._serving.process.pid and (folder / "comm").read_text().strip() == self._title:
                    found.append(int(folder.name))
        return found


class Database:
    """The embedded PostgreSQL of this drill, which can be killed at once with all its processes and started again."""

    name = "PostgreSQL"

    def kill(self) -> None:
        """SIGKILL to the server and all its processes: no checkpoint, no goodbye."""
        from landsea_dev import pgprocess, postgres

        for pid in pgprocess.list_pids(postgres.find_default_cluster().data):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def start(self) -> None:
        """Start it again, as `landsea serve` does; it recovers from its log."""
        from landsea_dev import postgres

        postgres.ensure_running()


def start_web(
    port: int, environment: dict[str, str], name: str = "web server", log: Path | None = None, processes: int = 0
) -> Group:
    """Start a web server as `landsea serve` does, or with so many processes."""
    from landsea_dev.listening import list_web_options

    options = list_web_options("127.0.0.1", port)
    if processes:
        options[options.index("--workers") + 1] = str(processes)
    return Group(name, [sys.executable, "-m", "granian", *options], environment, log)


def start_worker(environment: dict[str, str], name: str = "worker") -> Group:
    """Start a worker."""
    return Group(name, [sys.executable, "-m", "landsea", "worker"], environment)


def start_platform(port: int, environment: dict[str, str], log: Path | None = None) -> Group:
    """Start `landsea serve` on a port."""
    command = [sys.executable, "-m", "landsea", "serve"]
    return Group("the platform", command, {**environment, "PORT": str(port)}, log)


def start_mail_in(port: int, environment: dict[str, str]) -> Group:
    """Start the mail intake, by LMTP."""
    return Group("mail intake", [sys.executable, "-m", "landsea", "mail-in", "--port", str(port)], environment)


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(asked: Callable[[], bool], seconds: float) -> bool:
    """Ask five times a second until it is so; False after so many seconds. A question that meets a refusal is a no."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError, ValueError):
            if asked():
                return True
        time.sleep(0.2)
    return False


def wait_until_up(port: int, seconds: float = 60) -> bool:
    """Wait until the web server and the database answer."""

    def answers() -> bool:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
            return True

    return wait_until(answers, seconds)


def wait_until_listening(port: int, seconds: float = 60) -> bool:
    """Wait until somebody listens at this port."""

    def listens() -> bool:
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            return True

    return wait_until(listens, seconds)


def wait_until_working(worker: Group, port: int, seconds: float = 60) -> bool:
    """Wait until a worker gave a sign of life after this one was started, as the page of the web server says."""

    def lives() -> bool:
        with urlopen(f"http://127.0.0.1:{port}/health/activity?format=json", timeout=5) as page:
            said = json.load(page)["last_worker"]
        return bool(said) and datetime.fromisoformat(said) > worker.began - timedelta(seconds=1)

    return wait_until(lives, seconds)
