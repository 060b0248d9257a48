"""`landsea recount`."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from landsea.cases.actions.recount import recount_running_steps


class Command(BaseCommand):
    """Counts running deadlines anew by the calendars as they are now; run after calendars were changed."""

    help = (
        "Count running deadlines anew after calendars changed; they move later, never nearer, and both sides are told."
    )

    def handle(self, *args, **options):
        """Count and say how many moved."""
        done = recount_running_steps(timezone.now())
        self.stdout.write(f"{done.looked} running deadlines counted anew, {done.moved} moved.")
