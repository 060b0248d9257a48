"""The links by which a contact confirms without signing in."""

from landsea.base.secret_links import SecretLinks

CONFIRMATION_LINKS = SecretLinks("landsea contact confirmation")
