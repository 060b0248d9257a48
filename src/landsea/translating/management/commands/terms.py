"""`landsea terms`: the official terms, where texts say them in other words, and the file for translators' programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.base.translation.collecting import collect_by_home
from landsea.base.translation.translator_files import make_translator_file
from landsea.translating.termbase import load_terms
from landsea_core.termbase import LANGUAGES, find_other_words, write_tbx
from landsea_core.translations import name_key


class Command(BaseCommand):
    help = "Count the official terms with a source, list texts that say one in other words, or write TBX."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a language whose texts are looked at, and a file to write."""
        parser.add_argument("language", nargs="?", default="", help="as the pages name it: vi, zh-hans, th")
        parser.add_argument("--tbx", type=Path, help="the file to write, such as terms.tbx")
        parser.add_argument("--most", type=int, default=50, help="list so many texts")

    def handle(self, *args: Any, language: str, **options: Any) -> None:
        """Print the counts, or the list of a language; write the file where one is named."""
        terms = load_terms()
        if options["tbx"]:
            options["tbx"].write_bytes(write_tbx(terms))
            self.stdout.write(f"{len(terms)} terms are in {options['tbx']}.")
        elif not language:
            for code in LANGUAGES:
                sourced = sum(1 for term in terms if code in term.sources)
                self.stdout.write(f"{code:4} {len(terms)} terms, {sourced} with a source")
        elif name_key(language) not in LANGUAGES:
            raise CommandError(f"There are no terms in '{language}': choose one of {', '.join(LANGUAGES)}.")
        else:
            found = list(find_other_words(terms, _texts_in(language), name_key(language)))
            for one in found[: options["most"]]:
                self.stdout.write(f"{one.term} ({one.word}): {one.english!r} is said {one.said!r}")
            self.stdout.write(f"{len(found)} texts say a term in other words; this is advice, grammar may ask for it.")


def _texts_in(language: str) -> Iterator[tuple[str, str]]:
    """Yield all texts of pages and data that are said in a language, with their English."""
    catalog = make_translator_file(
        collect_by_home(settings.SOURCES), Path(settings.REFERENCE), language, only_missing=False
    )
    for message in catalog:
        if isinstance(message.id, str) and message.id and isinstance(message.string, str) and message.string:
            yield message.id, message.string
