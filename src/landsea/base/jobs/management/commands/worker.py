"""`landsea worker`."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from landsea.base.pooling import share_connections


class Command(BaseCommand):
    """Runs the background work: sending mails, watching deadlines, anchoring the audit. Any number may run."""

    help = "Run the background work (mails, deadlines, audit anchors) until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let operators choose how many jobs run side by side."""
        parser.add_argument("--concurrency", type=int, default=4, help="jobs at the same time (default 4)")

    def handle(self, *args: Any, **options: Any) -> None:
        share_connections()
        # Sweeps are tens of thousands of jobs a day: what went well leaves no row.
        work = ["--concurrency", str(options["concurrency"]), "--shutdown-graceful-timeout", "10"]
        call_command("procrastinate", "worker", *work, "--delete-jobs", "successful")
