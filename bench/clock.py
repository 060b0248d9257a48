"""`make bench`, the clock's part: a deadline thirty working days ahead, who is reachable now among 10,000 desks, and the
watcher's pass over 100,000 open cases of which none is due. The last two ask the database."""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

DESKS, CASES = 10_000, 100_000
LINES_MS = {"deadline": 0.2, "who_is_reachable": 1.0, "watcher's pass": 50.0}


def main() -> int:
    """Measure and print the table; end with 1 when a line is not reached."""
    argparse.ArgumentParser(prog="python -m bench.clock", description=__doc__).parse_args()
    from landsea_dev.throwaway import start_throwaway_cluster

    with tempfile.TemporaryDirectory() as var:
        os.environ |= {
            "DATABASE_URL": start_throwaway_cluster().url(),
            "LANDSEA_VAR": var,
            "LANDSEA_SECRET_KEY": "bench",
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        }
        import django

        django.setup()
        make_store()
        measured = {
            "deadline": milliseconds(deadlines(), 5000),
            "who_is_reachable": milliseconds(reachable(), 1000),
            "watcher's pass": milliseconds(watcher(), 200),
        }
    print(f"{'':<20}{'p50 ms':>10}{'p95 ms':>10}{'line ms':>10}")
    for name, (p50, p95) in measured.items():
        print(f"{name:<20}{p50:>10.3f}{p95:>10.3f}{LINES_MS[name]:>10}")
    return int(any(p50 > LINES_MS[name] for name, (p50, _p95) in measured.items()))


def make_store() -> None:
    """Fill the database with the reference directory, copies of its desks up to 10,000, people for all of them, and open
    cases that are due within thirty days from tomorrow."""
    from django.core.management import call_command
    from django.db import connection

    from landsea.directory.models import Desk
    from landsea_demo.simulation.cast import Cast

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    desks = list(Desk.objects.order_by("id"))
    copies = []
    for number in range(DESKS - len(desks)):
        copy = Desk.objects.model(
            **{f.attname: getattr(desks[number % len(desks)], f.attname) for f in Desk._meta.fields}
        )
        copy.pk, copy.code = None, f"bench.{number}"
        copies.append(copy)
    Desk.objects.bulk_create(copies, batch_size=1000)
    Cast(datetime.now(UTC), random.Random(1))
    copy_cases()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def copy_cases() -> None:
    """File one case and copy its row, whatever columns it has."""
    from django.db import connection
    from django.utils import timezone

    from landsea.base.actors import ANONYMOUS
    from landsea.cases.actions.file_many import file_many
    from landsea.cases.filing_plan import Filing
    from landsea.cases.models import Case
    from landsea_core.caseflow import Visibility

    (case,) = file_many([Filing("Our lorry waits.", Visibility.NAMED)], actor=ANONYMOUS, now=timezone.now())
    due = "now() + (n % 30 + 1) * interval '1 day'"
    others = {
        "ref": "'LS-2026-8' || lpad(n::text, 7, '0')",
        "due_at": due,
        "wakes_at": due,
        "desk_id": "(SELECT min(id) FROM directory_desk) + n % 1000",
    }
    columns = [field.column for field in Case._meta.fields if field.column != "id"]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO cases_case ({', '.join(columns)}) SELECT {', '.join(others.get(c, 'c.' + c) for c in columns)} "
            f"FROM cases_case c, generate_series(1, {CASES}) n WHERE c.id = {case.pk}"
        )


def deadlines() -> Callable[[], object]:
    """Return a function that counts a deadline thirty working days ahead, in another country and from another day each
    time."""
    from landsea.directory.office_calendars import read_calendar_overrides
    from landsea_core.clock import COUNTRIES, compute_deadline, get_calendar

    calendars = [get_calendar(country, overrides=read_calendar_overrides()) for country in COUNTRIES]
    number, start = iter(range(10**9)), datetime(2026, 1, 1, 3, tzinfo=UTC)

    def count():
        n = next(number)
        return compute_deadline(calendars[n % 12], start + timedelta(hours=n % 8000), days=30).due

    for _ in range(300):
        count()
    return count


def reachable() -> Callable[[], object]:
    """Return a function that asks who of one desk answers, another desk each time."""
    from django.utils import timezone

    from landsea.directory import access
    from landsea.directory.reachability import find_who_is_reachable

    desks, number = list(access.list_desks_in_service().order_by("code")), iter(range(10**9))
    return lambda: find_who_is_reachable(desks[next(number) * 37 % len(desks)], timezone.now())


def watcher() -> Callable[[], object]:
    """Return a function that lets the watcher look once."""
    from django.utils import timezone

    from landsea.cases.deadline_watcher import act_on_due_cases

    return lambda: act_on_due_cases(timezone.now())


def milliseconds(once: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return median and 95th percentile of so many calls."""
    for _ in range(20):
        once()
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        once()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), sorted(times)[int(rounds * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
