"""`landsea bench-gtfs`, for those who call it through Django; the command line itself starts it without."""

import argparse
import sys
from typing import ClassVar

from django.core.management.base import BaseCommand

from landsea.corridor.commandline import bench_gtfs


class Command(BaseCommand):
    """Times the planner on a GTFS feed. Needs no database."""

    help = bench_gtfs.HELP
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser):
        """What may be asked."""
        bench_gtfs.add_options(parser)

    def handle(self, *args, **options):
        """Measure and write; end with 2 when the input is no good."""
        status = bench_gtfs.run(argparse.Namespace(**options))
        if status:
            sys.exit(status)
