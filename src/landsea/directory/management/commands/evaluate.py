"""`landsea evaluate`."""

import json
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.base.jsonl import read_rows_of_file
from landsea_core.reference import read_reference
from landsea_core.routing.evaluate import RowFault, route_row, score_rows
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.quality.calibration import make_bands
from landsea_core.text.quality.measure import count_marks, measure_rows, write_table
from landsea_core.text.quality.sureness import count_sureness, write_bands, write_sureness
from landsea_core.text.suggestions import SuggestionFault, make_suggestion


class Command(BaseCommand):
    """Measures on labelled problems: what is read from their words, or, with --labels, which desk their facts lead to."""

    help = (
        "Measure suggestions on labelled problems (JSON lines), or with --labels how many reach the right kind of desk."
    )

    def add_arguments(self, parser):
        """The file, and how to print."""
        parser.add_argument(
            "file", help="JSON lines with id, text and labels such as lang, from, where, topic, hs, scope"
        )
        parser.add_argument(
            "--labels", action="store_true", help="route by the labels from, where, topic, hs and scope"
        )
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")

    def handle(self, *args, file: str, labels: bool, **options):
        """Print the table of one kind of measurement or of the other."""
        rows = read_rows_of_file(file)
        if labels:
            self._route(rows, options["json"])
        else:
            self._read(rows, options["json"])

    def _read(self, rows: list[dict], as_json: bool) -> None:
        """What is read from the texts alone, counted a language a line; with JSON also each row's suggestion."""
        try:
            suggested = [make_suggestion(row, get_default_reader(), timezone.localdate()) for row in rows]
        except SuggestionFault as fault:
            raise CommandError(str(fault)) from fault
        found = measure_rows(rows)
        sureness, bands = count_sureness(rows, get_default_reader()), make_bands(rows, get_default_reader())
        wrong: dict[str, list[str]] = {}
        for row, (field, right, _, _) in found:
            if not right:
                wrong.setdefault(field, []).append(str(row.get("id", "?")))
        if as_json:
            counted = {
                "languages": count_marks(found),
                "sureness": {one.field: asdict(one) for one in sureness},
                "calibration": [asdict(one) for one in bands if one.count],
                "wrong": wrong,
                "rows": suggested,
                "read_with": get_default_reader().description,
            }
            self.stdout.write(json.dumps(counted, ensure_ascii=False))
            return
        self.stdout.write(write_table(found))
        self.stdout.write(write_sureness(sureness))
        self.stdout.write(write_bands(bands))
        for field, ids in wrong.items():
            self.stdout.write(f"{field} not right: {', '.join(ids)}")
        self.stdout.write(f"read with {get_default_reader().description}")

    def _route(self, rows: list[dict], as_json: bool) -> None:
        """Which desk the labels lead to."""
        reference = read_reference(Path(settings.REFERENCE))
        try:
            answers = [route_row(row, reference) for row in rows]
        except RowFault as fault:
            raise CommandError(str(fault)) from fault
        if as_json:
            for given in answers:
                self.stdout.write(_json_line(given))
            return
        for given in answers:
            self.stdout.write(
                f"{given['id']:<8} {given['desk_country'] or '-':<3} {given['desk_authority']:<24} {given['desk']}"
            )
            if given["handed_on"]:
                self.stdout.write(f"{'':<12} handed on to: {given['handed_on']}")
        if all("authority" in row for row in rows):
            result = score_rows(rows, reference)
            wrong = f" Not right: {', '.join(result.wrong)}." if result.wrong else ""
            self.stdout.write(f"{result.right} of {result.total} reach the right kind of desk.{wrong}")


def _json_line(given: dict) -> str:
    return json.dumps(given, ensure_ascii=False)
