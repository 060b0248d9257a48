"""The parts of a multipart, even where its boundary is missing from the header or another one than in the body."""

import re
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

_BOUNDARY_LINE = re.compile(rb"^--([^\s-][^\r\n]{0,99}?)[ \t]*\r?\nContent-", re.MULTILINE | re.IGNORECASE)


def list_inner_messages(message: Message, kind: str) -> list[Message]:
    """Return the messages inside one: the parts of a multipart, an attached mail, the blocks of a delivery report."""
    if message.is_multipart():
        payload = message.get_payload()
        return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
    return _rescued(message) if kind.startswith("multipart/") else []


def _rescued(message: Message) -> list[Message]:
    """Return the parts that lie behind the first line that looks like a boundary before a part's headers."""
    body = message.get_payload(decode=True)
    found = _BOUNDARY_LINE.search(body) if isinstance(body, bytes) else None
    if not found or not isinstance(body, bytes):
        return []
    head = b'Content-Type: multipart/mixed; boundary="' + found[1].replace(b'"', b"") + b'"\n\n'
    again = BytesParser(policy=compat32).parsebytes(head + body)
    payload = again.get_payload() if again.is_multipart() else []
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
