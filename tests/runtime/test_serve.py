"""`landsea serve` from an empty folder: up, through a lost database, down, and nothing left behind.

One test, because each start of the whole platform takes its seconds; it goes the way of an evening at the terminal.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from landsea_dev import pgprocess

SILENCE = 90  # seconds without a word while it comes up; how long the whole takes is the machine's business
CHECKOUT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def status_of(address: str) -> int:
    """Return the HTTP status of a page, 0 when nobody answers."""
    try:
        return urllib.request.urlopen(address, timeout=60).status
    except urllib.error.HTTPError as answer:
        return answer.code
    except OSError:
        return 0


def comes_up(process: subprocess.Popen, said: Path) -> bool:
    """Wait until the platform says its address, or ends, or says nothing more for too long."""
    heard = ""
    while process.poll() is None:
        if not until(lambda heard=heard: said.read_text() != heard or process.poll() is not None, SILENCE):
            return False
        heard = said.read_text()
        if "Landsea is at" in heard:
            return True
    return "Landsea is at" in said.read_text()


def until(condition, seconds: float) -> bool:
    """Wait for a condition."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)
    return condition()


def left_behind(var: Path) -> list[str]:
    """Return the processes that were started for this folder, and the database's."""
    needle = f"LANDSEA_VAR={var}".encode()
    found = [str(pid) for pid in pgprocess.list_pids(var / "postgres" / "data")]
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if needle in (process / "environ").read_bytes().split(b"\0") and not pgprocess.is_dead(int(process.name)):
                found.append((process / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return found


def titles_of(serving: subprocess.Popen) -> set[str]:
    """Return what the processes forked by a platform are called."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
        except OSError:
            continue
        if int(rest.split()[1]) == serving.pid and rest.split()[0] != "Z":
            found.add(name)
    return found


@pytest.fixture
def serve(folder):
    """Start `landsea serve` on a port, with its output in a file; everything is ended after the test."""
    started = []

    def start(port: int, name: str) -> tuple[subprocess.Popen, Path]:
        environment = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "LANDSEA_DEMO"}}
        environment |= {"LANDSEA_VAR": str(folder / "var"), "PORT": str(port)}
        environment |= {"DJANGO_SETTINGS_MODULE": "landsea.settings.base"}
        said = folder / name
        with open(said, "wb") as output:
            command = [sys.executable, "-m", "landsea", "serve"]
            started.append(subprocess.Popen(command, cwd=CHECKOUT, env=environment, stdout=output, stderr=output))
        return started[-1], said

    yield start
    for process in started:
        process.kill()
        process.wait()
    pgprocess.stop_server(folder / "var" / "postgres" / "data", 10)


def test_an_evening_at_the_terminal(serve, folder):
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    first, said = serve(port, "first.txt")
    assert comes_up(first, said), said.read_text()
    assert status_of(address) == 200
    assert (folder / "var" / "port").read_text() == f"{port}\n"
    assert "[WARNING]" not in said.read_text()

    second, complaint = serve(port, "second.txt")
    assert second.wait(timeout=90) == 1
    assert f"Port {port} on 127.0.0.1 cannot be used" in complaint.read_text()

    os.kill(pgprocess.find_server_pid(folder / "var" / "postgres" / "data"), signal.SIGKILL)
    assert until(lambda: "PostgreSQL is gone: starting it again" in said.read_text(), 60)
    assert until(lambda: status_of(address) == 200, 90)

    first.send_signal(signal.SIGINT)
    assert first.wait(timeout=120) == 0
    assert until(lambda: not left_behind(folder / "var"), 30), left_behind(folder / "var")

    third, said = serve(port, "third.txt")
    assert until(lambda: "Landsea is at" in said.read_text() or third.poll() is not None, 120), said.read_text()
    assert "bringing the database's tables" not in said.read_text()
    assert "landsea-first" in titles_of(third), "pages are to come before everything is loaded"
    answers = [status_of(address)]

    def is_handed_over() -> bool:
        answers.append(status_of(address))
        now = titles_of(third)
        return {"landsea-web", "landsea-worker"} <= now and "landsea-first" not in now

    assert until(is_handed_over, 120), titles_of(third)
    assert set(answers) == {200}, "no page is refused while one web server gives way to the other"
    third.terminate()
    assert third.wait(timeout=120) == 0
