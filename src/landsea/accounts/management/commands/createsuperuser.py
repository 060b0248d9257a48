"""`landsea createsuperuser`: Django's command of that name has nothing to make here."""

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Says what to run instead: rights follow from appointments, and nobody is above them."""

    help = "Not used here: the first person is made by landsea first-coordinator."

    def handle(self, *args, **options):
        """End with a sentence that says what to do."""
        raise CommandError(
            "There are no superusers here: rights follow from appointments. Make the first person with "
            "landsea first-coordinator --name NAME --email ADDRESS; everybody else is appointed on the pages."
        )
