"""Relations weighed by a small model that has learnt from thousands of short texts how they are told.

The other checks read wordings that somebody wrote down. Here the figures of a stretch of sentences are seen, some in two ways
(`seeing`); every relation that they could have is guessed (`guessing`); the words around them are asked whether it is told
(`words_around`); one that is told and does not fit is a slip, unless other relations explain its figures (`judging`); and
what another check accuses is dropped where what was weighed speaks against it (`accusing`). `weigher` holds the three
models, which `figures/learning` makes of labelled texts.
"""

from landsea_core.figures.statement.weighing.weigh import WeighedStatement

__all__ = ["WeighedStatement"]
