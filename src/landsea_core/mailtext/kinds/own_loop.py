"""Is this our own mail coming back? A server redirected it to us, or two programs answer each other.

Ours are known by the Message-ID's form, by our header `X-Landsea-Delivery` on a mail that no person sent, and by a
Message-ID in our domain on an automatic mail. Whatever went round through many servers is a loop as well (RFC 5321, 6.3).
"""

import re
from collections import Counter

from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.mailtext.message_ids import find_named_deliveries
from landsea_core.mailtext.opening.addresses import find_domain
from landsea_core.sentences import Sentence

OUR_HEADER = "x-landsea-delivery"
_MOST_HOPS = 25
_MOST_TIMES_BY_ONE = 4
_BY = re.compile(r"\bby\s+([A-Za-z0-9.-]+\.[A-Za-z]+)\b")


def is_own_loop(seen: Seen) -> Finding | None:
    """Return loop, or None."""
    headers = seen.headers
    own_id = headers.first("message-id")
    is_automatic = headers.first("auto-submitted").split(";")[0].strip().lower() not in {"", "no"}
    if find_named_deliveries(own_id, seen.house.domains):
        return Finding(Kind.LOOP, (Sentence("Its own Message-ID is one of ours: our mail came back."),))
    if headers.has(OUR_HEADER) and (is_automatic or find_domain(seen.sender) in seen.our_domains):
        return Finding(
            Kind.LOOP, (Sentence("It carries our own header and was sent by a program: our mail came back."),)
        )
    if (
        is_automatic
        and find_domain(own_id.strip(" <>")) in seen.our_domains
        and find_domain(seen.sender) in seen.our_domains
    ):
        return Finding(Kind.LOOP, (Sentence("An automatic mail from our own domain came back."),))
    loops = " ".join(headers.all("x-loop", "x-loop-detect", "x-original-loop")).lower()
    if any(name in loops for name in ("landsea", *seen.our_domains)):
        return Finding(Kind.LOOP, (Sentence("Its header X-Loop names us."),))
    return _went_round(seen)


def _went_round(seen: Seen) -> Finding | None:
    received = seen.headers.all("received")
    if len(received) > _MOST_HOPS:
        return Finding(Kind.LOOP, (Sentence("It went through %(count)s servers.", count=len(received)),))
    by = Counter(hit[1].lower() for value in received if (hit := _BY.search(value)))
    name, times = by.most_common(1)[0] if by else ("", 0)
    if times > _MOST_TIMES_BY_ONE and any(name == own or name.endswith("." + own) for own in seen.our_domains):
        return Finding(Kind.LOOP, (Sentence("It came to the same server %(count)s times.", count=times),))
    delivered = Counter(value.strip().lower() for value in seen.headers.all("delivered-to"))
    if delivered and max(delivered.values()) > 2:
        return Finding(Kind.LOOP, (Sentence("It was delivered to the same address again and again."),))
    return None
