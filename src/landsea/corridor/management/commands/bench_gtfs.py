"""`landsea bench-gtfs`, for those who call it through Django; the command line itself starts it without."""

import argparse
import sys
from typing import ClassVar

from django.core.management.base import BaseCommand

from landsea.corridor.commandline.bench_gtfs import HELP, PROGRAM
from landsea_search import add_work_sheet_options, run_work_sheet


class Command(BaseCommand):
    """Times the planner on a GTFS feed. Needs no database."""

    help = HELP
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """What may be asked."""
        add_work_sheet_options(parser)

    def handle(self, *args, **options):
        """Measure and write; end with 2 when the input is no good."""
        status = run_work_sheet(argparse.Namespace(**options), PROGRAM)
        if status:
            sys.exit(status)
