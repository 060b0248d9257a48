"""`landsea suggest`."""

import json
import sys
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.base.jsonl import read_rows, read_rows_of_file
from landsea.search.gists import GistWriter
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.suggestions import SuggestionFault, make_suggestion

FIRST = 3
GIST_LANGUAGES = ("en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")


class Command(BaseCommand):
    """Reads plain words and says what they seem to be about. Uses no database."""

    help = (
        "Suggest topic, authority, country, places, goods, urgency, scope, amounts and days for texts in any language of "
        "the corridor."
    )

    def add_arguments(self, parser):
        """The file, and how to print."""
        parser.add_argument(
            "file", help="JSON lines with id, text and perhaps from; - reads standard input, rows or one text"
        )
        parser.add_argument(
            "--today", type=date.fromisoformat, default=None, help="the day that yesterday counts from, as 2026-03-18"
        )
        parser.add_argument(
            "--gist", metavar="LANGUAGE", help="say in one line of this language (vi) what a row is about"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON line a row")

    def handle(self, *args, file: str, **options):
        """Read the rows and print what is suggested for each, in the order of the file."""
        rows = read_rows(sys.stdin.buffer.read(), plain_text=True) if file == "-" else read_rows_of_file(file)
        today = options["today"] or timezone.localdate()
        gists = _gists_in(options["gist"]) if options["gist"] else None
        for row in rows:
            try:
                found = make_suggestion(row, get_default_reader(), today)
            except SuggestionFault as fault:
                raise CommandError(str(fault)) from fault
            if gists:
                found["gist"] = gists.write(found)
            self.stdout.write(json.dumps(found, ensure_ascii=False) if options["json"] else _lines_of_suggestion(found))


def _gists_in(language: str) -> GistWriter:
    if language not in GIST_LANGUAGES:
        raise CommandError(f"There is no gist in {language}. Choose one of {', '.join(GIST_LANGUAGES)}.")
    return GistWriter(language)


def _lines_of_suggestion(found: dict) -> str:
    """A suggestion as lines that a person reads."""
    lines = [f"{found['id']}: {found['language']}, scope {found['scope']}{', urgent' if found['urgent'] else ''}"]
    for title, key, value in (
        ("topic", "topics", "topic"),
        ("authority", "authorities", "authority"),
        ("where", "where", "country"),
        ("place", "places", "place"),
        ("goods", "goods", "hs"),
    ):
        likely = [f"{one[value]} {one['confidence']:.2f}" for one in found[key][:FIRST]]
        lines.append(f"  {title:<10} {', '.join(likely) or 'nothing recognised'}")
    lines += [f"  {'gist':<10} {found['gist'] or 'too little was read'}"] if "gist" in found else []
    lines.append(f"  {'amounts':<10} {', '.join(one['words'] for one in found['amounts']) or '-'}")
    lines.append(f"  {'days':<10} {', '.join(map(_days_in_words, found['dates'])) or '-'}")
    words = sorted({word for reason in found["reasons"] if reason["about"] != "language" for word in reason["words"]})
    lines.append(f"  {'words':<10} {', '.join(words) or '-'}")
    lines.append(f"  {'read with':<10} {found['read_with']}")
    return "\n".join(lines)


def _days_in_words(one: dict) -> str:
    span = one["from"] if one["from"] == one["to"] else f"{one['from']} to {one['to']}"
    return f"{'since ' if one['since'] else ''}{span} ({one['words']})"
