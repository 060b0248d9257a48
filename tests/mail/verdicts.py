"""The raw mails and what each one is, and how a reading is compared with it."""

import json
from pathlib import Path
from typing import Any

from landsea_core.mailtext import MailReading

HERE = Path(__file__).parent


def verdicts(folder: str) -> list[dict[str, Any]]:
    """Return the verdicts of a folder, "." for the first ones."""
    lines = (HERE / folder / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def raw_of(folder: str, row: dict[str, Any]) -> bytes:
    """Return the raw mail of a verdict."""
    return (HERE / folder / "raws" / row["file"]).read_bytes()


def differences(row: dict[str, Any], reading: MailReading) -> dict[str, tuple[object, object]]:
    """Return what differs as {field: (verdict, reading)}; a field whose verdict is null is not judged."""
    papers = [[one.name, one.type, len(one.content)] for one in reading.attachments]
    told = {
        "kind": str(reading.kind),
        "text": squeezed(reading.text),
        "sender": reading.sender,
        "language": reading.language,
        "attachments": papers,
    }
    wanted = {**{field: row[field] for field in ("kind", "sender", "language")}, "text": squeezed(row["text"])}
    if row["attachments"] is not None:
        wanted["attachments"] = [
            [
                one["name"],
                one["type"],
                papers[number][2] if one["bytes"] is None and number < len(papers) else one["bytes"],
            ]
            for number, one in enumerate(row["attachments"])
        ]
    return {field: (want, told[field]) for field, want in wanted.items() if want is not None and want != told[field]}


def squeezed(text: str | None) -> str | None:
    """Return a text with every run of white space as one space: programs wrap lines as they like."""
    return None if text is None else " ".join(text.split())
