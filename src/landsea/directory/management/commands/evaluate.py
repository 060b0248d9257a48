"""`landsea evaluate`."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from landsea_core.reference import load
from landsea_core.routing.evaluate import RowFault, answer, score


class Command(BaseCommand):
    """Routes labelled problems by their facts and words, never by the labelled authority, and counts what is right."""

    help = "Route labelled problems (JSON lines) and count how many reach the right kind of desk."

    def add_arguments(self, parser):
        """The file, and how to print."""
        parser.add_argument("file", help="JSON lines with id, text, from, where, topic, hs, scope")
        parser.add_argument("--labels", action="store_true", help="take from, where, topic, hs and scope from the rows")
        parser.add_argument("--json", action="store_true", help="print one JSON line a row instead of a table")

    def handle(self, *args, file: str, labels: bool, **options):
        if not labels:
            raise CommandError(
                "Say --labels: reading topic, place and goods from the text alone comes with `landsea suggest`."
            )
        rows = self._rows(file)
        reference = load(Path(settings.REFERENCE))
        try:
            answers = [answer(row, reference) for row in rows]
        except RowFault as fault:
            raise CommandError(str(fault)) from fault
        if options["json"]:
            for given in answers:
                self.stdout.write(_line(given))
            return
        for given in answers:
            self.stdout.write(
                f"{given['id']:<8} {given['desk_country'] or '-':<3} {given['desk_authority']:<24} {given['desk']}"
            )
            if given["handed_on"]:
                self.stdout.write(f"{'':<12} handed on to: {given['handed_on']}")
        if all("authority" in row for row in rows):
            result = score(rows, reference)
            wrong = f" Not right: {', '.join(result.wrong)}." if result.wrong else ""
            self.stdout.write(f"{result.right} of {result.total} reach the right kind of desk.{wrong}")

    def _rows(self, file: str) -> list[dict]:
        rows = []
        try:
            lines = Path(file).read_text(encoding="utf-8").splitlines()
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
        except UnicodeDecodeError as problem:
            raise CommandError(f"{file} is not UTF-8 text. Save it as UTF-8 and try again.") from problem
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as problem:
                raise CommandError(f"{file}, line {number} is not JSON: {problem}.") from problem
            if not isinstance(row, dict):
                raise CommandError(f"{file}, line {number}: a row is an object with named fields.")
            rows.append(row)
        if not rows:
            raise CommandError(f"{file} has no rows.")
        return rows


def _line(given: dict) -> str:
    return json.dumps(given, ensure_ascii=False)
