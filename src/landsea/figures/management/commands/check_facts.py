"""`landsea check-facts`."""

import json
from pathlib import Path
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError

from landsea_core.figures.facts import FactsFault, check_facts, read_facts


class Command(BaseCommand):
    """Finds what cannot all be true in a file of facts, by rule. Reads the file and nothing else; no database."""

    help = "Find contradictions in a file of facts (JSON lines with id, subject, metric, value)."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the file and the form of the answer."""
        parser.add_argument(
            "file", type=Path, help="one JSON object a line: id, subject, metric, value; more is left alone"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object with the list `contradictions`")

    def handle(self, *args, file: Path, **options):
        """Check and print; a file that cannot be read ends with a sentence."""
        try:
            found = check_facts(read_facts(file.read_text(encoding="utf-8-sig").splitlines()))
        except (FactsFault, UnicodeDecodeError) as problem:
            raise CommandError(f"{file}: {problem}") from problem
        except OSError as problem:
            raise CommandError(
                f"{file} cannot be read: {problem.strerror}. Name a file with one JSON object a line."
            ) from problem
        if options["json"]:
            answer = {"contradictions": [contradiction.as_json() for contradiction in found]}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        for contradiction in found:
            self.stdout.write(f"{', '.join(contradiction.ids)}  {contradiction.rule}\n    {contradiction.explanation}")
        self.stdout.write(f"{len(found)} contradiction(s).")
