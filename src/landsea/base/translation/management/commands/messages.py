"""`landsea messages`: collect, check and compile the texts that are translated."""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.base.translation import extraction, messages

SHOWN = 40  # so that a new app's texts do not scroll everything else away


class Command(BaseCommand):
    help = "Collect the texts to translate into each app's locale; --check finds what is missing, --compile builds."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the apps (all, if none is named), and at most one of the two other things to do."""
        parser.add_argument("apps", nargs="*", help="names of apps, such as cases; without any, all of them")
        group = parser.add_mutually_exclusive_group()
        group.add_argument("--check", action="store_true", help="list what is untranslated or broken; fail if any")
        group.add_argument("--compile", action="store_true", help="write what gettext reads; done by serve and test")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; with --check, ends with status 1 and one sentence for each text that is not ready."""
        if not options["compile"]:
            homes = _chosen(extraction.homes(settings.SOURCES), options["apps"])
            if options["check"]:
                return _tell(homes)
            folders = _folders(settings.LANGUAGES)
            known = [messages.read(path) for path in messages.catalogues(settings.SOURCES)]
            for app, found in homes.items():
                messages.renew(app / "locale", folders, found, known)
        messages.compile_all(settings.SOURCES)


def _chosen(homes: dict[Path, Catalog], names: list[str]) -> dict[Path, Catalog]:
    """Keep the named apps; raises CommandError for a name that is none."""
    if unknown := set(names) - {app.name for app in homes}:
        there = ", ".join(sorted(app.name for app in homes))
        raise CommandError(f"There is no app {', '.join(sorted(unknown))}. These keep texts: {there}.")
    return {app: found for app, found in homes.items() if not names or app.name in names}


def _tell(homes: dict[Path, Catalog]) -> None:
    folders = _folders(settings.LANGUAGES)
    found = [one for app, texts in homes.items() for one in messages.problems(app / "locale", folders, texts)]
    if found:
        more = [f"... and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        raise CommandError("\n".join(["Some texts are not translated:", *found[:SHOWN], *more]))


def _folders(languages: list[tuple[str, str]]) -> list[str]:
    return [_folder(code) for code, _ in languages if code != "en"]


def _folder(code: str) -> str:
    """Return gettext's folder name of a language code: zh-hans is zh_Hans."""
    language, _, rest = code.partition("-")
    return f"{language}_{rest.title()}" if rest else language
