"""`landsea network`, for those who call it through Django; the command line itself starts it without."""

import argparse
import sys
from typing import ClassVar

from django.core.management.base import BaseCommand

from landsea.corridor.commandline import network


class Command(BaseCommand):
    """Works on the files of the network. Needs no database."""

    help = network.HELP
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """What to do."""
        network.add_options(parser)

    def handle(self, *args, **options):
        """Do it; end with another status than 0 when something is at fault."""
        status = network.do_what_is_asked(argparse.Namespace(**options))
        if status:
            sys.exit(status)
