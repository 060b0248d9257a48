"""Tables of messengers: whose account a messenger is, what came in, what a day has cost."""

from landsea.base.messengers.models.connections import Connection, ConnectionCode
from landsea.base.messengers.models.incoming import Incoming
from landsea.base.messengers.models.spending import DaySpent

__all__ = ["Connection", "ConnectionCode", "DaySpent", "Incoming"]
