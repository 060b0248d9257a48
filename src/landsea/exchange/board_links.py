"""The links of the exchange board: an owner's, an asker's, a registrant's."""

from landsea.base.secret_links import SecretLinks

BOARD_LINKS = SecretLinks("landsea.exchange.link")
