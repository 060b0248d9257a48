"""`landsea corrections`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from landsea.cases.actions.read_filed import read_filed
from landsea.teaching import access
from landsea_core.text.lexicon.added_words import make_rows_of_terms


class Command(BaseCommand):
    """Counts what people corrected of what was read, and writes what may be learnt from it."""

    help = (
        "What people corrected of what was read: how many, and what became of them. --export writes accepted ones as rows "
        "for landsea train, without whatever tells who it is; --words writes the words in force as lexicon rows."
    )

    def add_arguments(self, parser):
        """Where to write, and how to print."""
        parser.add_argument("--export", metavar="FILE", help="write examples that may be learnt, as JSON lines")
        parser.add_argument("--words", metavar="FILE", help="write the coordinators' words in force, as lexicon rows")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, export: str | None, words: str | None, **options):
        """Count, write, and say what is held back and why. The same rows give the same file."""
        while read_filed():
            pass  # what was filed within the last seconds counts too
        found = access.count_corrections()
        if export:
            learnt = access.export_accepted()
            _write_rows(export, learnt.rows)
            found |= {
                "exported": len(learnt.rows),
                "held": list(learnt.held),
                "never": learnt.never,
                "unlabelled": list(learnt.unlabelled),
            }
        if words:
            rows = make_rows_of_terms(access.find_words_in_force().terms)
            _write_rows(words, rows)
            found["words"] = len(rows)
        self.stdout.write(json.dumps(found) if options["json"] else _lines_of_counts(found))


def _write_rows(path: str, rows) -> None:
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    try:
        Path(path).write_text(lines, encoding="utf-8")
    except OSError as fault:
        raise CommandError(
            f"{path} cannot be written ({fault.strerror}). Name a file in a folder that is there."
        ) from fault


def _lines_of_counts(found: dict) -> str:
    """The counts as lines that a person reads."""
    lines = [
        f"{found['all']} corrections: {found['accepted']} accepted, {found['rejected']} rejected, {found['word']} to be "
        f"mended by a word, {found['waiting']} not judged yet."
    ]
    if "exported" in found:
        lines.append(f"{found['exported']} cases written that may be learnt from.")
        if found["held"]:
            lines.append(
                f"{len(found['held'])} held, as somebody might be recognised; read them on the page Corrections: "
                f"{', '.join(found['held'])}."
            )
        if found["unlabelled"]:
            lines.append(f"{len(found['unlabelled'])} have no topic or matter: {', '.join(found['unlabelled'])}.")
        if found["never"]:
            lines.append(f"{found['never']} never become data: words were blacked out, or they are of a demo.")
    if "words" in found:
        lines.append(f"{found['words']} lexicon rows written.")
    return "\n".join(lines)
