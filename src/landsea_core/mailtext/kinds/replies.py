"""Does it answer one of our mails? By In-Reply-To or References, or because it came to a reply address."""

from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.mailtext.reply_address import find_nonce, find_token
from landsea_core.sentences import Sentence


def is_reply(seen: Seen) -> Finding | None:
    """Return reply, or None."""
    reasons: list[Sentence] = []
    if seen.deliveries:
        number, domain = seen.deliveries[0]
        reasons.append(Sentence("It answers our mail %(mail)s.", mail=f"delivery-{number}@{domain}"))
    address, is_ours = reply_address_used(seen)
    if address and is_ours is None:
        reasons.append(Sentence("It came to a reply address; no key is at hand to check it."))
    elif address and is_ours:
        reasons.append(Sentence("It came to a reply address that we made."))
    elif address:
        reasons.append(Sentence("It came to a reply address that we did not make."))
    return Finding(Kind.REPLY, tuple(reasons)) if reasons else None


def reply_address_used(seen: Seen) -> tuple[str, bool | None]:
    """Return (the reply address it came to, or empty; whether one of our keys made it, None without keys)."""
    addresses = [one for one in seen.recipients if find_token(one, seen.house.domains)]
    if not addresses:
        return "", None
    if not seen.house.reply_keys:
        return addresses[0], None
    made = next((one for one in addresses if find_nonce(one, seen.house.reply_keys) is not None), "")
    return (made, True) if made else (addresses[0], False)
