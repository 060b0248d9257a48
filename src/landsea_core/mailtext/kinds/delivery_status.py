"""The machine-readable part of a delivery report (RFC 3464): which address, whether it failed, was delayed or arrived."""

import re
from dataclasses import dataclass

from landsea_core.mailtext.charsets.decoding import decode_letters
from landsea_core.mailtext.opening.addresses import find_addresses
from landsea_core.mailtext.opening.parts import Part

_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,40})\s*:\s*(.*)$")
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_CODE = re.compile(r"(?<![\d.])([45]\d\d)(?=[\s-])")
_MOST_BLOCKS = 200


@dataclass(frozen=True)
class RecipientStatus:
    """What one block of a report says: the address, `action` (failed, delayed, delivered, relayed, expanded), status, words."""

    address: str
    action: str
    status: str
    said: str


def list_statuses(part: Part) -> list[RecipientStatus]:
    """Return the blocks about recipients of a `message/delivery-status` part; none when there is not one readable."""
    text = decode_letters(part.content).text.replace("\r\n", "\n").replace("\r", "\n")
    found = []
    for block in re.split(r"\n[ \t]*\n", text)[:_MOST_BLOCKS]:
        fields = _fields(block)
        recipient = (
            fields.get("final-recipient") or fields.get("original-recipient") or fields.get("x-actual-recipient", "")
        )
        if not recipient and "action" not in fields:
            continue
        said = fields.get("diagnostic-code", "")
        status = _STATUS.search(fields.get("status", "")) or _STATUS.search(said)
        address = (find_addresses(recipient) or find_addresses(fields.get("original-recipient", "")) or ("",))[0]
        found.append(
            RecipientStatus(
                address,
                fields.get("action", "").split()[0].lower() if fields.get("action", "").split() else "",
                find_status(status, said),
                said,
            )
        )
    return found


def find_status(status: "re.Match[str] | None", said: str) -> str:
    """Return an enhanced status ("5.1.1"); from an SMTP code alone its class ("5.0.0"); empty without both."""
    if status:
        return status[0]
    code = _CODE.search(said)
    return f"{code[1][0]}.0.0" if code else ""


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in block.split("\n"):
        hit = _FIELD.match(line)
        if hit:
            last = hit[1].lower()
            fields.setdefault(last, hit[2].strip())
        elif last and line.startswith((" ", "\t")):
            fields[last] = (fields[last] + " " + line.strip())[:2_000]
    return fields
