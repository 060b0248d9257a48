"""A database for one test run: a server of its own under the temporary folder, gone when the process ends.

Tests therefore never touch the data of the installation, and two test runs never meet.
"""

import atexit
import os
import re
import shutil
import tempfile
from pathlib import Path

from landsea_dev.account import find_server_account
from landsea_dev.pgcluster import Cluster
from landsea_dev.prepared import bring_prepared

NAME = re.compile(r"landsea-tests-(\d+)-")


_running: list[Cluster] = []
_ready: list[Cluster] = []


def start_throwaway_cluster(prepared: str = "") -> Cluster:
    """Start a server for this process and return its cluster; it is stopped and deleted when the process ends.

    prepared: the digest of a database that may be ready (`landsea_dev.prepared`), asked when the server starts. Not safe
    against a power cut. What an earlier run left behind because it was killed is cleared away first.
    """
    if not _running:
        _running.append(_start(prepared))
    return _running[0]


def is_running() -> bool:
    """Whether this process has started its server."""
    return bool(_running)


def is_prepared() -> bool:
    """Whether the server was started with a test database in it."""
    return bool(_ready)


def _start(prepared: str) -> Cluster:
    _clear_leftovers()
    home = Path(tempfile.mkdtemp(prefix=f"landsea-tests-{os.getpid()}-"))
    cluster = Cluster(home, durable=False)
    if cluster.account.lent:
        home.chmod(0o711)  # ours: the server's account has to pass through
    if prepared and bring_prepared(cluster, prepared):
        _ready.append(cluster)
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
            _remove(Cluster(home, durable=False, account=find_server_account()))


def _is_ours(home: Path) -> bool:
    """Say whether this folder is there and belongs to us; another run may be clearing it away at the same moment."""
    try:
        return home.lstat().st_uid == os.geteuid() and not home.is_symlink()
    except FileNotFoundError:
        return False
