"""The links of watches, and the keys of webhooks. The page of a watch and its feeds have links of their own: a feed's address
lies about in reader programs, and renewing it must not close the page."""

from landsea.base.secret_links import SecretLinks

PAGE_LINKS = SecretLinks("landsea rules page")
FEED_LINKS = SecretLinks("landsea rules feed")
HOOK_LINKS = SecretLinks("landsea rules hook")
