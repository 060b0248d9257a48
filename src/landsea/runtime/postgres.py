"""The embedded PostgreSQL: a private server of this installation, reachable through one unix socket and nothing else.

`ensure_running()` is all that most callers need. It may be called by any number of processes at once; each holds a
lease until it ends, and the last one out stops the server (see `leases`). Data stays. A crash of the server is
repaired by the next call. What is not here: databases of somebody else's server (DATABASE_URL), and any schema.

Folders, below the cluster's `home`: `conf/` and the locks belong to whoever starts the server; `data/`, `log/` and
`socket/` to the account that the server runs under (see `account`), closed to all others. Folders above `home` are
never changed.
"""

import atexit
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import psycopg

from landsea.runtime import RuntimeProblem, paths, pgconf
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
        pid = self._server_pid()
        return Status(self.home, pid, pid is not None and self._answers(), self.url())

    # --- starting -------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self._wait_for_a_start_under_way()
        programs = programs_for(self.account, self.home)
        if not self.data.exists():
            self._initialise(programs)
        self._refuse_other_version()
        self._write_configuration()
        self._forget_reused_pid()
        deadline = time.monotonic() + PATIENCE
        while not self._run_server(programs):
            # After a crash, orphaned backends may hold the shared memory for some seconds yet.
            if self._backends() and time.monotonic() < deadline:
                time.sleep(0.5)
                continue
            raise RuntimeProblem(
                f"PostgreSQL did not start; its last words, from {self._start_log}:\n{self._last_words()}\n"
                "Mend that, or set DATABASE_URL to a PostgreSQL of yours."
            )
        self._create_database()

    def _wait_for_a_start_under_way(self) -> None:
        """Wait for a server that exists but does not answer; stop it when its door is gone (a swept /tmp)."""
        deadline = time.monotonic() + PATIENCE
        while self._server_pid() is not None and time.monotonic() < deadline:
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

    def _pid_in_file(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None

    def _works_here(self, pid: int) -> bool:
        """Say whether a process is one of this cluster's: PostgreSQL's processes all stand in their data folder."""
        try:
            return os.path.samefile(f"/proc/{pid}/cwd", self.data)
        except OSError:
            return False

    def _backends(self) -> list[int]:
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and self._works_here(int(name))]

    def _server_pid(self) -> int | None:
        pid = self._pid_in_file()
        return pid if pid is not None and self._works_here(pid) else None

    def _forget_reused_pid(self) -> None:
        """Remove postmaster.pid when the number in it now belongs to a stranger (a machine or container restarted).

        PostgreSQL would take the stranger for itself and refuse. Left alone when another user holds a lease: that
        user may see a server that we cannot (another container on the same folder).
        """
        pid = self._pid_in_file()
        if pid is not None and Path(f"/proc/{pid}").exists() and not self._backends() and self._leases.alone():
            (self.data / "postmaster.pid").unlink()

    def _stop(self) -> None:
        pid = self._server_pid()
        if pid is None:
            return
        for how, patience in ((signal.SIGINT, PATIENCE), (signal.SIGQUIT, 10)):
            os.kill(pid, how)
            deadline = time.monotonic() + patience
            while time.monotonic() < deadline:
                if not self._works_here(pid):
                    return
                time.sleep(0.02)
        raise RuntimeProblem(f"PostgreSQL, process {pid}, did not stop; see {self.home / 'log'}.")


@cache
def default_cluster() -> Cluster:
    """Return the cluster of this installation.

    Its home is `postgres/` in `paths.var()`. When root runs from a folder that the server's account cannot enter (a
    checkout below /root), it is a folder under /var/lib whose name stands for that path, so that no foreign folder
    has to be opened. A place that has data already stays the place.
    """
    account = server_account()
    usual = paths.var() / "postgres"
    if not account.lent:
        return Cluster(usual, account=account)
    aside = Path("/var/lib") / f"landsea-{paths.fingerprint(paths.var())}"
    for home in (usual, aside):
        if (home / "data").exists():
            return Cluster(home, account=account)
    nearest = next(folder for folder in usual.parents if folder.exists())
    return Cluster(usual if account.can("-x", nearest) else aside, account=account)


def ensure_running() -> str:
    """Start this installation's server if need be and return its address; see `Cluster.ensure_running`."""
    return default_cluster().ensure_running()


def release() -> None:
    """Give up this process's lease on the server, which stops with its last user; happens by itself at exit."""
    default_cluster().release()


def connection_parts() -> dict[str, str]:
    """Return the address of this installation's server as libpq's keywords, without starting it."""
    return default_cluster().connection_parts()


def stop() -> None:
    """Stop this installation's server, whoever uses it."""
    default_cluster().stop()


def status() -> Status:
    """Say how this installation's server is."""
    return default_cluster().status()
