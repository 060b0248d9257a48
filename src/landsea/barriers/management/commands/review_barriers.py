"""`landsea review-barriers`."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from landsea.barriers.actions.review import review_all


class Command(BaseCommand):
    """Closes barriers that stayed quiet after their action, opens those whose cases came back; the worker does it hourly."""

    help = "Close barriers that stayed quiet after their action was done, open those whose cases came back."

    def handle(self, *args, **options):
        """Review once and say how many changed."""
        changed = review_all(timezone.now())
        self.stdout.write(f"Barriers closed or opened again: {changed}.")
