"""`landsea mail-poll`."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone


class Command(BaseCommand):
    """Empties an IMAP box into the mailroom."""

    help = "Take what lies in the IMAP box of LANDSEA_IMAP_*, once or again and again. Needs LANDSEA_INBOUND_DOMAIN."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say how often."""
        parser.add_argument("--every", type=int, default=0, metavar="SECONDS", help="go on, with so much rest between")

    def handle(self, *args: Any, **options: Any) -> None:
        from landsea.mailroom.receiving.box import Box, empty_box

        if not settings.INBOUND_DOMAIN or not settings.IMAP_HOST:
            raise CommandError(
                "The box is not named. Set LANDSEA_INBOUND_DOMAIN, LANDSEA_IMAP_HOST, _USER and _PASSWORD."
            )
        box = Box(
            host=settings.IMAP_HOST,
            port=settings.IMAP_PORT,
            user=settings.IMAP_USER,
            password=settings.IMAP_PASSWORD,
            folder=settings.IMAP_FOLDER,
            taken_folder=settings.IMAP_TAKEN_FOLDER,
            tls=settings.IMAP_TLS,
        )
        while True:
            try:
                self.stdout.write(f"landsea mail-poll: {empty_box(box, now=timezone.now())} mails taken")
            except OSError as problem:  # the server is away: say so, and come back
                self.stderr.write(f"landsea mail-poll: the box cannot be reached: {problem}")
                if not options["every"]:
                    raise CommandError("Check LANDSEA_IMAP_HOST and LANDSEA_IMAP_PORT.") from None
            if not options["every"]:
                return
            time.sleep(options["every"])
