"""`landsea import-texts`: take back the PO file that a translator worked in."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.base.translation.catalogues import compile_catalogues
from landsea.base.translation.collecting import collect_by_home
from landsea.base.translation.translator_files import take_translator_file


class Command(BaseCommand):
    help = "Take what a translator wrote in a PO file into the catalogues and the files of translations."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the language and the file."""
        parser.add_argument("language", help="as the pages name it: vi, zh-hans, th")
        parser.add_argument("file", type=Path, help="a file that `landsea export-texts` wrote and a translator filled")

    def handle(self, *args: Any, language: str, file: Path, **options: Any) -> None:
        """Take what can be taken and name what cannot; ends with status 1 when anything was refused."""
        try:
            taken = take_translator_file(file, collect_by_home(settings.SOURCES), Path(settings.REFERENCE), language)
        except (OSError, ValueError) as fault:
            raise CommandError(f"{file} cannot be read as a PO file: {fault}") from None
        compile_catalogues(settings.SOURCES)
        self.stdout.write(f"{taken.written} texts for {language} are new or were changed.")
        for sentence in taken.refused:
            self.stderr.write(sentence)
        if taken.refused:
            raise CommandError(f"{len(taken.refused)} texts were not taken; the lines above say why.")
