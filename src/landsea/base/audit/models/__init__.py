"""Tables of the audit app."""

from landsea.base.audit.models.entry import Anchor, Entry

__all__ = ["Anchor", "Entry"]
