"""`landsea plan`, for those who call it through Django; the command line itself starts it without."""

import argparse
import sys
from typing import ClassVar

from django.core.management.base import BaseCommand

from landsea.corridor.commandline import plan


class Command(BaseCommand):
    """Plans a consignment. Needs no database."""

    help = plan.HELP
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """What may be said about a consignment."""
        plan.add_options(parser)

    def handle(self, *args, **options):
        """Print the plan; end with 2 when there is none."""
        status = plan.print_plan(argparse.Namespace(**options))
        if status:
            sys.exit(status)
