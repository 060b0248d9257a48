"""`landsea export-figures`."""

from pathlib import Path
from typing import ClassVar

from django.core.management.base import BaseCommand
from django.utils import timezone

from landsea.figures.open_data import export_package


class Command(BaseCommand):
    """Writes the open data to a folder: datapackage.json and a CSV for each table."""

    help = "Write the open data as a Data Package to a folder."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the folder."""
        parser.add_argument("folder", type=Path, help="made if it is not there")

    def handle(self, *args, folder: Path, **options):
        """Write and name the files."""
        for path in export_package(folder, timezone.now()):
            self.stdout.write(str(path))
