"""`landsea serve`: the platform in the foreground."""

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from landsea.runtime.preparation import prepare
from landsea.runtime.supervisor import main_status, serve_all


class Command(BaseCommand):
    help = (
        "Start database, web server and worker, until Ctrl-C. PORT (8000) and HOST (127.0.0.1) choose the address; "
        "LANDSEA_DEMO=yes adds a demo with people to sign in as."
    )
    requires_system_checks: list = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve; ends with status 1 and a sentence when the platform cannot start."""
        host, port = os.environ.get("HOST") or "127.0.0.1", _port(os.environ.get("PORT") or "8000")
        demo = settings.DEMO
        sys.exit(main_status(lambda: serve_all(host, port, prepare=lambda say: prepare(say, demo=demo), demo=demo)))


def _port(value: str) -> int:
    if not (value.isdigit() and 0 < int(value) < 65536):
        raise CommandError(f"PORT is '{value}': write a number from 1 to 65535.")
    return int(value)
