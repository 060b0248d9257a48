"""`landsea load-measures`."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.rules.actions.load_measures import load_measures
from landsea.rules.hs import list_hs_codes
from landsea_core.rules.check import find_measure_problems
from landsea_core.rules.conflicts import find_conflicts
from landsea_core.rules.measure_files import read_book
from landsea_core.rules.twins import find_twins
from landsea_core.translations import find_translation_faults


class Command(BaseCommand):
    """Brings the published measures in step with the reference files; with `--check` only says what is wrong with them."""

    help = "Load measures from the reference files (again and again, if you like)."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the folder and the choice to check only."""
        parser.add_argument("--check", action="store_true", help="only print what is wrong with the files")
        parser.add_argument("--folder", type=Path, default=settings.REFERENCE, help="default: %(default)s")

    def handle(self, *args, folder: Path, **options):
        """Check, then load unless only a check was asked for. Files with faults are not loaded."""
        try:
            book = read_book(folder)
        except ValueError as fault:
            raise CommandError(str(fault)) from None
        for file, line, sentence in find_translation_faults(folder, ["measures"]):  # pages would read them later
            raise CommandError(f"{file}:{line}: {sentence}")
        faults = [*find_measure_problems(book, list_hs_codes()), *find_twins(book)]
        for measure, sentence in faults:
            self.stderr.write(f"{measure.code}: {sentence}")
        if faults:
            raise CommandError(f"The measures have {len(faults)} fault(s), named above. Nothing was loaded.")
        for _, _, sentence in find_conflicts(book):
            self.stderr.write(f"(remark) {sentence}")
        if options["check"]:
            self.stdout.write(f"{len(book)} measures are in order.")
            return
        loaded = load_measures(folder, timezone.now())
        if options["verbosity"] > 0:
            self.stdout.write(f"{loaded.measures} measures; new or changed: {loaded.published}.")
