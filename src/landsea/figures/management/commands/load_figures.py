"""`landsea load-figures`."""

import json
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.figures.actions.load_figures import FigureFault, load_figures


class Command(BaseCommand):
    """Brings series, printed rows and observations in step with the reference files."""

    help = "Load series, printed figures and observations from the reference files (again and again, if you like)."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the folder."""
        parser.add_argument("--folder", type=Path, default=settings.REFERENCE, help="default: %(default)s")

    def handle(self, *args, folder: Path, **options):
        """Load, or say what is wrong with which row."""
        try:
            rows = [_read_rows(folder / f"{name}.jsonl") for name in ("series", "printed_figures", "observations")]
            loaded = load_figures(*rows, actor="system", now=timezone.now())
        except (FigureFault, OSError, json.JSONDecodeError) as problem:
            raise CommandError(f"Nothing was loaded. {problem}") from problem
        if options["verbosity"] > 0:
            self.stdout.write(
                f"In service: {loaded.series} series, {loaded.printed} printed rows, {loaded.observations} observations."
            )


def _read_rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
