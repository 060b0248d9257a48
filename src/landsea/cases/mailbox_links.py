"""The links by which filers open the mailboxes of their cases."""

from landsea.base.secret_links import SecretLinks

MAILBOX_LINKS = SecretLinks("landsea mailbox link")
