"""`landsea messages`: collect, check and compile the texts that are translated."""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import to_locale

from landsea.base.translation import catalogues, collecting
from landsea.base.translation.languages import list_catalogue_folders, list_translated_languages
from landsea_core.translations import count_translations, list_languages

SHOWN = 40  # so that a new app's texts do not scroll everything else away


class Command(BaseCommand):
    help = "Collect the texts to translate into each app's locale; --check finds what is missing, --compile builds."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the apps (all, if none is named), and at most one of the two other things to do."""
        parser.add_argument("apps", nargs="*", help="names of apps, such as cases; without any, all of them")
        group = parser.add_mutually_exclusive_group()
        group.add_argument("--check", action="store_true", help="list what is untranslated or broken; fail if any")
        group.add_argument(
            "--count", action="store_true", help="say how many texts are said in each language, data too"
        )
        group.add_argument("--compile", action="store_true", help="write what gettext reads; done by serve and test")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; with --check, ends with status 1 and one sentence for each text that is not ready."""
        if not options["compile"]:
            homes = _chosen(collecting.collect_by_home(settings.SOURCES), options["apps"])
            if options["check"]:
                return _tell(homes)
            if options["count"]:
                return self._count(homes)
            folders = list_catalogue_folders()
            known = [catalogues.read_catalogue(path) for path in catalogues.list_catalogues(settings.SOURCES)]
            for app, found in homes.items():
                catalogues.renew_catalogues(app / "locale", folders, found, known)
        try:
            catalogues.compile_catalogues(settings.SOURCES)
        except OSError as problem:
            raise CommandError(
                f"The texts cannot be compiled into {problem.filename} ({problem.strerror}). Whoever owns the checkout "
                "runs make install once after each update."
            ) from None

    def _count(self, homes: dict[Path, Catalog]) -> None:
        """Print a line for each language: texts of code, then texts of reference data, each with how many there could be."""
        reference = Path(settings.REFERENCE)
        languages = list(dict.fromkeys([*list_translated_languages(), *list_languages(reference)]))
        of_data = count_translations(reference, languages)
        self.stdout.write(f"{'language':10}{'texts of code':>18}{'of reference data':>22}")
        for language in languages:
            said, wanted = catalogues.count_said(homes, to_locale(language))
            of_rows, all_rows = of_data[language]
            self.stdout.write(f"{language:10}{f'{said} of {wanted}':>18}{f'{of_rows} of {all_rows}':>22}")


def _chosen(homes: dict[Path, Catalog], names: list[str]) -> dict[Path, Catalog]:
    """Keep the named apps; raises CommandError for a name that is none."""
    if unknown := set(names) - {app.name for app in homes}:
        there = ", ".join(sorted(app.name for app in homes))
        raise CommandError(f"There is no app {', '.join(sorted(unknown))}. These keep texts: {there}.")
    return {app: found for app, found in homes.items() if not names or app.name in names}


def _tell(homes: dict[Path, Catalog]) -> None:
    folders = list_catalogue_folders()
    found = [
        one
        for app, texts in homes.items()
        for one in catalogues.find_catalogue_problems(app / "locale", folders, texts)
    ]
    if found:
        more = [f"... and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        raise CommandError("\n".join(["Some texts are not translated:", *found[:SHOWN], *more]))
