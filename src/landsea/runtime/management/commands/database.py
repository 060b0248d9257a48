"""`landsea database`: look at the embedded PostgreSQL, get its address, or stop it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.runtime import RuntimeProblem, postgres


class Command(BaseCommand):
    help = "Say whether the embedded PostgreSQL runs; print its address for psql and pg_dump; stop it."
    requires_system_checks: list = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do as one word."""
        parser.add_argument("do", nargs="?", choices=["status", "url", "stop"], default="status")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; `stop` ends the server for everybody who uses it."""
        try:
            if options["do"] == "stop":
                postgres.stop()
            if options["do"] == "url":
                self.stdout.write(postgres.status().url)
            else:
                self.stdout.write(str(postgres.status()))
        except RuntimeProblem as problem:
            raise CommandError(str(problem)) from None
