"""`landsea retention`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from landsea.privacy.actions.keep_periods import erase_past
from landsea.privacy.past_rows import count_past
from landsea_core.retention import PeriodFault


class Command(BaseCommand):
    """Erases what is past its period, or counts it."""

    help = "Erase what is kept about people and is past its period; with --check only count it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say whether anything is to be erased."""
        parser.add_argument(
            "--check", action="store_true", help="erase nothing: say what would be erased, and by which period"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["check"]:
                self._count()
            else:
                erased = erase_past(now=timezone.now())
                for kind, number in sorted(erased.items()):
                    self.stdout.write(f"{kind}: {number} erased")
                self.stdout.write(f"{sum(erased.values())} rows erased.")
        except (PeriodFault, OSError) as problem:
            raise CommandError(f"The periods cannot be read: {problem}") from problem

    def _count(self) -> None:
        total = 0
        for past, number in count_past(timezone.now()):
            total += number
            period = past.period
            self.stdout.write(f"{past.table.kind} ({period.country}, {period.months} months, {period.grade}): {number}")
        self.stdout.write(f"{total} rows are past their period. Nothing was erased.")
