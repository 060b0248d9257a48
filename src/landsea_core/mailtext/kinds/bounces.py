"""Did our mail not arrive? Delivery reports by the standard (RFC 3464), and what servers write instead of it.

1. A report with a machine-readable part: a block "failed" is hard, "delayed" is soft, "delivered" is no bounce.
2. Otherwise only a server may say so: a daemon's address, an empty envelope, `X-Failed-Recipients`. What it says is read
   by the flufl.bounce package, and by wordings in the corridor's languages. A person who forwards a bounce asks about it.
3. A full box is soft whatever its status says, and so is what only took too long: neither proves that the address is dead.
"""

import re

from landsea_core.mailtext.kinds.bounce_detectors import find_failures
from landsea_core.mailtext.kinds.bounce_wordings import DAEMONS, FAILED_SUBJECT, FAILED_WORDS, FULL, NO_SUCH, TEMPORARY
from landsea_core.mailtext.kinds.delivery_status import RecipientStatus, list_statuses
from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.mail_facts import FailedAddress, Kind
from landsea_core.mailtext.opening.addresses import find_addresses, find_domain
from landsea_core.sentences import Sentence

_ARRIVED = frozenset({"delivered", "relayed", "expanded"})
_SOFT = frozenset({"2.2", "2.3", "3.1", "3.4", "4.7"})
"""Subject and detail of statuses (RFC 3463) that say nothing of the address: box or system full, mail too large, expired."""
_COPY = re.compile(
    r"^(?:-{3,}.*(?:copy|original|message|原始|邮件).*|> ?Message-ID:.*|.*below this line is a copy.*)$",
    re.IGNORECASE | re.MULTILINE,
)


def is_bounce(seen: Seen) -> Finding | None:
    """Return bounce_hard or bounce_soft with the addresses named, or None."""
    reports = [part for part in seen.mail.root.walk() if part.type == "message/delivery-status"]
    statuses = [status for part in reports for status in list_statuses(part)]
    if statuses:
        return _by_report(statuses, seen)
    if reports or _speaks_as_server(seen):
        return _by_words(seen)
    return None


def _by_report(statuses: list[RecipientStatus], seen: Seen) -> Finding | None:
    failed = [one for one in statuses if one.action not in _ARRIVED and not one.status.startswith("2")]
    if not failed:
        return None
    told = tuple(FailedAddress(one.address, one.status, one.said[:500], not _is_soft(one, seen)) for one in failed)
    hard = [one for one in told if one.permanent]
    kind = Kind.BOUNCE_HARD if hard else Kind.BOUNCE_SOFT
    first = hard[0] if hard else told[0]
    reason = Sentence(
        "A delivery report says of %(address)s: %(status)s.",
        address=first.address or "-",
        status=first.status or failed[0].action,
    )
    return Finding(kind, (reason,), told)


def _is_soft(one: RecipientStatus, seen: Seen) -> bool:
    if one.action == "delayed" or one.status.startswith("4"):
        return True
    if one.status.partition(".")[2] in _SOFT or FULL.search(one.said):
        return True
    is_silent = not one.said and one.status in {"", "5.0.0"}
    return is_silent and bool(FULL.search(seen.text[:4_000]))


def _speaks_as_server(seen: Seen) -> bool:
    headers = seen.headers
    if headers.has("x-failed-recipients"):
        return True
    by_name = bool(DAEMONS.match(seen.sender)) or seen.mail.root.parameters.get("report-type", "") == "delivery-status"
    return (by_name or seen.is_sent_by_program or not seen.sender) and bool(
        FAILED_SUBJECT.search(seen.subject) or FAILED_WORDS.search(_own_words(seen))
    )


def _own_words(seen: Seen) -> str:
    """Return the server's words without the copy of our mail below them."""
    text = seen.text[:20_000]
    copy = _COPY.search(text, 80)
    return text[: copy.start()] if copy else text


def _by_words(seen: Seen) -> Finding | None:
    words = f"{seen.subject}\n{_own_words(seen)}"
    soft, hard = find_failures(seen.mail.raw)
    says_gone, says_full, says_later = (bool(found.search(words)) for found in (NO_SUCH, FULL, TEMPORARY))
    is_soft = says_full or (says_later and not says_gone) or (bool(soft) and not hard and not says_gone)
    named = hard or soft or _addresses_named(seen, words)
    failed = tuple(FailedAddress(address, "", "", not is_soft) for address in named)
    kind = Kind.BOUNCE_SOFT if is_soft else Kind.BOUNCE_HARD
    return Finding(
        kind,
        (Sentence("A server writes that our mail did not arrive at %(address)s.", address=", ".join(named) or "-"),),
        failed,
    )


def _addresses_named(seen: Seen, words: str) -> tuple[str, ...]:
    told = find_addresses(" ".join(seen.headers.all("x-failed-recipients"))) or find_addresses(words)
    ours = seen.our_domains
    return tuple(one for one in told if find_domain(one) not in ours and one != seen.sender)[:20]
