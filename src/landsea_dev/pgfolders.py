"""Where one cluster of the embedded PostgreSQL lives: its folders, their owners, its address and its configuration.

Folders, below the cluster's `home`: `conf/` and the locks belong to whoever starts the server; `data/`, `log/` and
`socket/` to the account that the server runs under (see `account`), closed to all others. Folders above `home` are
never changed.
"""

import os
import re
from pathlib import Path
from urllib.parse import quote

from landsea_dev import RuntimeProblem, pgconf
from landsea_dev.account import Account, find_server_account
from landsea_paths import compute_fingerprint

ROLE = "landsea"
DATABASE = "landsea"
PORT = 5432  # only names the socket's file: nothing listens on a network

SOCKET_PATH_LIMIT = 100  # sockaddr_un holds 107 bytes on Linux
PLAIN_PATH = re.compile(r"[A-Za-z0-9._/@+-]+")  # libpq and PostgreSQL both read commas in a socket folder as a list


class Folders:
    """The folders of one cluster; `home`, `durable` and `account` as `Cluster` says."""

    def __init__(self, home: Path, *, durable: bool = True, account: Account | None = None):
        self.home = home
        self.account = account or find_server_account()
        self.durable = durable

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / "data"

    @property
    def sockets(self) -> Path:
        """The folder of the socket: inside `home`, or a short one under /tmp when the path would be too long."""
        inside = self.home / "socket"
        if len(os.fsencode(inside / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT and PLAIN_PATH.fullmatch(str(inside)):
            return inside
        return Path("/tmp") / f"landsea-{self.account.uid}-{compute_fingerprint(self.home)}"

    def url(self, database: str = DATABASE) -> str:
        """Return the address in the form of DATABASE_URL; the server need not run."""
        return f"postgresql://{ROLE}@/{database}?host={quote(str(self.sockets), safe='')}&port={PORT}"

    def connection_parts(self) -> dict[str, str]:
        """Return the same address as libpq's keywords; the server need not run."""
        return {"dbname": DATABASE, "user": ROLE, "host": str(self.sockets), "port": str(PORT)}

    def write_configuration(self) -> None:
        """Write the server's settings, who may come in, and as whom."""
        folder = self.home / "conf"
        memory = pgconf.measure_memory_in_mib()
        settings = pgconf.write_server_settings(folder, self.sockets, memory=memory, durable=self.durable)
        accounts = ["root", self.account.name] if self.account.lent else [self.account.name]
        for name, text in {
            "postgresql.conf": settings,
            "pg_hba.conf": pgconf.write_access_rules(),
            "pg_ident.conf": pgconf.write_account_map(accounts, ROLE),
        }.items():
            (folder / name).write_text(text)
            (folder / name).chmod(0o644)

    def make_home(self) -> None:
        """Make the folders that are missing. Raises RuntimeProblem where they are not ours."""
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
    def start_log(self) -> Path:
        """What the server says while it starts."""
        return self.home / "start.log"

    def last_words(self) -> str:
        """The ends of what the server wrote, for whoever has to mend it."""
        logs = [self.start_log, *sorted((self.home / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)[-1:]]
        return "\n".join(path.read_text(errors="replace")[-1500:].strip() for path in logs if path.exists())

    def environment(self) -> dict[str, str]:
        """The environment of the server's programs."""
        return {"PGDATA": str(self.data), "PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
