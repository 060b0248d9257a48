"""The link by which the person of a reply address says whether a held mail is theirs: the mail's number, signed."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

SALT = "landsea held mail"


def write_owner_page_address(mail_id: int) -> str:
    """Return the page for the person whom a held mail may be of."""
    return settings.PUBLIC_ADDRESS + reverse("mail_is_it_yours", args=[signing.dumps(mail_id, salt=SALT)])


def mail_named(word: str) -> int | None:
    """Return the number of the mail; None for a word that we did not sign."""
    try:
        number = signing.loads(word, salt=SALT)
    except signing.BadSignature:
        return None
    return number if isinstance(number, int) else None
