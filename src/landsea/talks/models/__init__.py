"""Tables of the talks."""

from landsea.talks.models.talk import OPEN, Talk, TalkState

__all__ = ["OPEN", "Talk", "TalkState"]
