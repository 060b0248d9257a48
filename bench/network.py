"""`python -m bench.network`: how long a process takes to have the network, and how much memory it and its rows hold.

Measured on the installation that `LANDSEA_VAR` or `DATABASE_URL` names: the first answer of a process, one after another
process or this one changed something, one that is kept, the rows that editors and open data read.
"""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

KEPT_ROUNDS = 20_000


def main() -> None:
    """Print one line."""
    _start()
    from landsea.corridor.kept_network import find_files, find_network, forget_network

    gc.collect()
    before = _memory()
    first, with_network = _seconds(find_network), _memory()
    rows, with_rows = _seconds(find_files), _memory()
    kept = _seconds(lambda: [find_network() for _ in range(KEPT_ROUNDS)]) / KEPT_ROUNDS
    forget_network()
    again = _seconds(find_network)
    print(
        f"first {first * 1e3:.0f} ms, after a change {again * 1e3:.0f} ms, kept {kept * 1e6:.2f} us, rows {rows * 1e3:.0f} ms; "
        f"memory: network {with_network - before:.1f} MB, rows {with_rows - with_network:.1f} MB"
    )


def _start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    import django

    django.setup()
    if not os.environ.get("DATABASE_URL"):
        from landsea_dev import postgres

        postgres.ensure_running()
    from django.db import connection

    connection.ensure_connection()


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _memory() -> float:
    """Return what this process holds, in MB."""
    gc.collect()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
