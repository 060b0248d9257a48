"""`landsea export-texts`: one PO file with all that is said in a language, for a translator."""

from pathlib import Path
from typing import Any

from babel.messages.pofile import write_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from landsea.base.translation.collecting import collect_by_home
from landsea.base.translation.translator_files import make_translator_file


class Command(BaseCommand):
    help = "Write one PO file with all texts of a language, or those that it lacks, for a translator."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the language, the file, and whether only what is not said yet is wanted."""
        parser.add_argument("language", help="as the pages name it: vi, zh-hans, th")
        parser.add_argument("file", type=Path, help="the file to write, such as th.po")
        parser.add_argument("--missing", action="store_true", help="only texts that are not said in the language yet")

    def handle(self, *args: Any, language: str, file: Path, **options: Any) -> None:
        """Write the file and say how many texts it holds."""
        catalog = make_translator_file(
            collect_by_home(settings.SOURCES), Path(settings.REFERENCE), language, only_missing=options["missing"]
        )
        with open(file, "wb") as out:
            write_po(out, catalog, width=0, include_lineno=False)
        self.stdout.write(f"{len(catalog)} texts for {language} are in {file}.")
