"""The links by which whoever kept a plan or logged a trip comes back to it."""

from landsea.base.secret_links import SecretLinks

KEPT_LINKS = SecretLinks("landsea corridor")
