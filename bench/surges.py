"""How many urgent nights of the simulated year are seen as surges; called by `python -m bench.likeness --surges`."""

import os
from collections import defaultdict
from datetime import timedelta
from random import Random


def measure_surges() -> None:
    """Look every morning of the simulated year (`landsea simulate`) for surges, and print how many of its urgent nights were
    seen and how often a kind without one was taken for a surge. Every filing there is a party's own.
    """
    from bench.site import database_url

    os.environ |= {
        "DATABASE_URL": database_url("bench_surges"),
        "LANDSEA_SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from landsea_core.caseflow import Lane
    from landsea_core.grouping import WEEK, WEEKS_BEFORE, find_surge
    from landsea_demo.management.commands.simulate import START
    from landsea_demo.simulation.clock import Clock
    from landsea_demo.simulation.problems import draw_filings_by_instant

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    print(f"{'cases':>8}{'kinds':>8}{'urgent nights':>15}{'seen':>6}{'weeks of kinds without':>24}{'false alarms':>14}")
    for cases in (2_000, 5_000, 20_000):
        chance = Random(7)
        clock = Clock(START, chance, surges=max(1, min(24, cases // 100)))
        kinds: dict[tuple, list[tuple]] = defaultdict(list)
        for instant, filed in draw_filings_by_instant(clock, chance, cases).items():
            for one in filed:
                kinds[one.matter, one.place_code, one.country].append(
                    (clock.instants[instant], one.lane is Lane.URGENT)
                )
        nights, seen, looked, false = set(), set(), 0, 0
        for kind, rows in kinds.items():
            quiet_until = START
            for day in range(7 * (WEEKS_BEFORE + 1), 364):
                now = START + timedelta(days=day)
                week = [urgent for at, urgent in rows if now - WEEK <= at < now]
                before = sum(now - (WEEKS_BEFORE + 1) * WEEK <= at < now - WEEK for at, _urgent in rows)
                found = find_surge(cases=len(week), parties=len(week), before=before)
                if any(week):
                    night = (kind, sum(1 for at, urgent in rows if urgent and at < now))
                    nights.add(night)
                    seen |= {night} if found else set()
                elif found and now >= quiet_until:
                    false, quiet_until = false + 1, now + WEEK
            looked += 364 // 7 - WEEKS_BEFORE - 1
        print(f"{cases:>8,}{len(kinds):>8,}{len(nights):>15}{len(seen):>6}{looked:>24,}{false:>14}", flush=True)
