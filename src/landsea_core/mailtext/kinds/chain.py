"""The chain: every filter is asked in this order, and the first that answers decides.

What must never be answered comes first (our own mail), then what must not be believed (forged), then what programs wrote,
then what nobody can read, then spam, and only then what people write.
"""

from collections.abc import Callable

from landsea_core.mailtext.kinds.automatic import is_automatic
from landsea_core.mailtext.kinds.bounces import is_bounce
from landsea_core.mailtext.kinds.calendar_replies import is_calendar_reply
from landsea_core.mailtext.kinds.encrypted import is_closed
from landsea_core.mailtext.kinds.forged import is_forged
from landsea_core.mailtext.kinds.own_loop import is_own_loop
from landsea_core.mailtext.kinds.replies import is_reply
from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.kinds.spam import is_spam
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.sentences import Sentence

FILTERS: tuple[Callable[[Seen], Finding | None], ...] = (
    is_own_loop,
    is_forged,
    is_bounce,
    is_calendar_reply,
    is_automatic,
    is_closed,
    is_spam,
    is_reply,
)


def find_kind(seen: Seen) -> Finding:
    """Return what the first filter finds; a mail that none of them knows is a new case."""
    for asks in FILTERS:
        found = asks(seen)
        if found is not None:
            return found
    return Finding(Kind.NEW_CASE, (Sentence("It answers none of our mails."),))
