"""The links by which somebody without an account answers an invitation to one dialogue."""

from landsea.base.secret_links import SecretLinks

INVITATION_LINKS = SecretLinks("landsea invitation link")
