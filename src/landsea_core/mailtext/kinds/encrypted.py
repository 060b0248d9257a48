"""Can its words be read at all? Encrypted mails, and mails whose words lie beyond the limits, cannot."""

from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.sentences import Sentence


def is_closed(seen: Seen) -> Finding | None:
    """Return unreadable, or None."""
    if seen.mail.is_encrypted and seen.mail.root.parameters.get("smime-type", "").startswith("signed"):
        return Finding(Kind.UNREADABLE, (Sentence("Its signed wrapping cannot be opened."),))
    if seen.mail.is_encrypted:
        return Finding(Kind.UNREADABLE, (Sentence("It is encrypted, and we have no key."),))
    if seen.mail.left_closed and not seen.text.strip():
        return Finding(Kind.UNREADABLE, (Sentence("Its words lie deeper than we read."),))
    return None
