"""Is the sender forged? Our own server's word alone counts, and only where it stands on top (RFC 8601).

Whoever sends a mail can write Authentication-Results into it, with any server's name; ours puts its own above all others.
A sender is forged when DMARC fails, or when SPF refuses the server and no DKIM signature holds. A soft failure is none: many
small offices have no better server. No word of ours, no finding: then identity is nobody's, and the reply address decides.
"""

import re

from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.mailtext.opening.addresses import find_domain
from landsea_core.sentences import Sentence

_METHOD = re.compile(r"(?:^|[;\s])(spf|dkim|dmarc)\s*=\s*([a-z]+)", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]{0,500}\)")
_GIVEN_TO_STRANGERS = re.compile(r"(?:gov|gob|com|edu|org|net|web|biz|mil|sch|desa|[a-z]{2})\.[a-z]{2}$")
_FAILS = frozenset({"fail", "hardfail", "permfail"})


def is_forged(seen: Seen) -> Finding | None:
    """Return spam_or_forged, or None."""
    results = read_own_results(seen)
    if "fail" in results.get("dmarc", ()) and "pass" not in results.get("dmarc", ()):
        return Finding(
            Kind.SPAM_OR_FORGED, (Sentence("Our server says that DMARC fails: the sender is not who it seems."),)
        )
    if (
        _FAILS & set(results.get("spf", ()))
        and "pass" not in results.get("dkim", ())
        and "pass" not in results.get("dmarc", ())
    ):
        return Finding(
            Kind.SPAM_OR_FORGED,
            (Sentence("Our server says that the sender's domain does not know the server that sent it."),),
        )
    if seen.sender and seen.sender in seen.recipients[:3] and _claims_to_be_us(seen, results):
        return Finding(Kind.SPAM_OR_FORGED, (Sentence("It claims to come from the address that it was sent to."),))
    return None


def read_own_results(seen: Seen) -> dict[str, list[str]]:
    """Return what our server found, by method; empty when the topmost word is not its own."""
    top = seen.headers.first("authentication-results")
    server = _COMMENT.sub(" ", top).partition(";")[0].split()[:1]
    if not server or not _is_our_server(server[0].lower().rstrip("."), seen):
        return {}
    found: dict[str, list[str]] = {}
    for method, result in _METHOD.findall(_COMMENT.sub(" ", top.partition(";")[2])):
        found.setdefault(method.lower(), []).append(result.lower())
    return found


def _is_our_server(name: str, seen: Seen) -> bool:
    if seen.house.servers:
        return name in seen.house.servers
    return any(
        name == domain
        or name.endswith("." + domain)
        or domain.endswith("." + name)
        or name.partition(".")[2] == _shared_by_one_house(domain)
        for domain in seen.our_domains
    )


def _shared_by_one_house(domain: str) -> str:
    """Return the domain that a house's servers share, "." when there is none.

    So `mx.landsea.example` speaks for `in.landsea.example`. What a registry gives to strangers ("gov.cn", "co.th") is nobody's.
    Being generous here can only have a mail held: what is found by it is that a sender is forged, never that one is true.
    """
    parent = domain.partition(".")[2]
    return parent if "." in parent and not _GIVEN_TO_STRANGERS.match(parent) else "."


def _claims_to_be_us(seen: Seen, results: dict[str, list[str]]) -> bool:
    is_ours = find_domain(seen.sender) in seen.our_domains
    return is_ours and "pass" not in results.get("dmarc", ()) and "pass" not in results.get("dkim", ())
