"""A database for one test run: a server of its own under the temporary folder, gone when the process ends.

Tests therefore never touch the data of the installation, and two test runs never meet.
"""

import atexit
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

from landsea_dev.account import server_account
from landsea_dev.pgcluster import Cluster

NAME = re.compile(r"landsea-tests-(\d+)-")


@cache
def throwaway_cluster() -> Cluster:
    """Start a server for this process and return its cluster; it is stopped and deleted when the process ends.

    Not safe against a power cut. What an earlier run left behind because it was killed is cleared away first.
    """
    _clear_leftovers()
    home = Path(tempfile.mkdtemp(prefix=f"landsea-tests-{os.getpid()}-"))
    cluster = Cluster(home, durable=False)
    if cluster.account.lent:
        home.chmod(0o711)  # ours: the server's account has to pass through
    cluster.ensure_running()
    owner = os.getpid()
    atexit.register(lambda: os.getpid() == owner and _remove(cluster))
    return cluster


def _remove(cluster: Cluster) -> None:
    cluster.release()
    cluster.stop()
    shutil.rmtree(cluster.sockets, ignore_errors=True)
    shutil.rmtree(cluster.home, ignore_errors=True)


def _clear_leftovers() -> None:
    """Remove the clusters of test runs that no longer exist, if they were ours."""
    for home in Path(tempfile.gettempdir()).glob("landsea-tests-*"):
        name = NAME.match(home.name)
        gone = name is not None and not Path(f"/proc/{name[1]}").exists()
        if gone and _is_ours(home):
            _remove(Cluster(home, durable=False, account=server_account()))


def _is_ours(home: Path) -> bool:
    """Say whether this folder is there and belongs to us; another run may be clearing it away at the same moment."""
    try:
        return home.lstat().st_uid == os.geteuid() and not home.is_symlink()
    except FileNotFoundError:
        return False
