"""Real sockets for the tests: the mailroom's own server in a thread, a sink that keeps what goes out, and what people send."""

import asyncio
import smtplib
import threading
from concurrent.futures import Future
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP

from landsea.mailroom.receiving.server import take_mails

DOMAIN = "in.landsea.example"


class Sink:
    """Keeps every mail that goes out: (envelope sender, recipients, message)."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.original_content, policy=policy.default)
        self.mails.append((envelope.mail_from, list(envelope.rcpt_tos), message))
        return "250 OK"

    def to(self, address: str) -> EmailMessage:
        """Return the last mail to this address."""
        return [message for _sender, recipients, message in self.mails if address in recipients][-1]

    def envelope_of(self, address: str) -> str:
        """Return the envelope sender of the last mail to this address."""
        return [sender for sender, recipients, _message in self.mails if address in recipients][-1]


async def _serve_sink(sink: Sink, ready) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink, enable_SMTPUTF8=True), "127.0.0.1", 0)
    ready(server.sockets[0].getsockname()[:2])
    async with server:
        await server.serve_forever()


@contextmanager
def _in_thread(serve):
    """Run a server (a function that takes `ready` and gives a coroutine) in a thread; yield its port."""
    loop, where, stop = asyncio.new_event_loop(), Future(), []

    async def run():
        stop.append(asyncio.ensure_future(serve(where.set_result)))
        await asyncio.wait(stop)

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    try:
        yield where.result(timeout=10)[1]
    finally:
        loop.call_soon_threadsafe(stop[0].cancel)
        thread.join(timeout=10)
        loop.close()


@contextmanager
def sink_server():
    """Run a sink on a free port; yield it and the port."""
    sink = Sink()
    with _in_thread(lambda ready: _serve_sink(sink, ready)) as port:
        yield sink, port


@contextmanager
def mail_in_server(came_by: str = "lmtp"):
    """Run the mailroom's server in a thread; yield its port."""
    with _in_thread(lambda ready: take_mails(came_by, host="127.0.0.1", port=0, ready=ready)) as port:
        yield port


def hand_over(port: int, sender: str, recipient: str, raw: bytes, *, lmtp: bool = True) -> dict:
    """Hand a raw mail over as a mail server does; return the refused recipients."""
    kind = smtplib.LMTP if lmtp else smtplib.SMTP
    with kind("127.0.0.1", port, timeout=20) as client:
        return client.sendmail(sender, [recipient], raw)


def written(sender: str, recipient: str, words: str, *, answers: EmailMessage | None = None, **headers: str) -> bytes:
    """Return a mail as somebody writes it, with the mail that it answers quoted below."""
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, recipient
    mail["Subject"] = headers.pop("Subject", f"Re: {answers['Subject']}" if answers else "Durian waits at Mohan")
    mail["Message-ID"] = headers.pop("Message_ID", f"<{abs(hash((sender, words)))}@people.example.org>")
    if answers is not None:
        mail["In-Reply-To"] = answers["Message-ID"]
        quoted = "\n".join(f"> {line}" for line in answers.get_body(("plain",)).get_content().splitlines())
        words = f"{words}\n\nOn Mon, 1 Dec 2026 at 10:00, Landsea wrote:\n{quoted}\n"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(words)
    return mail.as_bytes(policy=policy.SMTP)


def bounce_of(message: EmailMessage, recipient: str, to: str, *, status: str = "5.1.1") -> bytes:
    """Return the delivery report (RFC 3464) of a server that does not know the address."""
    return (
        f"From: MAILER-DAEMON@mx.example.org\r\nTo: {to}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n'
        "Auto-Submitted: auto-replied\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nI could not deliver it.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: smtp; 550 {status} no such user\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message['Message-ID']}\r\n\r\n--b--\r\n"
    ).encode()
