"""One cluster of the embedded PostgreSQL: its folders, and the server on them, started, found and stopped.

Folders, below the cluster's `home`: `conf/` and the locks belong to whoever starts the server; `data/`, `log/` and
`socket/` to the account that the server runs under (see `account`), closed to all others. Folders above `home` are
never changed.
"""

import atexit
import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from landsea.runtime import RuntimeProblem, paths, pgconf, pgprocess
from landsea.runtime.account import Account, server_account
from landsea.runtime.leases import Leases
from landsea.runtime.pgbinaries import MAJOR, programs_for

ROLE = "landsea"
DATABASE = "landsea"
PORT = 5432  # only names the socket's file: nothing listens on a network

SOCKET_PATH_LIMIT = 100  # sockaddr_un holds 107 bytes on Linux
PLAIN_PATH = re.compile(r"[A-Za-z0-9._/@+-]+")  # libpq and PostgreSQL both read commas in a socket folder as a list
PATIENCE = 60.0  # seconds that a start, a recovery after a crash, or a stop may take


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


class Cluster:
    """One PostgreSQL data folder and the server on it.

    home: a folder of its own; its parent must exist or be ours to make. durable: False gives up safety against a
    power cut for speed, for data that is thrown away.
    """

    def __init__(self, home: Path, *, durable: bool = True, account: Account | None = None):
        self.home = home
        self.account = account or server_account()
        self._durable = durable
        self._leases = Leases(home)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def sockets(self) -> Path:
        """The folder of the socket: inside `home`, or a short one under /tmp when the path would be too long."""
        inside = self.home / "socket"
        if len(os.fsencode(inside / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT and PLAIN_PATH.fullmatch(str(inside)):
            return inside
        return Path("/tmp") / f"landsea-{self.account.uid}-{paths.fingerprint(self.home)}"

    def url(self, database: str = DATABASE) -> str:
        """Return the address in the form of DATABASE_URL; the server need not run."""
        return f"postgresql://{ROLE}@/{database}?host={quote(str(self.sockets), safe='')}&port={PORT}"

    def connection_parts(self) -> dict[str, str]:
        """Return the same address as libpq's keywords; the server need not run."""
        return {"dbname": DATABASE, "user": ROLE, "host": str(self.sockets), "port": str(PORT)}

    def ensure_running(self) -> str:
        """Start the server unless it answers, take a lease on it until this process ends, and return its `url()`.

        The first start makes the data folder and takes about 3 s; a later one 0.3 s; a running server some ms.
        Raises RuntimeProblem with what PostgreSQL said when it cannot start.
        """
        self._make_home()
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
        pid = pgprocess.server_pid(self.data)
        return Status(self.home, pid, pid is not None and self._answers(), self.url())

    # --- starting -------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self._wait_for_a_start_under_way()
        programs = programs_for(self.account, self.home)
        if not self.data.exists():
            self._initialise(programs)
        self._refuse_other_version()
        self._write_configuration()
        deadline = time.monotonic() + PATIENCE
        self._forget_reused_pid()
        while not self._run_server(programs):
            # After a crash, orphaned backends may hold the shared memory for some seconds yet, and when the last of them
            # goes while we try, only the dead server's number is in the way.
            held = pgprocess.all_pids(self.data) or pgprocess.number_without_server(self.data)
            if held and time.monotonic() < deadline:
                time.sleep(0.5)
                self._forget_reused_pid()
                continue
            raise RuntimeProblem(
                f"PostgreSQL did not start; its last words, from {self._start_log}:\n{self._last_words()}\n"
                "Mend that, or set DATABASE_URL to a PostgreSQL of yours."
            )
        self._create_database()

    def _wait_for_a_start_under_way(self) -> None:
        """Wait for a server that exists but does not answer; stop it when its door is gone (a swept /tmp)."""
        deadline = time.monotonic() + PATIENCE
        while pgprocess.server_pid(self.data) is not None and time.monotonic() < deadline:
            if self._answers():
                return
            if not (self.sockets / f".s.PGSQL.{PORT}").exists():
                time.sleep(1)  # the socket appears a moment after the process
                if not (self.sockets / f".s.PGSQL.{PORT}").exists():
                    self._stop()
                    return
            time.sleep(0.1)

    def _run_server(self, programs: Path) -> bool:
        with open(self._start_log, "wb") as log:
            started = subprocess.run(
                [programs / "pg_ctl", "start", "-w", "-s", "-t", str(int(PATIENCE))],
                check=False,
                env=self._environment(),
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
            + ([] if self._durable else ["--no-sync"]),
            check=False,
            env=self._environment(),
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

    def _write_configuration(self) -> None:
        folder = self.home / "conf"
        memory = pgconf.memory_in_mib()
        settings = pgconf.server_settings(folder, self.sockets, memory=memory, durable=self._durable)
        accounts = ["root", self.account.name] if self.account.lent else [self.account.name]
        for name, text in {
            "postgresql.conf": settings,
            "pg_hba.conf": pgconf.access_rules(),
            "pg_ident.conf": pgconf.account_map(accounts, ROLE),
        }.items():
            (folder / name).write_text(text)
            (folder / name).chmod(0o644)

    def _create_database(self) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    # --- folders --------------------------------------------------------------------------------------------------

    def _make_home(self) -> None:
        try:
            self.home.parent.mkdir(parents=True, exist_ok=True)
            if not self.home.exists():
                self.home.mkdir(exist_ok=True)
                self.home.chmod(0o711 if self.account.lent else 0o700)
            (self.home / "conf").mkdir(exist_ok=True)
            (self.home / "conf").chmod(0o755)
            self.account.make_folder(self.home / "log")
            self.account.make_folder(self.sockets)
            self._check_owner(self.sockets)
        except PermissionError as error:
            raise RuntimeProblem(
                f"{error.filename} cannot be used by {self.account.name}: start Landsea as the user who started it "
                "first, or set LANDSEA_VAR to a folder of your own."
            ) from None

    def _check_owner(self, folder: Path) -> None:
        """Refuse a folder that somebody else made under our name: /tmp is open to all."""
        seen = folder.lstat()
        if seen.st_uid != self.account.uid or seen.st_mode & 0o170077 != 0o040000:
            raise RuntimeProblem(f"{folder} is not a private folder of {self.account.name}: remove it and start again.")

    @property
    def _start_log(self) -> Path:
        return self.home / "start.log"

    def _last_words(self) -> str:
        logs = [self._start_log, *sorted((self.home / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)[-1:]]
        return "\n".join(path.read_text(errors="replace")[-1500:].strip() for path in logs if path.exists())

    def _environment(self) -> dict[str, str]:
        return {"PGDATA": str(self.data), "PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}

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
