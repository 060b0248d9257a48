"""`landsea check-statement`."""

import json
import sys
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from landsea_core.figures.observations import Observation, load_observations
from landsea_core.figures.statement import check_statement


class Command(BaseCommand):
    """Recomputes the figures of a statement. Compares with the reference files; no database."""

    help = (
        "Recompute a statement or paragraph in English, Chinese or Vietnamese (of other languages the numbers and simple "
        "sentences); silent when all fits. TEXT, or - for standard input."
    )
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the text and the form of the answer."""
        parser.add_argument("text", help="the statement in quotation marks; - reads standard input")
        parser.add_argument(
            "--json",
            action="store_true",
            help="print one JSON object: contradictions, understood, not_understood, figures",
        )
        parser.add_argument("--all", action="store_true", help="print what fits, too")
        parser.add_argument(
            "--folder", type=Path, default=settings.REFERENCE, help="observations held; default: %(default)s"
        )

    def handle(self, *args, text: str, folder: Path, **options):
        """Check and print."""
        checked = check_statement(sys.stdin.read() if text == "-" else text, _held_observations(folder))
        if options["json"]:
            self.stdout.write(json.dumps(checked.as_json(), ensure_ascii=False, indent=1))
            return
        for finding in checked.contradictions:
            self.stdout.write(f"Does not fit: {finding.explanation}")
        for finding in checked.not_understood:
            self.stdout.write(
                f"Not understood: {finding.explanation}" + (f" (“{finding.text}”)" if finding.text else "")
            )
        for finding in checked.understood if options["all"] else ():
            self.stdout.write(f"Understood: {finding.explanation}")


def _held_observations(folder: Path) -> tuple[Observation, ...]:
    """Return the observations of the reference files; none when the folder has none."""
    if not (folder / "observations.jsonl").exists():
        return ()
    try:
        return load_observations(folder)
    except ValueError as problem:
        raise CommandError(f"{folder}: {problem}") from problem
