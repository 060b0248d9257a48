"""The server that takes mails, by SMTP or LMTP (aiosmtpd). It asks the gate for each address and keeps the mail; nothing else.

Questions to the database run in threads, so that a slow one keeps nobody else waiting. A mail is answered with 250 only when it
is committed; whatever goes wrong before is answered with 451, so that the server that has it keeps it and tries again. Behind
the real mail server (Postfix, OpenSMTPD) this is reached on the machine itself or by a unix socket, never from the internet.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import close_old_connections, connections
from django.utils import timezone

from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.receiving.gate import refuse_recipient
from landsea_core.mailtext.opening.limits import MAX_BYTES

LATER = "451 4.3.0 Nothing was taken; try again in some minutes"
TAKEN = "250 2.0.0 Taken"
MOST_RECIPIENTS = 20
THREADS = 4
LONGEST_LINE = 1024 * 1024
WHO = "Landsea"
log = logging.getLogger(__name__)


class Taker:
    """aiosmtpd's handler: RCPT asks the gate, DATA keeps the mail."""

    def __init__(self, came_by: str, threads: ThreadPoolExecutor):
        self.came_by = came_by
        self.threads = threads

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse one address."""
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients; send the rest by itself"
        refused = await self._ask(refuse_recipient, address, envelope.mail_from or "")
        if refused is None:
            return LATER
        if refused:
            return str(refused)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the mail; LMTP answers once for each address (RFC 2033, 4.2)."""
        peer = str(session.peer[0]) if isinstance(session.peer, tuple) else "socket"
        raw = envelope.original_content or b""
        handed = Handed(raw, tuple(envelope.rcpt_tos), envelope.mail_from or "", peer, self.came_by)
        kept = await self._ask(_keep_one, handed)
        answer = TAKEN if kept else LATER
        return "\r\n".join([answer] * (len(envelope.rcpt_tos) if self.came_by == "lmtp" else 1))

    async def _ask(self, function: Callable[..., Any], *given: Any) -> Any:
        """Run a question to the database in a thread; None when it failed, which is logged."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, _with_connection, function, given)
        except Exception:  # the other server keeps the mail and tries again
            log.exception("a mail could not be taken")
            return None


def _with_connection(function: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    close_old_connections()
    try:
        return function(*given)
    except Exception:
        connections.close_all()  # the next mail begins with a fresh connection
        raise


def _keep_one(handed: Handed) -> int:
    return keep_mails([handed], now=timezone.now())


class PatientSMTP(SMTP):
    """Takes lines beyond the 998 characters of RFC 5321: people's programs write them, and a mail refused for that is lost."""

    line_length_limit = LONGEST_LINE


class PatientLMTP(LMTP):
    """The same by LMTP."""

    line_length_limit = LONGEST_LINE


def make_protocol(came_by: str, threads: ThreadPoolExecutor) -> SMTP:
    """Return aiosmtpd's protocol for one connection."""
    kind = PatientLMTP if came_by == "lmtp" else PatientSMTP
    return kind(
        Taker(came_by, threads),
        data_size_limit=MAX_BYTES,
        enable_SMTPUTF8=True,
        hostname=WHO,
        ident=WHO,
        timeout=120,
    )


async def take_mails(came_by: str, *, host: str, port: int, socket_path: str = "", ready: Any = None) -> None:
    """Take mails until cancelled, on a TCP port or a unix socket. `ready` is called with the address when it listens."""
    threads = ThreadPoolExecutor(THREADS, thread_name_prefix="mail-in")
    loop = asyncio.get_running_loop()

    def protocol() -> SMTP:
        return make_protocol(came_by, threads)

    server = await (
        loop.create_unix_server(protocol, socket_path) if socket_path else loop.create_server(protocol, host, port)
    )
    if ready:
        ready(socket_path or server.sockets[0].getsockname()[:2])
    try:
        async with server:
            await server.serve_forever()
    finally:
        _close_connections(threads)
        threads.shutdown(wait=True)


def _close_connections(threads: ThreadPoolExecutor) -> None:
    """Close the database connection of each thread: all of them meet at a barrier, so that none does it twice."""
    meet = Barrier(THREADS)

    def close() -> None:
        connections.close_all()
        meet.wait(timeout=10)

    for _ in range(THREADS):
        threads.submit(close)
