"""`landsea mail-in`."""

import asyncio
import signal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """Takes mails from the mail server beside it and keeps them for the worker."""

    help = (
        "Take mails by LMTP (or SMTP) from the mail server beside it, until told to stop. Needs LANDSEA_INBOUND_DOMAIN."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the protocol and where to listen."""
        parser.add_argument("--smtp", action="store_true", help="speak SMTP; without it, LMTP")
        parser.add_argument("--host", default="127.0.0.1", help="where to listen (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8024, help="the port (8024); 0 takes a free one and says which")
        parser.add_argument("--socket", default="", help="a unix socket to listen at instead of a port")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.INBOUND_DOMAIN:
            raise CommandError("Mail in is off. Set LANDSEA_INBOUND_DOMAIN to the domain that mails to us are sent to.")
        socket_path = Path(options["socket"]) if options["socket"] else None
        if socket_path and socket_path.is_socket():
            socket_path.unlink()  # left by a process that was killed
        asyncio.run(self._take(options, str(socket_path or "")))

    async def _take(self, options: dict[str, Any], socket_path: str) -> None:
        from landsea.mailroom.receiving.server import take_mails

        came_by = "smtp" if options["smtp"] else "lmtp"
        taking = asyncio.ensure_future(
            take_mails(
                came_by,
                host=options["host"],
                port=options["port"],
                socket_path=socket_path,
                ready=lambda where: print(f"landsea mail-in: {came_by} at {where}", flush=True),
            )
        )
        loop = asyncio.get_running_loop()
        for one in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(one, taking.cancel)
        try:
            await taking
        except asyncio.CancelledError:
            print("landsea mail-in: stopped", flush=True)
