"""The command `landsea plan` as other programs call it."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

from tests.coming_days import coming_tuesday

READY = f"{coming_tuesday()}T08:00"


def test_the_command_ends_with_two_and_an_error_object() -> None:
    """As other programs read it."""
    command = [sys.executable, "-m", "landsea", "plan", "Nowhere", "SGSIN", "--ready", READY, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "unknown_place"
    assert "Nowhere" in done.stderr


def test_who_says_no_time_is_ready_at_the_next_full_hour() -> None:
    """As the README has it: a command that names a day is wrong once the day has passed."""
    command = [sys.executable, "-m", "landsea", "plan", "Vientiane", "Chongqing", "--teu", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ready = datetime.fromisoformat(json.loads(done.stdout)["ready"])
    assert ready.utcoffset() == timedelta(hours=7) and (ready.minute, ready.second) == (0, 0)
    assert timedelta(0) < ready - datetime.now(UTC) + timedelta(minutes=5) <= timedelta(hours=1, minutes=5)


def test_a_reader_that_has_enough_is_no_fault() -> None:
    """As in `landsea plan ... | head`: the answer is longer than what a pipe holds, and nobody reads it."""
    command = [sys.executable, "-m", "landsea", "plan", "CNCKG", "SGSIN", "--ready", READY, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        running.stdout.close()
        assert running.stderr.read() == ""


def test_the_command_starts_without_what_is_slow_to_load() -> None:
    """A question of the usual kind loads neither NumPy, Numba nor Django."""
    command = [sys.executable, "-X", "importtime", "-m", "landsea", "plan", "Viêng Chăn", "重庆", "--teu", "1"]
    done = subprocess.run([*command, "--ready", READY], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "landsea_search.plain.search" in loaded
    assert not loaded & {"numpy", "numba", "django"}


def test_the_text_says_what_follows_the_last_vehicle() -> None:
    """A lorry is unloaded at a door: without its line the hours of the way would not add up."""
    command = [sys.executable, "-m", "landsea", "plan", "KHPNH", "VNSGN", "--modes", "road"]
    done = subprocess.run([*command, "--ready", READY], capture_output=True, text=True, check=True)
    assert "   then unload at Ho Chi Minh City: 9 h (0.5 to 23 h)  [derived]" in done.stdout.splitlines()
    [said] = [line for line in done.stdout.splitlines() if "contradict each other" in line]
    assert said.startswith("By road: those who told") and said.endswith("the hours of such ways reach as far.")
