"""`make bench`, the trips' part: what public pages cost with many trips on record. Run: `python -m bench.trips`.

Invented trips over drawn lines are logged from files, as people log them. Then the pages that show what trips come to are asked
for: the first look after a change, which reckons, and the looks after it. Processor seconds, statements, and the ratio to a
page that has nothing to show. Prints one table; ends with 1 when a line is not reached.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from datetime import UTC, datetime, timedelta

from bench.plan import timed

LINE = 0.15
"""Processor seconds of a look that finds the figures kept: as much as a plan may take."""
MOST_STATEMENTS = 5
EMPTY = "/plan/trips/"
A_FILE = 4_000


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.trips", description=__doc__)
    parser.add_argument("--trips", type=int, default=50_000, help="trips on record (default 50000)")
    parser.add_argument("--rounds", type=int, default=9, help="looks at each page (default 9)")
    options = parser.parse_args()
    from landsea_dev.throwaway import start_throwaway_cluster

    with tempfile.TemporaryDirectory() as var:
        os.environ |= {
            "DATABASE_URL": start_throwaway_cluster().url(),
            "LANDSEA_VAR": var,
            "LANDSEA_SECRET_KEY": "bench",
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
            "LANDSEA_LOG_LEVEL": "ERROR",
            "LANDSEA_FILINGS_PER_HOUR": "1000000",
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        for command in ("migrate", "load_reference", "load_measures"):
            call_command(command, verbosity=0)
        busiest = log_trips(options.trips)
        return int(not looks(busiest, options))


def log_trips(count: int) -> tuple[str, str, str]:
    """Log so many nameless trips over drawn lines within the last year; return the stretch with most of them."""
    from landsea.base.actors import ANONYMOUS
    from landsea.corridor.access import find_current_network
    from landsea.corridor.actions.log_trip import Wish, log_file
    from landsea_core.planner.network.trip_events import TripEvent

    chance, now = random.Random(5), datetime.now(UTC)
    lines = [one for one in find_current_network().services.values() if one.kind == "line"]
    drawn = chance.choices(lines, weights=[1 / (place + 1) for place in range(len(lines))], k=count)
    by_mode: dict[str, list[TripEvent]] = {}
    for number, line in enumerate(drawn):
        at = now - timedelta(hours=line.hours * 4 + chance.uniform(0, 8_000))
        ends, hours = (line.calls[0].place, line.calls[-1].place), line.hours * chance.uniform(0.8, 2)
        told = ((ends[0], "departed", 0), (ends[1], "border_in", hours * 0.8), (ends[1], "border_out", hours * 0.9))
        rows = by_mode.setdefault(line.mode, [])
        rows += [TripEvent(str(number), place, what, at + timedelta(hours=later)) for place, what, later in told]
        rows.append(TripEvent(str(number), ends[1], "arrived", at + timedelta(hours=hours)))
    for mode, rows in by_mode.items():
        for first in range(0, len(rows), 4 * A_FILE):
            log_file(rows[first : first + 4 * A_FILE], Wish(mode, how="csv"), actor=ANONYMOUS, now=now)
    return lines[0].calls[0].place, lines[0].calls[-1].place, lines[0].mode


def looks(stretch: tuple[str, str, str], options: argparse.Namespace) -> bool:
    """Look at each page and print its lines; say whether all are within theirs."""
    import time

    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    pages = [EMPTY, "/plan/performance/", "/plan/performance/{}/{}/{}/".format(*stretch), f"/plan/places/{stretch[0]}/"]
    print(f"{options.trips} trips\n{'page':<44}{'first':>8}{'then':>8}{'ratio':>7}{'statements':>12}")
    reached, empty = True, 0.0
    timed(lambda: client.get(EMPTY), 3, time.process_time)
    for page in pages:
        first = timed(lambda page=page: client.get(page), 1, time.process_time)[0]
        then = statistics.median(timed(lambda page=page: client.get(page), options.rounds, time.process_time))
        with CaptureQueriesContext(connection) as asked:
            status = client.get(page).status_code
        empty = empty or then
        print(f"{page:<44}{first:>8.3f}{then:>8.3f}{then / empty:>7.1f}{len(asked):>12}  {status}", flush=True)
        reached &= status == 200 and (page != pages[1] or then <= LINE and len(asked) <= MOST_STATEMENTS)
    return reached


if __name__ == "__main__":
    sys.exit(main())
