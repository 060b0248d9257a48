"""The one exception of an act that is not done, with the sentence that the person reads."""

from collections.abc import Sequence
from typing import Any

TOO_MANY = "too_many"
"""The code of a refusal that means: not so often. Pages and programs answer it with 429."""


class Refused(Exception):
    """An act that is not done; nothing was changed.

    `sentence` says in the reader's language why, and what to do instead. `code` is stable, for tests and programs.
    `moved_on` is true when the thing changed after the person had last looked at it. `faults` name what is wrong row by
    row, where an act takes many.
    """

    def __init__(self, code: str, sentence: str, *, moved_on: bool = False, faults: Sequence[Any] = ()):
        super().__init__(sentence)
        self.code, self.sentence, self.moved_on, self.faults = code, sentence, moved_on, tuple(faults)
