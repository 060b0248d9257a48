"""The database of a test run: gone with the run, and cleared away when the run was killed."""

import os
import shutil
import signal
from pathlib import Path

from landsea_dev import pgprocess

RUN = """
import sys
from landsea_dev.throwaway import start_throwaway_cluster
cluster = start_throwaway_cluster()
print(cluster.home)
sys.stdin.read()
"""


def start(start_python, folder: Path):
    """Start a test run's process; return it and the home of its cluster."""
    process = start_python(RUN, TMPDIR=str(folder))
    return process, Path(process.stdout.readline().strip())


def test_goes_with_its_process(start_python, folder):
    process, home = start(start_python, folder)
    assert pgprocess.find_server_pid(home / "data")
    process.communicate()
    assert not home.exists()


def test_two_runs_do_not_meet(start_python, folder):
    (first, one), (_, other) = start(start_python, folder), start(start_python, folder)
    first.communicate()
    assert one != other
    assert pgprocess.find_server_pid(other / "data")


def test_what_a_killed_run_left_is_cleared_by_the_next(start_python, folder):
    killed, left = start(start_python, folder)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    server = pgprocess.find_server_pid(left / "data")
    try:
        process, _ = start(start_python, folder)
        process.communicate()
        assert not left.exists()
        assert not os.path.exists(f"/proc/{server}/cwd") or pgprocess.is_dead(server)
    finally:
        pgprocess.stop_server(left / "data", 5)
        shutil.rmtree(left, ignore_errors=True)
