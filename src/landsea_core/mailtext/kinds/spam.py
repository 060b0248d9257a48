"""Is it plain spam? A spam filter before us said so, or its words are of two different families that only spam joins.

One family alone is never enough: a case about false invoices uses their words too. Answers to our own mails are not looked
at. What is held as spam is shown to a person, never dropped.
"""

import re

from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.kinds.spam_wordings import MATCHES, WEAK
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.sentences import Sentence

_YES = re.compile(r"^\s*(?:yes|true)\b", re.IGNORECASE)
_SAMPLE = 6_000


def is_spam(seen: Seen) -> Finding | None:
    """Return spam_or_forged, or None."""
    headers = seen.headers
    if any(
        _YES.match(value) for value in headers.all("x-spam-flag", "x-spam-status", "x-spam", "x-barracuda-spam-flag")
    ):
        return Finding(Kind.SPAM_OR_FORGED, (Sentence("A spam filter before us marked it."),))
    if seen.deliveries:
        return None
    text = f"{seen.subject}\n{seen.text[:_SAMPLE]}"
    found = [name for name, pattern in MATCHES.items() if pattern.search(text)]
    if len(found) >= 2 and any(name not in WEAK for name in found):
        return Finding(Kind.SPAM_OR_FORGED, (Sentence("It speaks of %(families)s.", families=", ".join(found)),))
    return None
