"""Tables of messengers: whose account a messenger is, what came in, what a day has cost, tokens that change with each use."""

from landsea.base.messengers.models.connections import Connection, ConnectionCode
from landsea.base.messengers.models.incoming import Incoming
from landsea.base.messengers.models.spending import DaySpent
from landsea.base.messengers.models.tokens import RenewedToken

__all__ = ["Connection", "ConnectionCode", "DaySpent", "Incoming", "RenewedToken"]
