"""Measure what writing rows in sets saves: `landsea.base.set_based` and the pool of acts, against Django's own bulk methods.

Usage: python -m bench.bulk_writes [--rounds 12]

Five acts, each by three ways in turns within one process, on a database that is safe against a power cut as in service:
one case filed; one case accepted by its desk; fifty cases of a chamber's sheet; two hundred deadlines of one instant in a
pool; the same two hundred without a pool, each in a transaction of its own. Printed: statements, and medians (milliseconds)
of the whole act, with their ratio to the platform's own way. What this does not defend has to go.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
WATCHED = 200
SHEET = 50


def main() -> int:
    """Make a database, measure, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.bulk_writes", description=__doc__)
    parser.add_argument("--rounds", type=int, default=12, help="how often each is done by each way (default 12)")
    options = parser.parse_args()
    from bench.site import database_url

    with tempfile.TemporaryDirectory() as var:
        os.environ |= {
            "DATABASE_URL": database_url("bench_bulk_writes"),
            "LANDSEA_VAR": var,
            "LANDSEA_SECRET_KEY": "bench",
            "LANDSEA_DEMO": "yes",
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        }
        import django

        django.setup()
        print_table(measure_in_turns(make_acts(), options.rounds))
    return 0


def make_acts() -> dict[str, Callable[[], object]]:
    """Return the acts by name; each makes what it needs outside of the time that is taken, and returns what is timed."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("flush", verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    from landsea.base.actors import ANONYMOUS
    from landsea.cases.actions.accept import accept_case
    from landsea.cases.actions.file import file_case
    from landsea.cases.actions.file_many import file_many
    from landsea.cases.deadline_watcher import act_on_due_cases
    from landsea.cases.models import Case
    from landsea.directory.actors import make_actor
    from landsea_demo.simulation.cast import Cast
    from landsea_demo.simulation.clock import Clock
    from landsea_demo.simulation.problems import draw_filings_by_instant

    start, chance = datetime(2026, 1, 1, tzinfo=UTC), Random(1)
    cast = Cast(start, chance)
    found = draw_filings_by_instant(Clock(start, chance, surges=1), chance, 4_000)
    filings = iter([one for several in found.values() for one in several] * 20)

    def take(count: int) -> list:
        return [next(filings) for _ in range(count)]

    def filing() -> Callable:
        (one,) = take(1)
        return lambda: file_case(one, actor=ANONYMOUS, now=NOW)

    def accepting() -> Callable:
        case = None
        while case is None or case.state not in ("filed", "admitted"):
            case = file_case(take(1)[0], actor=ANONYMOUS, now=NOW).case
        actor = make_actor(cast.desks[case.desk_id].holder.user, NOW)
        return lambda: accept_case(actor, case.ref, now=NOW + timedelta(hours=1))

    def sheet() -> Callable:
        several = take(SHEET)
        return lambda: file_many(several, actor=ANONYMOUS, now=NOW)

    def due() -> datetime:
        Case.objects.update(wakes_at=None)
        made = file_many(take(WATCHED), actor=ANONYMOUS, now=NOW)
        late = NOW + timedelta(days=40)
        Case.objects.filter(pk__in=[case.pk for case in made]).update(wakes_at=late)
        return late

    def pooled() -> Callable:
        late = due()
        return lambda: act_on_due_cases(late)

    def alone() -> Callable:
        from landsea.cases import deadline_watcher

        late = due()
        ids = list(Case.objects.filter(wakes_at=late).values_list("pk", flat=True))
        return lambda: [deadline_watcher._act_one_by_one(one, late) for one in ids]

    return {
        "one case filed": filing,
        "one case accepted": accepting,
        f"{SHEET} cases of a sheet": sheet,
        f"{WATCHED} deadlines in a pool": pooled,
        f"{WATCHED} deadlines one by one": alone,
    }


def measure_in_turns(acts: dict[str, Callable], rounds: int) -> dict[str, dict[str, tuple[int, float]]]:
    """Return, by act and way, how many statements it took and the median of its milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.plain_writes import use_own_writes, use_plain_writes, use_separate_writes

    ways = {"sets": use_own_writes, "a table each": use_separate_writes, "Django's": use_plain_writes}
    found: dict[str, dict[str, tuple[int, float]]] = {}
    for name, prepare in acts.items():
        taken: dict[str, list[float]] = {way: [] for way in ways}
        counted: dict[str, int] = {}
        times = rounds * (10 if name.startswith("one ") else 1)
        for number in range(times):
            order = list(ways)[number % 3 :] + list(ways)[: number % 3]
            for way in order:
                use_own_writes()
                act = prepare()
                ways[way]()
                begun = time.perf_counter()
                act()
                taken[way].append(1000 * (time.perf_counter() - begun))
        for way, use in ways.items():
            use_own_writes()
            act = prepare()
            use()
            with CaptureQueriesContext(connection) as queries:
                act()
            counted[way] = len(queries)
        use_own_writes()
        found[name] = {way: (counted[way], statistics.median(taken[way])) for way in ways}
    return found


def print_table(found: dict[str, dict[str, tuple[int, float]]]) -> None:
    """Print a line an act: statements, milliseconds and ratio of each way."""
    ways = list(next(iter(found.values())))
    print(f"{'':<28}" + "".join(f"{way:>26}" for way in ways))
    for name, by_way in found.items():
        own = by_way[ways[0]][1]
        cells = (f"{count} / {ms:.1f} ms / {ms / own:.2f}" for count, ms in by_way.values())
        print(f"{name:<28}" + "".join(f"{cell:>26}" for cell in cells))


if __name__ == "__main__":
    raise SystemExit(main())
