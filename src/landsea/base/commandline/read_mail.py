"""`landsea read-mail`: raw mails in, what each is and says out, as text or as a JSON line a file. Ends with 0; with 2 and a
sentence when a file cannot be opened. Uses no database and no network.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from landsea_core.mailtext import House, MailReading, read_mail
from landsea_core.mailtext.opening.limits import MAX_BYTES

HELP = "Read raw mails: what each one is, who wrote it, what was newly written, which papers came with it, and why."
CANNOT_OPEN = 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the files, and what is ours."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a raw mail (RFC 5322); - reads standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON line a file")
    parser.add_argument(
        "--domain",
        action="append",
        default=[],
        metavar="NAME",
        help="a domain of our own mails; without any, every one counts",
    )
    parser.add_argument(
        "--server",
        action="append",
        default=[],
        metavar="NAME",
        help="a name under which our mail server writes Authentication-Results; without any, one in the recipient's domain",
    )


def main(argv: Sequence[str]) -> int:
    """Answer the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="landsea read-mail", description=HELP)
    add_options(parser)
    options = parser.parse_args(argv)
    house = House(
        domains=frozenset(name.lower() for name in options.domain),
        servers=frozenset(name.lower() for name in options.server),
    )
    status = 0
    for file in options.files:
        try:
            raw = _bytes_of(file)
        except OSError as fault:
            print(
                f"landsea read-mail: {file} cannot be read: {fault.strerror}. Give the path of a raw mail.",
                file=sys.stderr,
            )
            status = CANNOT_OPEN
            continue
        reading = read_mail(raw, house)
        print(
            json.dumps(write_as_data(file, reading), ensure_ascii=False)
            if options.json
            else write_in_words(file, reading)
        )
    return status


def write_as_data(file: str, reading: MailReading) -> dict[str, Any]:
    """Return what was read as plain data; `bytes` is the size of a paper."""
    return {
        "file": file,
        "kind": str(reading.kind),
        "text": reading.text,
        "attachments": [{"name": one.name, "type": one.type, "bytes": len(one.content)} for one in reading.attachments],
        "language": reading.language,
        "sender": reading.sender,
        "reasons": [str(reason) for reason in reading.reasons],
    }


def write_in_words(file: str, reading: MailReading) -> str:
    """Return what was read as lines for a person."""
    lines = [f"{file}: {reading.kind}"]
    lines += [f"  from       {reading.sender or '-'}", f"  language   {reading.language}"]
    lines += [f"  paper      {one.name} ({one.type}, {len(one.content)} bytes)" for one in reading.attachments]
    lines += [f"  because    {reason}" for reason in reading.reasons]
    lines += [f"  | {line}" for line in reading.text.split("\n")] if reading.text else []
    return "\n".join(lines)


def _bytes_of(file: str) -> bytes:
    """Return the bytes of a file or of standard input, no more than one over the limit. Raises OSError."""
    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(file).open("rb") as opened:
        return opened.read(MAX_BYTES + 1)
