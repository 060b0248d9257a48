"""What rooms above add to a mail so that it can be answered: a secret reply address, a page that ends a subscription.

The outbox knows neither cases nor watches. Each slot takes functions that are asked for one delivery and answer with words, or
with nothing where the delivery is none of theirs. Without an inbound domain nothing is answered by mail, and the mail says so.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.crypto import salted_hmac

from landsea.base.contributions import Slot
from landsea.base.outbox.models import Delivery
from landsea_core.mailtext.return_path import return_path

Asked = Callable[[Delivery], str]

REPLY_ADDRESSES: Slot[Asked] = Slot("the address under which whoever gets a mail answers it")
ENDING_PAGES: Slot[Asked] = Slot("the page that ends the subscription of which a mail is a part (RFC 8058)")


def mail_keys() -> tuple[bytes, ...]:
    """Return the keys of reply addresses and return paths, the newest first: made from the installation's keys, so that what
    was sent stays readable after a change as long as the old key is named among the fallbacks.
    """
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(
        salted_hmac("landsea mail addresses", "", secret=secret, algorithm="sha256").digest() for secret in secrets
    )


def reply_address_for(delivery: Delivery) -> str:
    """Return the reply address of a mail; empty where it cannot be answered by mail."""
    return _first_answer(REPLY_ADDRESSES, delivery) if settings.INBOUND_DOMAIN else ""


def find_ending_page(delivery: Delivery) -> str:
    """Return the page by which a subscription ends with one press; empty for a mail that is part of none."""
    return _first_answer(ENDING_PAGES, delivery)


def write_envelope_sender(delivery: Delivery) -> str:
    """Return the address to which servers send this mail back; without an inbound domain the sender of all mails."""
    if not settings.INBOUND_DOMAIN or delivery.pk is None:
        return str(settings.DEFAULT_FROM_EMAIL)
    return return_path(delivery.pk, mail_keys()[0], settings.INBOUND_DOMAIN)


def _first_answer(slot: Slot[Asked], delivery: Delivery) -> str:
    return next((found for asked in slot if (found := asked(delivery))), "")
