"""The links by which filers open the mailboxes of their cases, and the four words that stand for a link on paper."""

import uuid

from django.utils.crypto import salted_hmac

from landsea.base.secret_links import SecretLinks
from landsea_core.text.spoken_key import KEY_BYTES

MAILBOX_LINKS = SecretLinks("landsea mailbox link")
_WORDS = "landsea words of a mailbox link"


def make_key_on_paper(nonce: uuid.UUID | str) -> bytes:
    """Return the key whose words stand for the link with this nonce. It is derived like the link's secret, so that a copy of
    the database tells no words; it is short enough to be typed, so that it opens only together with the case's number, and
    as often as a limit allows.
    """
    return salted_hmac(_WORDS, str(nonce), algorithm="sha256").digest()[:KEY_BYTES]
