"""The Message-IDs of our own mails: made in one form that stays, and found in what others quote of them.

A Message-ID says which mail is answered. It never says who answers: anybody may write one.
"""

import re

_OURS = re.compile(r"\bdelivery-(?P<number>\d{1,18})@(?P<domain>[A-Za-z0-9.-]{1,253})", re.ASCII)


def make_message_id(delivery: int, domain: str) -> str:
    """Return the Message-ID of a delivery: `<delivery-812@landsea.example>`."""
    return f"<delivery-{delivery}@{domain}>"


def find_named_deliveries(header: str, domains: frozenset[str] = frozenset()) -> tuple[tuple[int, str], ...]:
    """Return (number, domain) of each of our Message-IDs in a header, in order, each once.

    Some programs drop the angle brackets or fold inside the list, so the form alone is looked for. With `domains`, only
    those count: `find_named_deliveries("<a@b.example> <delivery-7@landsea.example>")` is `((7, "landsea.example"),)`.
    """
    found = {
        (int(hit["number"]), hit["domain"].lower().strip(".")): None
        for hit in _OURS.finditer(header)
        if not domains or hit["domain"].lower().strip(".") in domains
    }
    return tuple(found)
