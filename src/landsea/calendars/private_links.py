"""The secret addresses of private calendars."""

from landsea.base.secret_links import SecretLinks

CALENDAR_LINKS = SecretLinks("landsea private calendar")
