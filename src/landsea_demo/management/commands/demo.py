"""`landsea demo`."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.directory.models import Desk
from landsea_demo.cases import make_demo_cases
from landsea_demo.people import NoDemo, create_demo_people
from landsea_demo.played_year.play import play_year


class Command(BaseCommand):
    """Makes the demo: invented people at real desks, and problems at every stage. Twice makes nothing twice."""

    help = "Make the demo: invented people at the desks, and problems at every stage; --year plays a whole year."

    def add_arguments(self, parser):
        """Offer a whole year."""
        parser.add_argument("--year", action="store_true", help="also play a year of the mechanism, up to now")

    def handle(self, *args, **options):
        """Make what is missing, and say what was made."""
        now = timezone.now()
        if not Desk.objects.filter(code=Desk.COORDINATOR).exists():
            raise CommandError("Load the reference directory first: landsea load-reference")
        try:
            create_demo_people(now)
        except NoDemo as problem:
            raise CommandError(str(problem)) from problem
        made = make_demo_cases(now)
        self.stdout.write(f"The demo is there: {made} new cases.")
        if options["year"]:
            self._play_year(now)

    def _play_year(self, now) -> None:
        start = time.monotonic()
        played = play_year(now)
        if played is None:
            self.stdout.write("The year was played before, or begun: what there is stays as it is.")
            return
        seconds = time.monotonic() - start
        self.stdout.write(f"A year was played: {played.done} acts, {len(played.refused)} refused, in {seconds:.0f} s.")
