"""Test databases that are ready: data folders of servers in which all migrations ran, kept under `var` for the next test run.

Each is found by a digest of all that makes it (`compute_digest`), so with a changed migration none is found and it is made
anew. Not for data: what lies here may be deleted at any time.
"""

import hashlib
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

from landsea_dev.pgbinaries import MAJOR
from landsea_dev.pgcluster import Cluster
from landsea_paths import find_checkout_folder

MOST_KEPT = 3
SOURCES = ("landsea", "landsea_demo")
BESIDE_MIGRATIONS = ("landsea/likeness/extension.py", "landsea_core/text/letters/segmentation.py")
"""What migrations import of ours; a test keeps this complete. What these import in turn only forms the words of rows, and a
database without rows has none."""
MAKES_SERVERS = ("landsea_dev/pgcluster.py", "landsea_dev/pgfolders.py")
"""What makes the data folder: its encoding and sort order, the names of role and database."""


def find_kept_folder() -> Path:
    """Return where the data folders lie, each named by its digest."""
    return find_checkout_folder() / "var" / "test-databases"


def compute_digest(apps: Iterable[str], source: Path | None = None) -> str:
    """Return what the database depends on, as hex digits: the installed apps in their order, every file beside a migration of
    ours, our settings, what makes the data folder, the versions of all installed packages (theirs have migrations too), and
    PostgreSQL's.
    """
    source = source or find_checkout_folder() / "src"
    found = hashlib.sha256(repr((MAJOR, list(apps))).encode())
    for installed in sorted({f"{one.metadata['Name']}=={one.version}" for one in distributions()}):
        found.update(installed.encode() + b"\n")
    for file in _files_that_count(source):
        found.update(f"{file.relative_to(source)}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()[:32]


def _files_that_count(source: Path) -> Iterator[Path]:
    for name in SOURCES:
        for folder in sorted((source / name).rglob("migrations")):
            yield from sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")
    yield from sorted((source / "landsea" / "settings").glob("*.py"))
    yield from filter(Path.exists, (source / name for name in (*BESIDE_MIGRATIONS, *MAKES_SERVERS)))


def bring_prepared(cluster: Cluster, digest: str) -> bool:
    """Put the data folder that is kept under this digest where `cluster`, not started yet, looks for its own. Return whether
    there was one.
    """
    kept = find_kept_folder() / _name_of(cluster, digest)
    if not kept.is_dir() or kept.stat().st_uid != cluster.account.uid:
        return False
    if _copy(kept, cluster.data):
        return True
    shutil.rmtree(cluster.data, ignore_errors=True)  # swept away while it was copied
    return False


def keep_prepared(cluster: Cluster, digest: str) -> None:
    """Keep the data folder of a cluster under this digest. The server is stopped meanwhile: nobody may be connected. Where it
    cannot be kept (another account's folder, a full disk) nothing happens but that the next run makes its own.
    """
    kept = find_kept_folder() / _name_of(cluster, digest)
    partial = kept.with_name(f"{kept.name}.{cluster.home.name}")
    cluster.stop()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        if _copy(cluster.data, partial):
            partial.rename(kept)
        _sweep(kept.parent)
    except OSError:
        pass
    finally:
        shutil.rmtree(partial, ignore_errors=True)
        cluster.ensure_running()


def _name_of(cluster: Cluster, digest: str) -> str:
    return f"{digest}-{cluster.account.name}"


def _copy(source: Path, target: Path) -> bool:
    """Copy a folder with its owners, sharing its blocks where the file system can; return whether all of it was copied."""
    done = subprocess.run(["cp", "-a", "--reflink=auto", "--", source, target], check=False, capture_output=True)
    return done.returncode == 0


def _sweep(folder: Path) -> None:
    """Delete all but the newest; what a killed run left half copied goes with them."""
    by_age = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in by_age[MOST_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
