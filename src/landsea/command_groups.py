"""In which order `landsea` lists its commands: by what somebody is about to do. A command that is in no group is listed last,
among the others, so that none is lost; a test keeps that list empty.
"""

from collections.abc import Iterable

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Try it, or run it", ("serve", "demo", "prepare", "web", "worker", "database", "first-coordinator")),
    ("Look after it", ("backup", "restore", "upgrade", "verify-audit", "retention", "coverage", "simulate")),
    ("Mails and messages", ("mail-in", "mail-poll", "read-mail", "message-addresses", "telegram-webhook")),
    (
        "Facts in and out",
        (
            "load-reference",
            "load-measures",
            "load-network",
            "load-figures",
            "load-exchange",
            "export-figures",
            "import-figures",
            "news-sources",
        ),
    ),
    (
        "Ask what it knows; no installation is needed",
        ("suggest", "asks", "gate", "rules", "deadline", "plan", "network"),
    ),
    ("Work that the worker does by itself, done now", ("recount", "review-barriers", "likeness")),
    (
        "Judge and teach its reading",
        (
            "evaluate",
            "corrections",
            "train",
            "train-asks",
            "train-encoder",
            "train-goods",
            "train-figures",
            "check-facts",
            "check-statement",
            "bench-gtfs",
        ),
    ),
    ("Translate it", ("messages", "export-texts", "import-texts", "terms")),
)
OTHERS = "Others"
UNLISTED = frozenset({"createsuperuser"})
"""Names that only say what to run instead."""


def group_commands(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the headings with those of these commands that are there, in the order in which they are listed."""
    there = set(names) - UNLISTED
    found = [(title, [name for name in members if name in there]) for title, members in GROUPS]
    grouped = {name for _title, members in GROUPS for name in members}
    found.append((OTHERS, sorted(there - grouped)))
    return [(title, members) for title, members in found if members]
