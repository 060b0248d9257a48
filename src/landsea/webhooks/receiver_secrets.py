"""The secrets that sign what is posted to receivers, as Standard Webhooks write them."""

from uuid import UUID

from landsea.base.outgoing.signing import write_standard_secret
from landsea.base.secret_links import SecretLinks

RECEIVER_KEYS = SecretLinks("landsea webhooks receiver")


def write_secret(nonce: UUID) -> str:
    """Return the secret, `whsec_` and BASE64."""
    return write_standard_secret(RECEIVER_KEYS.secret_of(nonce))
