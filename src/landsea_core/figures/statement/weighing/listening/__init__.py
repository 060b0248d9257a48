"""A small network that reads the words of a text and says of each guess how likely it is told."""

from landsea_core.figures.statement.weighing.listening.heard_text import HeardText
from landsea_core.figures.statement.weighing.listening.listening_net import ListeningNet

__all__ = ["HeardText", "ListeningNet"]
