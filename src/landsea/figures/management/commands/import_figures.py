"""`landsea import-figures`."""

from pathlib import Path
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.figures.actions.import_rulings import import_rulings
from landsea.figures.actions.load_figures import FigureFault, load_figures
from landsea.figures.open_data import read_package
from landsea_core.figures import data_package


class Command(BaseCommand):
    """Loads open data that another installation exported; the tables of figures are then equal to that one's."""

    help = "Load figures from a Data Package that export-figures wrote."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the folder."""
        parser.add_argument("folder", type=Path, help="the folder with datapackage.json")

    def handle(self, *args, folder: Path, **options):
        """Load, or say what is wrong; then nothing is changed."""
        now = timezone.now()
        try:
            rows = read_package(folder)
            tables = (rows[data_package.SERIES], rows[data_package.PRINTED], rows[data_package.OBSERVATIONS])
            loaded = load_figures(*tables, actor="system", now=now)
        except (FigureFault, ValueError) as problem:
            raise CommandError(f"Nothing was loaded. {problem}") from problem
        except OSError as problem:
            raise CommandError(
                f"{problem.filename} cannot be read: {problem.strerror}. Name a folder that export-figures wrote."
            ) from problem
        rulings = import_rulings(rows[data_package.RULINGS], actor="system", now=now)
        self.stdout.write(
            f"Loaded {loaded.observations} observations of {loaded.series} series; {rulings} new ruling(s)."
        )
