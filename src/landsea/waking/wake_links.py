"""The links of the page on which somebody who was woken says that they take the case."""

from landsea.base.secret_links import SecretLinks

WAKE_LINKS = SecretLinks("landsea wake link")
