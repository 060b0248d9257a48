"""`landsea news-sources`."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.base.refusal import Refused
from landsea.rules import access
from landsea.rules.actions.known_sources import add_known_sources, read_known_sources
from landsea.rules.actions.news_sources import add_source, switch_source
from landsea.rules.commandline.gate import find_reference_folder
from landsea.rules.models.sources import KINDS


class Command(BaseCommand):
    """Lists the sources that the poller may read, adds one, switches one on or off. All are off at first."""

    help = "Sources of news about rules: list them, add one, switch one on or off."

    def add_arguments(self, parser):
        """Name what to do; nothing lists."""
        parser.add_argument(
            "--add", nargs=4, metavar=("NAME", "URL", "KIND", "COUNTRY"), help=f"KIND: {', '.join(KINDS)}"
        )
        parser.add_argument("--add-known", action="store_true", help="add the official sources of the files, all off")
        parser.add_argument(
            "--known", action="store_true", help="list those files' sources, and how their form is known"
        )
        parser.add_argument("--on", type=int, metavar="NUMBER", help="switch a source on")
        parser.add_argument("--off", type=int, metavar="NUMBER", help="switch a source off")

    def handle(self, *args, **options):
        """Do it, then list."""
        now = timezone.now()
        if options["known"]:
            for known in read_known_sources(find_reference_folder()):
                self.stdout.write(f"{known.code} {known.kind} {known.country} {known.name}: {known.url}")
                self.stdout.write(f"     {known.form}: {known.seen}")
            return
        if options["add_known"]:
            self.stdout.write(f"{add_known_sources(find_reference_folder(), now=now)} added, all switched off.")
        try:
            if options["add"]:
                add_source(*options["add"], now=now)
            for name, is_on in (("on", True), ("off", False)):
                if options[name]:
                    switch_source(options[name], is_on, now=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        for one in access.list_news_sources():
            state = "on " if one.is_on else "off"
            self.stdout.write(
                f"{one.pk:>4} {state} {one.kind} {one.country} {one.name}: {one.url} {one.trouble}".rstrip()
            )
