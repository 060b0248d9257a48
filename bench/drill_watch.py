"""The second part of `make drill`: two watchers are killed with -9 fifty times at random while 2,000 steps fall due.

1. On a database of its own file 2,000 cases for desks with people.
2. Run two processes that do what a worker does: watch, send what is due, free what a dead sender left in flight.
3. Fifty times let a fiftieth of the first steps fall due within a moment; at a random instant of it kill one of the two,
   which was at work, with SIGKILL, and start it again.
4. Let them finish, then count: every step was acted on once, by the steps' rows and by the audit; every notice is one
   delivery, sent, and lies there as one mail; the audit chains hold.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import uuid
from datetime import timedelta
from pathlib import Path

from bench.drill_count import wait_until_done
from bench.drill_processes import Group

MOMENT = 1.5
"""Seconds within which the steps of one round fall due, and at which the victim dies."""
FILING = {"topic": "sps_tbt", "matter": "plant_health", "country": "CN", "place_code": "CNMHN", "filer_country": "LA"}


def main() -> int:
    """Run the drill and print its table; end with 1 when something was missed or done twice."""
    parser = argparse.ArgumentParser(prog="python -m bench.drill_watch", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="how often to kill (default 50)")
    parser.add_argument("--steps", type=int, default=2000, help="how many steps fall due (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the victims")
    parser.add_argument("--be-a-watcher", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.be_a_watcher:
        be_a_watcher()
    from bench.site import database_url

    os.environ |= {
        "DATABASE_URL": database_url(f"drill_{uuid.uuid4().hex[:8]}"),
        "LANDSEA_DEMO": "yes",
        "LANDSEA_SECRET_KEY": "drill",
        "LANDSEA_LOG_LEVEL": "CRITICAL",
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
    }
    with tempfile.TemporaryDirectory() as var:
        os.environ["LANDSEA_VAR"] = var
        import django

        django.setup()
        kills = drill(options)
        return report(options.steps, kills, Path(var))


def be_a_watcher() -> None:
    """Watch and send until killed, by the clock of the wall."""
    import django

    django.setup()
    from django.utils import timezone

    from landsea.base.outbox.actions.send import free_stuck_deliveries, send_due
    from landsea.cases.deadline_watcher import act_on_due_cases

    alive = Path(os.environ["DRILL_ALIVE"])
    while True:
        act_on_due_cases(timezone.now())
        alive.touch()
        send_due(limit=20)
        free_stuck_deliveries()
        time.sleep(0.02)


def drill(options) -> int:
    """Let steps fall due while watchers die; return how many were killed at work."""
    chance = random.Random(options.seed)
    command = [sys.executable, "-m", "bench.drill_watch", "--be-a-watcher"]
    cases = file_cases(options.steps)
    chance.shuffle(cases)
    signs = [Path(os.environ["LANDSEA_VAR"]) / f"alive-{number}" for number in (1, 2)]
    watchers = [
        Group(f"watcher {number}", command, os.environ | {"DRILL_ALIVE": str(sign)})
        for number, sign in enumerate(signs, start=1)
    ]
    killed = 0
    try:
        for number in range(options.kills):
            victim = chance.randrange(2)
            while not signs[victim].exists():
                time.sleep(0.02)
            let_fall_due(cases[number :: options.kills], chance)
            time.sleep(chance.uniform(0, MOMENT))
            killed += watchers[victim].process.poll() is None
            watchers[victim].kill()
            signs[victim].unlink()
            watchers[victim].start()
        while not all(sign.exists() for sign in signs):
            time.sleep(0.1)
        time.sleep(MOMENT)
        wait_until_done()
    finally:
        for watcher in watchers:
            watcher.kill()
    return killed


def file_cases(count: int) -> list:
    """File so many cases, whose steps are due in some days."""
    from django.core.management import call_command
    from django.utils import timezone

    from landsea.base.actors import ANONYMOUS
    from landsea.base.outbox.models import Delivery
    from landsea.cases.actions.file_many import file_many
    from landsea.cases.filing_plan import Filing
    from landsea_core.caseflow import Visibility
    from landsea_demo.people import create_demo_people

    for name in ("migrate", "load_reference"):
        call_command(name, verbosity=0)
    create_demo_people(timezone.now())
    filings = [
        Filing(
            text=f"Drill {n}: our lorry waits.",
            visibility=Visibility.NAMED,
            email=f"filer{n}@drill.example.org",
            **FILING,
        )
        for n in range(count)
    ]
    cases = file_many(filings, actor=ANONYMOUS, now=timezone.now())
    Delivery.objects.all().delete()  # the receipts of filing are the other drill's
    return cases


def let_fall_due(cases: list, chance: random.Random) -> None:
    """Let the running steps of these cases fall due at random instants of the next moment."""
    from django.db import transaction
    from django.utils import timezone

    from landsea.base.set_based import make_update, write_together
    from landsea.cases.models import Case, StepRecord

    with transaction.atomic():
        list(Case.objects.select_for_update().filter(pk__in=[case.pk for case in cases]).order_by("pk"))
        steps = {step.case_id: step for step in StepRecord.objects.filter(case__in=cases, ended_at=None)}
        for case in cases:
            due = timezone.now() + timedelta(seconds=chance.uniform(0, MOMENT))
            case.due_at = case.wakes_at = steps[case.pk].due_at = due
            steps[case.pk].reminders = []
        write_together(
            make_update(Case, cases, ["due_at", "wakes_at"]),
            make_update(StepRecord, list(steps.values()), ["due_at", "reminders"]),
        )


def report(steps: int, killed: int, var: Path) -> int:
    """Count and print; 1 when something does not hold."""
    from django.db.models import Count

    from landsea.base.audit.models import Entry
    from landsea.base.audit.verify import find_broken_entries
    from landsea.base.outbox.models import Delivery
    from landsea.cases.models import Case, StepRecord

    acted = StepRecord.objects.filter(step="admit").exclude(expired_at=None)
    expiries = Entry.objects.filter(act="expire").values("stream").annotate(times=Count("id"))
    to_filers, to_desks = (Delivery.objects.filter(template=name) for name in ("case_silence", "case_late"))
    told_twice = (
        Delivery.objects.values("stream", "template", "address").annotate(times=Count("id")).filter(times__gt=1)
    )
    mails = [file.stem for file in (var / "mails").glob("*.eml")]
    sent = Delivery.objects.filter(state="sent").count()
    rows = {
        "watchers killed": killed,
        "steps that fell due": steps,
        "acted on": acted.count(),
        "missed": steps - acted.count(),
        "acted on twice": expiries.filter(times__gt=1).count(),
        "cases not admitted by themselves": Case.objects.exclude(state="admitted", step="accept").count(),
        "notices to filers": to_filers.count(),
        "notices to desks": to_desks.count(),
        "filers not told": steps - to_filers.values("stream").distinct().count(),
        "desks not told": steps - to_desks.values("stream").distinct().count(),
        "told twice": told_twice.count(),
        "notices not sent": Delivery.objects.exclude(state="sent").count(),
        "mails missing or double": abs(sent - len(set(mails))),
        "places where the audit does not hold": len([*find_broken_entries()]),
    }
    for name, value in rows.items():
        print(f"{name:<40} {value}")
    said = ("watchers killed", "steps that fell due", "acted on", "notices to filers", "notices to desks")
    return 1 if any(value for name, value in rows.items() if name not in said) else 0


if __name__ == "__main__":
    sys.exit(main())
