"""`landsea gate`, for those who call it through Django; the command line itself starts it without."""

import argparse
import sys
from typing import ClassVar

from django.core.management.base import BaseCommand

from landsea.rules.commandline import gate


class Command(BaseCommand):
    """Says whether goods may pass on a day and what is needed, from the reference files alone. Needs no database."""

    help = gate.HELP
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """Name the goods, the way and the day."""
        gate.add_options(parser)

    def handle(self, *args, **options):
        """Print the verdict; end with 2 when the question cannot be asked."""
        status = gate.print_answer(argparse.Namespace(**options))
        if status:
            sys.exit(status)
