"""Relations weighed by a small model that has learnt from thousands of short texts how they are told.

The other checks read wordings that somebody wrote down. Here every relation that figures near each other could have is
guessed (`guesses`), the words around them are asked whether it is told (`words_around`, `weigher`), and one that is told and
does not fit is a slip, unless other relations explain its figures (`judging`). `learning` makes the model of labelled texts.
"""

from landsea_core.figures.statement.weighing.weigh import WeighedStatement

__all__ = ["WeighedStatement"]
