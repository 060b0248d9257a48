"""Troubles of a game day that come from the machine: its disk, its database, its clock."""

import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bench.debian_tools import Tools
from bench.game_around import Day, tell
from bench.game_site import look, try_to_file


def fill_disk(day: Day) -> None:
    """Fill the small disk to the last block, look, and make room."""
    ballast = day.site.folder / "ballast"
    if not day.site.mounted:
        tell("disk", "skipped", "no small disk can be mounted here")
        return
    with ballast.open("wb") as file:
        try:
            while True:
                file.write(bytes(1024 * 1024))
                file.flush()
        except OSError as full:
            tell("disk", "filled", full.strerror)
    day.look_around("disk", "full")
    tell("disk", "full: a second filing", try_to_file(day.site.port))
    tell("disk", "full: what machines that watch see free", f"{os.statvfs(day.site.folder).f_bavail} blocks")
    ballast.unlink()
    day.heal("disk")


def take_database_away(day: Day) -> None:
    """Stop PostgreSQL for a minute, then freeze it for one."""
    from django.db import connections

    from landsea_dev import pgprocess, postgres

    postgres.stop_server()
    time.sleep(2)
    day.look_around("database", "stopped")
    time.sleep(day.seconds)
    postgres.ensure_running()
    day.heal("database")
    pids = pgprocess.list_pids(postgres.find_default_cluster().data)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    tell("database", "frozen: filing", try_in_time(lambda: try_to_file(day.site.port), day.seconds))
    tell("database", "frozen: /health/live", look(day.site.port, "/health/live", seconds=20))
    time.sleep(max(0, day.seconds - (time.monotonic() - began)))
    for pid in pids:
        os.kill(pid, signal.SIGCONT)
    connections.close_all()
    day.heal("database")


def try_in_time(ask: Callable[[], str], seconds: float) -> str:
    """Return what was answered within so many seconds."""
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return said[0] if said else f"no answer within {seconds:.0f} s"


def jump_clock(day: Day) -> None:
    """Let web server, worker and mail intake live an hour ahead of PostgreSQL, as where one clock jumped, then back."""
    with tempfile.TemporaryDirectory(prefix="landsea-clock-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        tools = Tools(folder / "tools")
        tools.unpack("libfaketime")
        library = next(tools.folder.rglob("libfaketime.so.1"), None)
        if library is None:
            tell("clock", "skipped", "Debian's package libfaketime cannot be had here")
            return
        shift = folder / "shift"
        shift.write_text("+0\n")
        faked = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(shift),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }
        for group in day.site.groups:
            group.kill()
        day.site.start(plain=True, **faked)
        try:
            for hours in (1, 0):
                shift.write_text(f"+{hours}h\n" if hours else "+0\n")
                when = "an hour ahead" if hours else "back again"
                time.sleep(15)
                day.look_around("clock", when)
                day.heal("clock")
        finally:
            for group in day.site.groups:
                group.kill()
            day.site.start()
