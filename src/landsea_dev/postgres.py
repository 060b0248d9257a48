"""The embedded PostgreSQL of this installation: a private server, reachable through one unix socket and nothing else.

`ensure_running()` is all that most callers need. It may be called by any number of processes at once; each holds a
lease until it ends, and the last one out stops the server (see `leases`). Data stays. A crash of the server is
repaired by the next call. What is not here: databases of somebody else's server (DATABASE_URL), and any schema.
"""

from functools import cache
from pathlib import Path

from landsea_dev.account import find_server_account
from landsea_dev.pgcluster import Cluster, Status
from landsea_paths import compute_fingerprint, find_var_folder


@cache
def find_default_cluster() -> Cluster:
    """Return the cluster of this installation.

    Its home is `postgres/` in `paths.var()`. When root runs from a folder that the server's account cannot enter (a
    checkout below /root), it is a folder under /var/lib whose name stands for that path, so that no foreign folder
    has to be opened. A place that has data already stays the place.
    """
    account = find_server_account()
    usual = find_var_folder() / "postgres"
    if not account.lent:
        return Cluster(usual, account=account)
    aside = Path("/var/lib") / f"landsea-{compute_fingerprint(find_var_folder())}"
    for home in (usual, aside):
        if (home / "data").exists():
            return Cluster(home, account=account)
    nearest = next(folder for folder in usual.parents if folder.exists())
    return Cluster(usual if account.can("-x", nearest) else aside, account=account)


def ensure_running() -> str:
    """Start this installation's server if need be and return its address; see `Cluster.ensure_running`."""
    return find_default_cluster().ensure_running()


def release_server() -> None:
    """Give up this process's lease on the server, which stops with its last user; happens by itself at exit."""
    find_default_cluster().release()


def find_connection_parts() -> dict[str, str]:
    """Return the address of this installation's server as libpq's keywords, without starting it."""
    return find_default_cluster().connection_parts()


def stop_server() -> None:
    """Stop this installation's server, whoever uses it."""
    find_default_cluster().stop()


def describe_server_status() -> Status:
    """Say how this installation's server is."""
    return find_default_cluster().status()
