"""`landsea likeness`."""

import json
import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.likeness.access import count_how_many_read
from landsea.likeness.actions.forget import forget_all
from landsea.likeness.actions.read_cases import AT_ONCE, read_cases
from landsea.likeness.vector_reader import name_current_model
from landsea.search.actions.read_texts import read_texts


class Command(BaseCommand):
    """Reads what is not compared yet, as the worker does, without its pauses. Stopped and started again it goes on."""

    help = "Read cases and public texts for likeness: what is new, changed, or was read by an earlier model."

    def add_arguments(self, parser):
        """What to do besides reading on."""
        parser.add_argument("--rebuild", action="store_true", help="forget all vectors first, and read everything anew")
        parser.add_argument("--check", action="store_true", help="only say how much is read and how much waits")
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")

    def handle(self, *args, rebuild: bool, check: bool, json: bool, **options):
        """Read all that waits and print, a kind a line, how many texts there are and how many are read."""
        if not name_current_model():
            raise CommandError(
                "Texts cannot be compared here: the embedder or data/models/likeness.npz is missing. "
                "Install requirements/base.txt, or run landsea train."
            )
        if rebuild and not check:
            forget_all()
        started = time.monotonic()
        while not check and (read_texts(now=timezone.now()) or read_cases(now=timezone.now(), most=AT_ONCE) == AT_ONCE):
            if not json:
                self.stdout.write(f"{time.monotonic() - started:6.0f} s  {self._waiting()} left", ending="\r")
        self._print(json)

    def _waiting(self) -> int:
        return sum(count["waiting"] for count in count_how_many_read().values())

    def _print(self, as_json: bool) -> None:
        counts = count_how_many_read()
        if as_json:
            self.stdout.write(json.dumps({"model": name_current_model(), "kinds": counts}))
            return
        for kind, count in counts.items():
            self.stdout.write(f"{kind:<12}{count['read']:>9} read{count['waiting']:>9} wait")
