"""One cluster of the embedded PostgreSQL: the server on its folders (`pgfolders`), started, found and stopped."""

import atexit
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from landsea_dev import RuntimeProblem, pgprocess
from landsea_dev.account import Account
from landsea_dev.leases import Leases
from landsea_dev.pgbinaries import MAJOR, find_programs
from landsea_dev.pgfolders import (
    DATABASE,
    PORT,
    ROLE,
    Folders,
)

PATIENCE = 60.0  # seconds that a start, a recovery after a crash, or a stop may take
MEMORY_HELD = "pre-existing shared memory block"
"""What PostgreSQL says when it ends at once, for a process of the server before it holds that server's memory."""


@dataclass(frozen=True)
class Status:
    """What is known of a cluster from outside: `pid` is None when no server runs on its data."""

    home: Path
    pid: int | None
    answers: bool
    url: str

    def __str__(self) -> str:
        if self.pid is None:
            return f"PostgreSQL is not running. Its data is in {self.home / 'data'}."
        state = "answers" if self.answers else "does not answer yet"
        return f"PostgreSQL {MAJOR} runs as process {self.pid} and {state}. Its data is in {self.home / 'data'}."


class Cluster(Folders):
    """One PostgreSQL data folder and the server on it.

    home: a folder of its own; its parent must exist or be ours to make. durable: False gives up safety against a
    power cut for speed, for data that is thrown away.
    """

    def __init__(self, home: Path, *, durable: bool = True, account: Account | None = None):
        super().__init__(home, durable=durable, account=account)
        self._leases = Leases(home)

    def ensure_running(self) -> str:
        """Start the server unless it answers, take a lease on it until this process ends, and return its `url()`.

        The first start makes the data folder and takes about 3 s; a later one 0.3 s; a running server some ms.
        Raises RuntimeProblem with what PostgreSQL said when it cannot start.
        """
        self.make_home()
        with self._leases.mutex():
            if not self._leases.held:
                self._leases.join()
                atexit.register(self.release)
            if not self._answers():
                self._start()
        return self.url()

    def release(self) -> None:
        """Give up this process's lease; stop the server when nobody else has one."""
        if not self._leases.held:
            return
        atexit.unregister(self.release)
        with self._leases.mutex():
            if self._leases.alone():
                self._stop()
            self._leases.leave()

    def stop(self) -> None:
        """Stop the server whoever uses it; its clients lose their connections. Does nothing when it is not running."""
        if self.home.exists():
            with self._leases.mutex():
                self._stop()

    def status(self) -> Status:
        """Say whether the server runs and answers, without changing anything."""
        pid = pgprocess.find_server_pid(self.data)
        return Status(self.home, pid, pid is not None and self._answers(), self.url())

    # --- starting -------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self._wait_for_a_start_under_way()
        programs = find_programs(self.account, self.home)
        if not self.data.exists():
            self._initialise(programs)
        self._refuse_other_version()
        self.write_configuration()
        deadline = time.monotonic() + PATIENCE
        self._forget_reused_pid()
        while not self._run_server(programs):
            # After a crash, orphaned backends may hold the shared memory for some seconds yet, and when the last of them
            # goes while we try, only the dead server's number is in the way, or nothing any more but what was said.
            held = pgprocess.list_pids(self.data) or pgprocess.number_without_server(self.data)
            held = held or MEMORY_HELD in self.start_log.read_text(errors="replace")
            if held and time.monotonic() < deadline:
                time.sleep(0.5)
                self._forget_reused_pid()
                continue
            raise RuntimeProblem(
                f"PostgreSQL did not start; its last words, from {self.start_log}:\n{self.last_words()}\n"
                "Mend that, or set DATABASE_URL to a PostgreSQL of yours."
            )
        self._create_database()

    def _wait_for_a_start_under_way(self) -> None:
        """Wait for a server that exists but does not answer; stop it when its door is gone (a swept /tmp)."""
        deadline = time.monotonic() + PATIENCE
        while pgprocess.find_server_pid(self.data) is not None and time.monotonic() < deadline:
            if self._answers():
                return
            if not (self.sockets / f".s.PGSQL.{PORT}").exists():
                time.sleep(1)  # the socket appears a moment after the process
                if not (self.sockets / f".s.PGSQL.{PORT}").exists():
                    self._stop()
                    return
            time.sleep(0.1)

    def _run_server(self, programs: Path) -> bool:
        with open(self.start_log, "wb") as log:
            started = subprocess.run(
                [programs / "pg_ctl", "start", "-w", "-s", "-t", str(int(PATIENCE))],
                check=False,
                env=self.environment(),
                stdout=log,
                stderr=log,
                **self.account.popen_options(),
            )
        return started.returncode == 0

    def _initialise(self, programs: Path) -> None:
        """Make the data folder under another name and rename it, so that a broken attempt is never taken for one."""
        partial = self.home / "data.part"
        subprocess.run(["rm", "-rf", "--", partial], check=True)
        self.account.make_folder(partial)
        made = subprocess.run(
            [programs / "initdb", f"--pgdata={partial}", f"--username={ROLE}", "--auth=peer", "--encoding=UTF8"]
            + ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"]
            + ([] if self.durable else ["--no-sync"]),
            check=False,
            env=self.environment(),
            capture_output=True,
            text=True,
            **({**self.account.popen_options(), "stdin": None}),
        )
        if made.returncode != 0:
            raise RuntimeProblem(f"PostgreSQL could not make its data folder {self.data}:\n{made.stderr.strip()}")
        (partial / "postgresql.conf").write_text("include = '../conf/postgresql.conf'\n")
        partial.rename(self.data)

    def _refuse_other_version(self) -> None:
        version = (self.data / "PG_VERSION").read_text().strip()
        if version != MAJOR:
            raise RuntimeProblem(
                f"The data in {self.data} was made by PostgreSQL {version} and this is PostgreSQL {MAJOR}: "
                "export it with that version's pg_dump, move the folder away, start again and restore."
            )

    def _create_database(self) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    # --- processes ------------------------------------------------------------------------------------------------

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _forget_reused_pid(self) -> None:
        """Remove the lock files of a server that is gone when its process number is not free.

        It now belongs to a stranger (a machine or container restarted) or to a dead process nobody has buried;
        PostgreSQL would take either for a running server and refuse. A stranger is left alone when another user
        holds a lease, who may see a server that we cannot (another container on the same folder).
        """
        pid = pgprocess.number_without_server(self.data)
        if pid is not None and (pgprocess.is_dead(pid) or self._leases.alone()):
            for lock in (self.data / "postmaster.pid", self.sockets / f".s.PGSQL.{PORT}.lock"):
                lock.unlink(missing_ok=True)

    def _stop(self) -> None:
        if not pgprocess.stop_server(self.data, PATIENCE):
            raise RuntimeProblem(f"PostgreSQL on {self.data} did not stop; see {self.home / 'log'}.")
