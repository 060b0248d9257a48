"""Fixtures for the tests of the embedded database and the supervisor: folders that any account may pass through."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from landsea_dev.pgcluster import Cluster

SOURCE = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short, fresh folder of our own that every account may enter (pytest's own is long and closed to others)."""
    path = Path(tempfile.mkdtemp(prefix="ls-"))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def make_cluster() -> Iterator[Callable[..., Cluster]]:
    """Make clusters that are stopped, with all that belongs to them removed, when the test is over."""
    made: list[Cluster] = []

    def make(home: Path, *, durable: bool = False) -> Cluster:
        made.append(Cluster(home, durable=durable))
        return made[-1]

    yield make
    for cluster in made:
        cluster.release()
        cluster.stop()
        shutil.rmtree(cluster.sockets, ignore_errors=True)


@pytest.fixture
def start_python() -> Iterator[Callable[..., subprocess.Popen]]:
    """Start a Python program given as text, with a line-wise standard input and output; ended after the test."""
    started: list[subprocess.Popen] = []

    def start(program: str, *arguments: object, **environment: str) -> subprocess.Popen:
        started.append(
            subprocess.Popen(
                [sys.executable, "-u", "-c", program, *map(str, arguments)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                env={**os.environ, "PYTHONPATH": str(SOURCE), **environment},
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()  # not read to its end: a grandchild that outlived a failed test would hold it open
