"""`landsea deadline`."""

import json
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError

from landsea.calendars.asked import Asked, count_deadline, write_as_plain
from landsea.directory.office_calendars import read_calendar_overrides
from landsea_core.caseflow import Lane
from landsea_core.clock import EXPLANATIONS, OverrideError, explain_deadline


class Command(BaseCommand):
    """Counts one deadline by the calendar of a country, as the platform counts it for a case. Needs no database."""

    help = "Count one deadline: when it is due, which days were counted, and whether it may still move."
    requires_system_checks: ClassVar = []  # calendars only: no addresses, no templates, no tables

    def add_arguments(self, parser):
        """Where, how long, and from when."""
        parser.add_argument("--country", required=True, help="ISO code of one of the twelve countries, such as CN")
        parser.add_argument("--subdivision", default="", help="state or province with holidays of its own: KL, GX, ...")
        parser.add_argument("--lane", choices=[lane.value for lane in Lane], help="default: by --days or --hours")
        length = parser.add_mutually_exclusive_group(required=True)
        length.add_argument("--days", type=int, help="working days, in the normal lane")
        length.add_argument("--hours", type=int, help="hours of the wall clock, in the urgent lane")
        parser.add_argument("--from", dest="start", required=True, help="ISO 8601; without a zone the country's clock")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        """Print the deadline and the days that lead to it."""
        lane = Lane(options["lane"] or ("normal" if options["days"] is not None else "urgent"))
        asked = Asked(
            country=options["country"],
            lane=lane,
            start=options["start"],
            subdivision=options["subdivision"],
            days=options["days"],
            hours=options["hours"],
        )
        try:
            due = count_deadline(asked, read_calendar_overrides())
        except OverrideError as error:
            raise CommandError(f"A calendar cannot be read. {error}") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(write_as_plain(due, lane), ensure_ascii=False))
            return
        for line in explain_deadline(due):
            mark = "  (predicted)" if line.predicted and line.code != "predicted" else ""
            self.stdout.write(str(EXPLANATIONS[line.code].fill(**_values_as_text(line.values))) + mark)


def _values_as_text(values) -> dict:
    """Return the values as text: instants and days in ISO form, a whole number of hours without a fraction."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else f"{value:g}" if isinstance(value, float) else value
        for name, value in values.items()
    }
