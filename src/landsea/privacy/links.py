"""The links of this room: to what is kept about an address, and to an export."""

from landsea.base.secret_links import SecretLinks

DATA_LINKS = SecretLinks("landsea.privacy.address")
EXPORT_LINKS = SecretLinks("landsea.privacy.export")
