"""`landsea load-reference`."""

import time
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.base.translation.languages import list_translated_languages
from landsea.directory.actions.load_reference import load_reference
from landsea_core.reference import Problem, find_reference_problems
from landsea_core.reference.check import FILES
from landsea_core.rules.twins import find_twin_rows
from landsea_core.translations import KINDS, find_translation_problems


class Command(BaseCommand):
    """Brings the directory in step with the reference files; with `--check` only says what is wrong with them."""

    help = "Load topics, places, offices, their telephones and desks from the reference files (again and again, if you like)."
    requires_system_checks: ClassVar = []  # files and tables only: no addresses, no templates

    def add_arguments(self, parser):
        """Name the folder and the choice to check only."""
        parser.add_argument("--check", action="store_true", help="only print what is wrong with the files, with line")
        parser.add_argument("--folder", type=Path, default=settings.REFERENCE, help="default: %(default)s")

    def handle(self, *args, folder: Path, **options):
        """Check, then load unless only a check was asked for. Files with faults are not loaded."""
        self._refuse_faults(folder, whole=options["check"])
        if options["check"]:
            self.stdout.write("The reference files are in order.")
            return
        start = time.monotonic()
        loaded = load_reference(folder, timezone.now())
        if options["verbosity"] > 0:
            self.stdout.write(
                f"In service: {loaded.topics} topics with {loaded.matters} matters, {loaded.places} places, "
                f"{loaded.offices} offices with {loaded.telephones} public telephones, {loaded.desks} desks with "
                f"{loaded.competences} competences. "
                f"Retired now: {loaded.retired}. {'It changed' if loaded.changed else 'Routing is as it was'}. "
                f"{time.monotonic() - start:.1f} s."
            )
        if loaded.kept:
            self.stdout.write(
                "These places stay as people wrote them here, though the files say otherwise; look at each on the page "
                f"of the network's editors: {', '.join(loaded.kept)}."
            )

    def _refuse_faults(self, folder: Path, *, whole: bool) -> None:
        """Refuse what is wrong with the directory's own files; `whole`: and with the translations of all others, and rules that
        stand there twice.
        """
        languages = list_translated_languages()
        problems = find_reference_problems(folder, languages)
        if whole:
            others = [kind for kind in KINDS if kind not in FILES]
            problems += [Problem(*problem) for problem in find_translation_problems(folder, languages, others)]
            try:
                problems += [Problem(*problem) for problem in find_twin_rows(folder)]
            except ValueError as fault:  # a row that cannot be read has its file and line in the sentence
                raise CommandError(str(fault)) from None
        for problem in problems:
            self.stderr.write(f"{problem.file}:{problem.line}: {problem.sentence}")
        if problems:
            raise CommandError(f"The reference files have {len(problems)} fault(s), named above. Nothing was loaded.")
