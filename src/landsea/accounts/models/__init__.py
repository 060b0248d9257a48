"""Tables of the accounts app."""

from landsea.accounts.models.invitation import Invitation
from landsea.accounts.models.user import User

__all__ = ["Invitation", "User"]
