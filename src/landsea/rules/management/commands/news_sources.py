"""`landsea news-sources`."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.base.refusal import Refused
from landsea.rules import access
from landsea.rules.actions.news_sources import add_source, switch_source


class Command(BaseCommand):
    """Lists the sources that the poller may read, adds one, switches one on or off. All are off at first."""

    help = "Sources of news about rules: list them, add one, switch one on or off."

    def add_arguments(self, parser):
        """Name what to do; nothing lists."""
        parser.add_argument("--add", nargs=4, metavar=("NAME", "URL", "KIND", "COUNTRY"), help="KIND: feed or list")
        parser.add_argument("--on", type=int, metavar="NUMBER", help="switch a source on")
        parser.add_argument("--off", type=int, metavar="NUMBER", help="switch a source off")

    def handle(self, *args, **options):
        """Do it, then list."""
        now = timezone.now()
        try:
            if options["add"]:
                add_source(*options["add"], now=now)
            for name, is_on in (("on", True), ("off", False)):
                if options[name]:
                    switch_source(options[name], is_on, now=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        for one in access.news_sources():
            state = "on " if one.is_on else "off"
            self.stdout.write(
                f"{one.pk:>4} {state} {one.kind} {one.country} {one.name}: {one.url} {one.trouble}".rstrip()
            )
