"""SMS by SMPP 3.4, the protocol of message centres, through the library smpplib: one short session a message, and one a
minute to collect reports and replies (`collect_messages`), which the centre keeps until we are there.

0x58 (throttled) and 0x14 (queue full) mean that nothing was taken; 0x0B and 0x0A that a telephone number is none.
"""

import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings

from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, IncomingMessage, ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import DeliveryState

SECONDS = 10
COLLECTED_FOR = 5
TRY_LATER = {0x58: timedelta(seconds=30), 0x14: timedelta(minutes=1), 0x08: None}
NO_SUCH_NUMBER = frozenset({0x0A, 0x0B})
INTERNATIONAL, ISDN, ALPHANUMERIC = 1, 1, 5
RECEIPT = 0x04
RECEIPT_WORDS = re.compile(r"id:(\S+).*?stat:(\w+)", re.DOTALL)
ENDED_WELL, ENDED_BADLY = frozenset({"DELIVRD", "ACCEPTD"}), frozenset({"EXPIRED", "DELETED", "UNDELIV", "REJECTD"})
STATES = {2: "DELIVRD", 3: "EXPIRED", 4: "DELETED", 5: "UNDELIV", 6: "ACCEPTD", 8: "REJECTD"}
"""The numbers of message_state (SMPP 3.4, 5.2.28) that end a message."""


@dataclass(frozen=True)
class Report:
    """What the message centre reports: its number of the message, and whether it arrived (None: not decided yet)."""

    remote_id: str
    arrived: bool | None
    words: str


class SmsBySmpp:
    """SMS by a message centre."""

    code = "sms"
    knows_people = False

    def is_set_up(self) -> bool:
        """Say whether the settings name a message centre."""
        return bool(settings.SMS == "smpp" and settings.SMPP_HOST)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Send one message, in as many parts as its words need; the report of its last part counts."""
        import smpplib.exceptions

        try:
            with _session("bind_transmitter") as client:
                return Outcome(DeliveryState.SENT, "taken", remote_id=_submit_parts(client, address, message.text))
        except smpplib.exceptions.PDUError as refused:
            return _outcome_of_status(refused)
        except (smpplib.exceptions.ConnectionError, OSError) as problem:
            return Outcome(DeliveryState.WAITING, f"the message centre did not answer: {type(problem).__name__}")

    def fetch_file(self, file: IncomingFile) -> bytes:
        """SMS carry no files."""
        raise FileLost("an SMS carries no file")


def collect_messages() -> tuple[list[Report], list[IncomingMessage]]:
    """Bind as a receiver for a few seconds and return the reports and replies that waited. Each is acknowledged to the
    centre when it was read. Raises OSError or smpplib's ConnectionError and PDUError when the centre is not there.
    """
    reports: list[Report] = []
    replies: list[IncomingMessage] = []

    def take(pdu: Any, **_others: Any) -> None:
        if pdu.esm_class & RECEIPT:
            reports.append(_report_of(pdu))
        else:
            replies.append(_reply_of(pdu))

    with _session("bind_receiver") as client:
        client.set_message_received_handler(take)
        ends = time.monotonic() + COLLECTED_FOR
        client._socket.settimeout(1)
        with suppress(socket.timeout):
            while time.monotonic() < ends:
                client.read_once(auto_send_enquire_link=False)
        client._socket.settimeout(SECONDS)
    return reports, replies


@contextmanager
def _session(kind: str) -> Iterator[Any]:
    """Give a session that is bound in this way, and unbind after it."""
    import smpplib.client

    secure = ssl.create_default_context() if settings.SMPP_TLS else None
    client = smpplib.client.Client(
        settings.SMPP_HOST, settings.SMPP_PORT, timeout=SECONDS, ssl_context=secure, allow_unknown_opt_params=True
    )
    try:
        client.connect()
        getattr(client, kind)(system_id=settings.SMPP_SYSTEM_ID, password=settings.SMPP_PASSWORD)
        yield client
        with suppress(Exception):
            client.unbind()
    finally:
        with suppress(OSError):
            client.disconnect()


def _submit_parts(client: Any, address: str, text: str) -> str:
    """Submit all parts and return the centre's number of the last one. Raises PDUError when one is refused."""
    import smpplib.gsm

    parts, coding, kind = smpplib.gsm.make_parts(text)
    sender = settings.SMS_SENDER
    sent: dict[int, str] = {}
    client.set_message_sent_handler(lambda pdu: sent.update({pdu.sequence: pdu.message_id}))
    waited = []
    for part in parts:
        pdu = client.send_message(
            source_addr_ton=INTERNATIONAL if sender.lstrip("+").isdigit() else ALPHANUMERIC,
            source_addr_npi=ISDN,
            source_addr=sender.lstrip("+"),
            dest_addr_ton=INTERNATIONAL,
            dest_addr_npi=ISDN,
            destination_addr=address.lstrip("+"),
            short_message=part,
            data_coding=coding,
            esm_class=kind,
            registered_delivery=1,
        )
        waited.append(pdu.sequence)
        while pdu.sequence not in sent:
            client.read_once(auto_send_enquire_link=False)
    number = sent[waited[-1]]
    return number.decode() if isinstance(number, bytes) else str(number or "")


def _outcome_of_status(refused: Exception) -> Outcome:
    status = int(refused.args[1]) if len(refused.args) > 1 else 0
    reply = str(refused.args[0])
    if status in TRY_LATER:
        return Outcome(DeliveryState.WAITING, reply, after=TRY_LATER[status])
    return Outcome(DeliveryState.BOUNCED if status in NO_SUCH_NUMBER else DeliveryState.FAILED, reply)


def _report_of(pdu: Any) -> Report:
    """Return a delivery receipt: by its own fields where the centre sends them, else by the words that are usual."""
    words = (pdu.short_message or b"").decode("latin-1")
    found = RECEIPT_WORDS.search(words)
    number = _plain(pdu.receipted_message_id) or (found[1] if found else "")
    state = STATES.get(pdu.message_state or 0) or (found[2] if found else "")
    arrived = True if state in ENDED_WELL else False if state in ENDED_BADLY else None
    return Report(number, arrived, state)


def _reply_of(pdu: Any) -> IncomingMessage:
    raw = pdu.short_message or b""
    if pdu.esm_class & 0x40 and raw:  # a header of parts stands first, its length in the first byte
        raw = raw[raw[0] + 1 :]
    text = raw.decode("utf-16-be" if pdu.data_coding == 8 else "latin-1", errors="replace")
    sender = "+" + _plain(pdu.source_addr).lstrip("+")
    return IncomingMessage("sms", f"smpp:{sender}:{time.time_ns()}", sender, text=text.strip("\0"))


def _plain(value: Any) -> str:
    return value.decode("latin-1").strip("\0") if isinstance(value, bytes) else str(value or "").strip("\0")
