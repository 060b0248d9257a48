"""The supervisor: nothing outlives it, what crashes comes back, and what cannot start says why."""

import os
import signal
import socket
import subprocess
import time

import pytest

from landsea_dev import RuntimeProblem
from landsea_dev.listening import WORKERS, count_listeners, refuse_taken_port
from landsea_dev.pgprocess import is_dead
from landsea_dev.supervisor import hand_over

SUPERVISE = """
import sys
from landsea_dev import supervisor
from landsea_dev.children import Child
from landsea_dev.stopping import Stopping
supervisor.LOOK_EVERY = 0.05
supervisor.PATIENCE = 1
child = Child("the child", ["/bin/sh", "-c", sys.argv[1]], restarts=2)
def started():
    sys.stdout.write(f"started {child.pid}\\n")  # in one piece: the child writes to the same pipe
sys.exit(supervisor.keep_children_alive([child], Stopping(), started=started))
"""
WITH_A_GRANDCHILD = "sleep 600 & echo grandchild $!; wait"
DEAF = "trap '' TERM; sleep 600 & echo grandchild $!; while true; do sleep 1; done"


def alive(pid: int) -> bool:
    """Say whether a process runs; one that only waits for its parent to read its status does not."""
    return not is_dead(pid)


def until(condition, seconds: float = 60.0) -> bool:
    """Wait for a condition."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def read_pids(process: subprocess.Popen) -> list[int]:
    """Read the process numbers of child and grandchild from the supervisor's first two lines."""
    return [int(process.stdout.readline().split()[1]) for _ in range(2)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("program", [WITH_A_GRANDCHILD, DEAF], ids=["polite", "deaf"])
def test_a_request_to_stop_ends_children_and_grandchildren(start_python, program, number):
    supervisor = start_python(SUPERVISE, program)
    pids = read_pids(supervisor)
    supervisor.send_signal(number)
    assert supervisor.wait(timeout=60) == 0
    assert until(lambda: not any(map(alive, pids)))


def test_a_second_request_does_not_wait_for_the_deaf(start_python):
    supervisor = start_python(SUPERVISE.replace("PATIENCE = 1", "PATIENCE = 600"), DEAF)
    pids = read_pids(supervisor)
    supervisor.send_signal(signal.SIGINT)
    while supervisor.poll() is None:  # a signal that comes while the one before it still waits is lost
        time.sleep(0.3)
        supervisor.send_signal(signal.SIGINT)
    assert supervisor.returncode == 0
    assert until(lambda: not any(map(alive, pids)))


def test_a_killed_supervisor_takes_its_child_along(start_python):
    supervisor = start_python(SUPERVISE, "exec sleep 600")
    pid = int(supervisor.stdout.readline().split()[1])
    supervisor.kill()
    assert until(lambda: not alive(pid))


def test_a_crashed_child_is_started_again_with_a_line_saying_so(start_python):
    supervisor = start_python(SUPERVISE, "exec sleep 600")
    os.kill(int(supervisor.stdout.readline().split()[1]), signal.SIGKILL)
    assert "was killed by SIGKILL: starting it again" in supervisor.stdout.readline()
    supervisor.terminate()
    assert supervisor.wait(timeout=60) == 0


def test_a_child_that_cannot_run_is_given_up_with_a_failure(start_python):
    supervisor = start_python(SUPERVISE, "exit 3")
    said, _ = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 1
    assert said.count("ended with status 3: starting it again") == 2
    assert "again and again: giving up" in said


def test_a_taken_port_is_reported_with_another_one_to_try():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RuntimeProblem, match=rf"Port {port} .* PORT={port % 65535 + 1}"):
            refuse_taken_port("127.0.0.1", port)


def test_a_free_port_is_not_refused():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    refuse_taken_port("127.0.0.1", port)


FORK = """
import os, signal, sys, time
from landsea_dev import supervisor
from landsea_dev.children import ForkedChild
from landsea_dev.stopping import Stopping
supervisor.LOOK_EVERY = 0.05
loaded = ["by the supervisor"]
def run():
    again = loaded.pop() if sys.argv[1] == "sleep" else sys.exit(int(sys.argv[1]))
    title = open("/proc/self/comm").read().strip()
    print(f"{os.getpid()} {title} {signal.getsignal(signal.SIGTERM) == signal.SIG_DFL} {again}", flush=True)
    time.sleep(600)
    return 0
child = ForkedChild("the child", run, title="landsea-test", restarts=2)
sys.exit(supervisor.keep_children_alive([child], Stopping()))
"""


def test_a_forked_child_has_what_its_supervisor_loaded_each_time_it_starts(start_python):
    supervisor = start_python(FORK, "sleep")
    pid, *said = supervisor.stdout.readline().split(maxsplit=3)
    assert said == ["landsea-test", "True", "by the supervisor\n"]
    os.kill(int(pid), signal.SIGKILL)
    assert "was killed by SIGKILL: starting it again" in supervisor.stdout.readline()
    second, *said = supervisor.stdout.readline().split(maxsplit=3)
    assert said == ["landsea-test", "True", "by the supervisor\n"]
    supervisor.kill()
    assert until(lambda: not alive(int(second)))


def test_a_forked_child_that_cannot_run_is_given_up_with_a_failure(start_python):
    said, _ = start_python(FORK, "3").communicate(timeout=60)
    assert said.count("ended with status 3: starting it again") == 2 and "giving up" in said


BREAK_OFF = """
import sys, time
from landsea_dev.stopping import Stopping
stopping = Stopping()
def load():
    print("loads", flush=True)
    try:
        time.sleep(600)
    except Exception:
        print("took it for a mishap")
stopping.break_off(load)
stopping.break_off(lambda: print("loads more"))
print(stopping.asked)
"""


def test_a_request_to_stop_breaks_off_what_is_loaded_and_nothing_more_is(start_python):
    loading = start_python(BREAK_OFF)
    assert loading.stdout.readline() == "loads\n"
    loading.send_signal(signal.SIGINT)
    assert loading.communicate(timeout=60)[0] == "1\n"
    assert loading.returncode == 0


class FirstServer:
    """The web server of the first seconds, which notes how many sockets listened when it was told to end."""

    def __init__(self, port: int):
        self.port, self.listened = port, None

    def ended(self) -> None:
        return None

    def terminate(self) -> None:
        self.listened = count_listeners(self.port)


class OneMoreEachMoment:
    """Stands for the time that passes: each moment another process of the second web server listens."""

    def __init__(self, port: int):
        self.port, self.sockets = port, []

    def wait(self, seconds: float) -> bool:
        self.sockets.append(socket.create_server(("127.0.0.1", self.port), reuse_port=True))
        return False


def test_the_first_web_server_ends_once_all_of_the_other_listen():
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as own:
        port = own.getsockname()[1]
        first, passing = FirstServer(port), OneMoreEachMoment(port)
        assert count_listeners(port) == 1
        hand_over(first, port, 1, passing)
        for one in passing.sockets:
            one.close()
    assert first.listened == 1 + WORKERS
    assert count_listeners(port) == 0
