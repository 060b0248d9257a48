"""`landsea demo`."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.cases.actions.demo_cases import make_demo_cases
from landsea.directory.actions.demo_people import NoDemo, create_demo_people
from landsea.directory.models import Desk


class Command(BaseCommand):
    """Makes the demo: invented people at real desks, and problems at every stage. Twice makes nothing twice."""

    help = "Make the demo: invented people at the desks, and problems at every stage."

    def handle(self, *args, **options):
        now = timezone.now()
        if not Desk.objects.filter(code=Desk.COORDINATOR).exists():
            raise CommandError("Load the reference directory first: landsea load-reference")
        try:
            create_demo_people(now)
        except NoDemo as problem:
            raise CommandError(str(problem)) from problem
        made = make_demo_cases(now)
        self.stdout.write(f"The demo is there: {made} new cases.")
