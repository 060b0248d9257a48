"""The links on which invited people set a password."""

from django.conf import settings
from django.urls import reverse

from landsea.base.secret_links import SecretLinks

INVITATION_LINKS = SecretLinks("landsea invitation")


def invitation_address(nonce: str) -> str:
    """Return the address of the page behind an invitation, as it stands in the mail."""
    return settings.PUBLIC_ADDRESS + reverse("invitation", args=[INVITATION_LINKS.secret_of(nonce)])
