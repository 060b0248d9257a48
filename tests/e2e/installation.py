"""A whole Landsea for the browser's stories: `landsea serve` with a demo, on a database and a folder of its own.

What lives here: starting and ending it, its sign-ins, its mails. What a browser does with it does not.
"""

import email
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

from landsea_dev.throwaway import start_throwaway_cluster

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "stories"
START_SECONDS = 180  # migrations, the whole reference directory and the demo, on a slow machine
END_SECONDS = 40  # twice what the supervisor gives its children


class Installation:
    """Web server, worker and data of one test run; nothing of it is left after `end`."""

    def __init__(self) -> None:
        self.var = Path(tempfile.mkdtemp(prefix="landsea-stories-"))
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._log = self.var / "serve.log"
        self._process: subprocess.Popen | None = None
        self._environment: dict[str, str] = {}

    def start(self) -> None:
        """Start it and return when its health page answers; raise with the last lines of its log when it does not."""
        cluster = start_throwaway_cluster()
        with psycopg.connect(cluster.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}")
            # As where people work: rows here are kept, and tables grow.
            connection.execute("ALTER SYSTEM SET autovacuum = on")
            connection.execute("SELECT pg_reload_conf()")
        self._environment = {
            **os.environ,
            "DATABASE_URL": cluster.url(DATABASE),
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
            "LANDSEA_DEMO": "yes",
            "LANDSEA_FILINGS_PER_HOUR": "1000",
            "LANDSEA_TEXTS_READ_A_MINUTE": "5",  # all of them are three minutes of a core, which no story waits for
            "LANDSEA_VAR": str(self.var),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
        }
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "landsea", "serve"], cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Landsea did not start:\n{self._log.read_text()[-3000:]}")
            time.sleep(0.3)

    def end(self) -> None:
        """Stop all of it as Ctrl-C does and remove its folder."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGINT)  # the second time means at once
                self._process.wait(END_SECONDS)
        shutil.rmtree(self.var, ignore_errors=True)

    def run(self, *command: str) -> str:
        """Run one of the platform's commands as its operator would, and return what it said."""
        ran = subprocess.run(
            [sys.executable, "-m", "landsea", *command],
            cwd=ROOT,
            env=self._environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return ran.stdout

    def sign_in_of(self, address: str) -> dict:
        """Return password, secret of the second factor, name and role of a demo person."""
        people = json.loads((self.var / "demo-signins.json").read_text(encoding="utf-8"))
        return next(person for person in people if person["email"] == address)

    def mail_to(self, address: str, seconds: float = 30) -> EmailMessage:
        """Wait for the worker to send a mail to this address and return it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for file in (self.var / "mails").glob("*.eml"):
                mail = email.message_from_bytes(file.read_bytes(), policy=default)
                if address in mail["To"]:
                    return mail
            time.sleep(0.3)
        raise AssertionError(f"No mail to {address} within {seconds} seconds:\n{self._log.read_text()[-2000:]}")

    def database(self) -> psycopg.Connection:
        """Return a connection to its database, for what no page of the platform does to a story."""
        return psycopg.connect(start_throwaway_cluster().url(DATABASE), autocommit=True)

    def log(self) -> str:
        """Return all that web server and worker have logged so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def describe(self) -> str:
        """Say what it does at this moment: for a story that waited in vain."""
        with self.database() as connection:
            busy = connection.execute(
                "SELECT pid, state, wait_event, now() - query_start, left(query, 300) FROM pg_stat_activity"
                " WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()"
            ).fetchall()
        asked = time.monotonic()
        health = "answers" if self._answers() else "does not answer"
        health = f"/healthz {health} after {time.monotonic() - asked:.2f} s; load of the machine {os.getloadavg()}"
        ended = self._process.poll() if self._process else None
        process = "serve runs" if ended is None else f"serve ended with {ended}"
        return "\n".join([process, health, *map(str, busy), self.log()[-3000:]])

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.address}/healthz", timeout=2) as answer:
                return answer.status == 200
        except (URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
