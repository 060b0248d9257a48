"""Tables of conversations."""

from landsea.conversations.models.conversation import Conversation

__all__ = ["Conversation"]
