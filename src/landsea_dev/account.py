"""Under which account of this machine the database server runs.

PostgreSQL refuses to run as root, so root lends it an unprivileged account; everybody else runs it as themselves.
This module never creates an account and never changes the permissions of a folder.
"""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from landsea_dev import RuntimeProblem

CHOICE = "LANDSEA_POSTGRES_USER"


@dataclass(frozen=True)
class Account:
    """An account of this machine; `lent` when it is not the one we run under, so that files must be handed over."""

    name: str
    uid: int
    gid: int
    lent: bool

    def popen_options(self) -> dict:
        """Return what `subprocess` needs to run a program under this account, in a folder that anyone may enter."""
        options: dict = {"cwd": "/", "umask": 0o077, "stdin": subprocess.DEVNULL}
        if self.lent:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def can(self, test: str, path: Path) -> bool:
        """Say whether this account passes `test` ("-x", "-r", "-w" of test(1)) for a path.

        The kernel is asked, under that account: mode bits alone would miss access lists and mount options.
        """
        command = ["/bin/sh", "-c", f'test {test} "$1"', "sh", str(path)]
        return subprocess.run(command, check=False, **self.popen_options()).returncode == 0

    def make_folder(self, path: Path, mode: int = 0o700) -> None:
        """Make a folder of this account's own, if it is not there yet; parents must exist."""
        try:
            path.mkdir(mode=mode)
        except FileExistsError:
            return
        path.chmod(mode)
        if self.lent:
            os.chown(path, self.uid, self.gid)


def find_server_account() -> Account:
    """Return the account for the database server.

    Ourselves, or for root the one named in `LANDSEA_POSTGRES_USER` (default `nobody`).
    Raises RuntimeProblem when that account does not exist: PostgreSQL will not run without a name.
    """
    if os.geteuid() != 0:
        try:
            me = pwd.getpwuid(os.geteuid())
        except KeyError:
            raise RuntimeProblem(
                f"User number {os.geteuid()} has no name on this machine and PostgreSQL needs one: "
                "run as a user that is listed in /etc/passwd, or set DATABASE_URL to a PostgreSQL elsewhere."
            ) from None
        return Account(me.pw_name, me.pw_uid, me.pw_gid, lent=False)
    name = os.environ.get(CHOICE, "nobody")
    try:
        lent = pwd.getpwnam(name)
    except KeyError:
        raise RuntimeProblem(
            f"There is no user {name!r} to run PostgreSQL as: set {CHOICE} to one that exists."
        ) from None
    if lent.pw_uid == 0:
        raise RuntimeProblem(f"PostgreSQL refuses to run as root: set {CHOICE} to another user.")
    return Account(lent.pw_name, lent.pw_uid, lent.pw_gid, lent=True)
