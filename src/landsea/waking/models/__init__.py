"""Tables of waking."""

from landsea.waking.models.wakes import Wake, WakeTry

__all__ = ["Wake", "WakeTry"]
