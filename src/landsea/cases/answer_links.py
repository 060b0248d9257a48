"""The links by which a desk without an account answers one case from a confirmed address."""

from landsea.base.secret_links import SecretLinks

ANSWER_LINKS = SecretLinks("landsea answer link")
