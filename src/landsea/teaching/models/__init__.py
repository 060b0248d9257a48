"""Tables of the teaching app, one family a file."""

from landsea.teaching.models.judgements import Judgement, Verdict
from landsea.teaching.models.word_entries import WordEntry, WordState

__all__ = ["Judgement", "Verdict", "WordEntry", "WordState"]
