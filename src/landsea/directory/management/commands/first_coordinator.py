"""`landsea first-coordinator`."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from landsea.accounts.invitation_links import invitation_address
from landsea.base.refusal import Refused
from landsea.directory.actions.appoint_first_coordinator import appoint_first_coordinator


class Command(BaseCommand):
    """Makes the first person of an installation, who appoints everybody else on the pages."""

    help = "Appoint the first coordinator and print a one-time link on which that person sets a password."

    def add_arguments(self, parser):
        """Take who it is."""
        parser.add_argument("--name", required=True, help="the person's name as others read it")
        parser.add_argument("--email", required=True, help="the address with which the person signs in")
        parser.add_argument("--language", default="", help="language of pages and mails (default: the browser's)")

    def handle(self, *args, **options):
        """Print the link; end with a sentence when a coordinator is there already or the address is none."""
        try:
            validate_email(options["email"].strip())
            if not options["name"].strip():
                raise CommandError("Write the person's name: --name 'Somchai Demo'.")
            invitation = appoint_first_coordinator(
                name=options["name"], email=options["email"], language=options["language"], now=timezone.now()
            )
        except ValidationError:
            raise CommandError(f"'{options['email']}' is no e-mail address: write it as name@example.org.") from None
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        user = invitation.user
        self.stdout.write(f"{user.name} <{user.email}> is the first coordinator. This link works once, for three days:")
        self.stdout.write(invitation_address(str(invitation.nonce)))
        self.stdout.write(
            "It asks for a password and then for a second factor: have a phone with an authenticator app at hand."
        )
        self.stdout.write("Then everybody else is appointed on the page People.")
