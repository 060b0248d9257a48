"""`landsea load-exchange`."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.exchange.actions.load_exchange import load_exchange
from landsea_core.matching.exchange_facts import read_facts


class Command(BaseCommand):
    """Brings the public facts of the exchange board in step with their file; with `--check` only says what is wrong."""

    help = "Load the public facts of the exchange board (again and again, if you like)."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the file and the choice to check only."""
        parser.add_argument("--check", action="store_true", help="only print what is wrong with the file, with line")
        parser.add_argument("--file", type=Path, default=Path(settings.REFERENCE) / "exchange.jsonl")

    def handle(self, *args, file: Path, **options):
        """Check, then load unless only a check was asked for. A file with faults is not loaded."""
        facts, faults = read_facts(file)
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"The file has {len(faults)} fault(s), named above. Nothing was loaded.")
        if options["check"]:
            self.stdout.write(f"{len(facts)} facts are in order.")
            return
        loaded = load_exchange(facts, timezone.now())
        if options["verbosity"] > 0:
            self.stdout.write(
                f"On the board: {loaded.facts} public facts; new {loaded.new}, changed {loaded.changed}, "
                f"retired {loaded.retired}."
            )
