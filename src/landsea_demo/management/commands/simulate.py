"""`landsea simulate`."""

import json
import os
import time
from datetime import UTC, datetime
from random import Random
from typing import ClassVar

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from landsea.directory.access import keep_desks_and_places
from landsea_demo.simulation.cast import Cast
from landsea_demo.simulation.clock import Clock
from landsea_demo.simulation.sides import Side, run_side_by_side
from landsea_demo.simulation.year import Year
from landsea_demo.simulation.year_table import ask_for_months, lay_out

START = datetime(2026, 1, 1, tzinfo=UTC)
MOST_MAILS = 8
"""So many mails may a case cause at most while it is silent, to all its people together."""
SIDES = 2
"""Processes that play, each with its part of the cases and a watcher of its own."""


class Command(BaseCommand):
    """Plays a year in a database of its own, which is gone afterwards; prints what each month came to and what did not
    hold, and ends with 1 when something did not.
    """

    help = "Play a year of the mechanism with a fast clock and count what did not hold."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """How much, by which dice, and how to print."""
        parser.add_argument("--seed", type=int, default=1, help="of everything that happens by chance (default 1)")
        parser.add_argument("--cases", type=int, default=20_000, help="how many are filed in the year (default 20000)")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, seed: int, cases: int, **options):
        """Make the database, play, print."""
        if not 1 <= cases <= 1_000_000:
            raise CommandError("Give 1 to 1000000 cases.")
        begun = time.monotonic()
        self._take_throwaway_database()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_reference", verbosity=0)
        self._say(f"A database of its own, with the reference directory: {time.monotonic() - begun:.1f} s")
        chance = Random(seed)
        keep_desks_and_places()
        cast, clock = Cast(START, chance), Clock(START, chance, surges=max(1, min(24, cases // 100)))

        def play(side: Side) -> dict:
            share = cases // SIDES + (side.number < cases % SIDES)
            year = Year(cast, clock, Random(f"{seed}/{side.number}"), share, self._say, side)
            year.play()
            return {
                "filed": year.filed,
                "acts": year.acts,
                "refused": year.refused,
                "due": year.holds.steps_due,
                "mails": year.holds.mails_most_a_case,
                "violations": year.holds.violations(),
                "months": ask_for_months() if side.first else [],
            }

        try:
            played = run_side_by_side(play, SIDES)
        except RuntimeError as problem:
            raise CommandError(f"The year could not be played. {problem}") from problem
        result = {
            "cases": sum(one["filed"] for one in played),
            "desks": len(cast.desks),
            "steps_due": played[0]["due"],
            "mails_most_a_case": played[0]["mails"],
            "seconds": round(time.monotonic() - begun, 1),
            "violations": played[0]["violations"],
            "acts": sum(one["acts"] for one in played),
            "refused": sum(one["refused"] for one in played),
            "seed": seed,
            "months": played[0]["months"],
        }
        self._print(result, as_json=options["json"])
        if any(result["violations"].values()) or result["mails_most_a_case"] > MOST_MAILS:
            raise CommandError("Something did not hold: see the violations.")

    def _take_throwaway_database(self) -> None:
        """Connect to a new server under the temporary folder instead of the installation's."""
        from landsea.base.database_settings import make_django_settings
        from landsea_dev.throwaway import start_throwaway_cluster

        cluster = start_throwaway_cluster()
        os.environ["DATABASE_URL"] = cluster.url()
        connection.close()
        connection.settings_dict.update(make_django_settings(cluster.connection_parts()))

    def _say(self, line: str) -> None:
        self.stderr.write(line)

    def _print(self, result: dict, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(result))
            return
        for line in lay_out(result["months"]):
            self.stdout.write(line)
        self.stdout.write("")
        for name, value in result.items():
            if name not in ("violations", "months"):
                self.stdout.write(f"{name:<28}{value}")
        for name, value in result["violations"].items():
            self.stdout.write(f"  {name:<26}{value}")
