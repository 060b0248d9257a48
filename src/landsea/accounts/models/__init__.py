"""Tables of the accounts app."""

from landsea.accounts.models.user import User

__all__ = ["User"]
