"""Who may hand a mail over, asked for each address before a word of the mail is taken: nothing is bounced after acceptance.

550 5.1.1 for an address that is nobody's or was revoked, 550 5.7.1 for a person who has no right there any more, 451 4.7.0 for
too many mails from one sender within the hour. Mails to a return path come from servers without a sender and are not counted:
their address alone proves that we sent something.
"""

from django.conf import settings

from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.mailroom.addresses import OwnAddress, Purpose, read_own_address
from landsea.mailroom.reply_addresses import find_correspondent, may_still_answer

HOUR = 3600
UNKNOWN = "550 5.1.1 No such address here; use the one in our last mail"
NO_RIGHT = "550 5.7.1 You are not in on this case any more; look at its page"
TOO_MANY = "451 4.7.0 Many mails came from this sender within the hour; try again later"


def refuse_recipient(recipient: str, sender: str) -> str:
    """Return the answer that refuses this recipient to this envelope sender; empty for one that is taken."""
    address = read_own_address(recipient)
    refused = _refuse_address(address)
    if refused or address.purpose in (Purpose.RETURN, Purpose.PEOPLE):
        return refused
    limit = Limit(settings.MAILS_PER_HOUR, HOUR)
    return "" if spend_named_limit("mail", sender.lower() or recipient.lower(), limit) else TOO_MANY


def _refuse_address(address: OwnAddress) -> str:
    if address.purpose is Purpose.NOBODY:
        return UNKNOWN
    if address.purpose is not Purpose.REPLY:
        return ""
    found = find_correspondent(address.nonce)
    if found is None:
        return UNKNOWN
    return "" if may_still_answer(found) else NO_RIGHT
