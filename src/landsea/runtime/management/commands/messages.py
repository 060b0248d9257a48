"""`landsea messages`: collect, check and compile the texts that are translated."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.runtime import messages
from landsea.runtime.extraction import collected


class Command(BaseCommand):
    help = "Collect the texts to translate into src/landsea/locale; --check finds what is missing, --compile builds."
    requires_system_checks: list = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take at most one of the two other things to do."""
        group = parser.add_mutually_exclusive_group()
        group.add_argument("--check", action="store_true", help="list what is untranslated or broken; fail if any")
        group.add_argument("--compile", action="store_true", help="write what gettext reads; done by serve and test")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; with --check, ends with status 1 and one sentence for each text that is not ready."""
        locale = Path(settings.LOCALE_PATHS[0])
        folders = [_folder(code) for code, _ in settings.LANGUAGES if code != "en"]
        if options["check"]:
            found = messages.problems(locale, folders, collected(locale.parent))
            if found:
                raise CommandError("\n".join(["Some texts are not translated:", *found]))
            return
        if not options["compile"]:
            messages.renew(locale, folders, collected(locale.parent))
        messages.compile_all(locale)


def _folder(code: str) -> str:
    """Return gettext's folder name of a language code: zh-hans is zh_Hans."""
    language, _, rest = code.partition("-")
    return f"{language}_{rest.title()}" if rest else language
