"""A text that was respelled, with the place in the original that each of its characters comes from.

What is read in a respelled text (simplified characters, Vietnamese words as English ones) can so be shown in the text that
somebody wrote. Places count characters from 0.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class TracedText:
    """`text` as respelled; `origins` has for each character where it begins in the original, and the original's length."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "TracedText":
        """Return a text that is its own original."""
        return cls(text, tuple(range(len(text) + 1)))

    def replace(self, pattern: re.Pattern[str], make: Callable[[re.Match[str]], str]) -> "TracedText":
        """Return the text with every match of a pattern replaced; what replaces it comes from where the match began.

        Replacing "8,59" at place 10 by "8.59" leaves all origins; replacing 亿 by "00 million" gives them all the place of 亿.
        """
        matches = list(pattern.finditer(self.text))
        if not matches:  # as of most of the hundreds of patterns that a text is glossed with
            return self
        words: list[str] = []
        origins: list[int] = []
        at = 0
        for match in matches:
            start, end = match.span()
            made = make(match)
            words += (self.text[at:start], made)
            origins += self.origins[at:start]
            is_as_long = len(made) == end - start
            origins += self.origins[start:end] if is_as_long else [self.origins[start]] * len(made)
            at = end
        words.append(self.text[at:])
        origins += self.origins[at:]
        return TracedText("".join(words), tuple(origins))

    def respell(self, spell: Callable[[str], str]) -> "TracedText":
        """Return the text with a function that works character by character applied to each cluster of them.

        A cluster is a letter with the marks that combine with it.
        """
        return self.replace(_CLUSTER, lambda match: spell(match.group()))

    def find_origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of this text stands in the original, as (start, end)."""
        return self.origins[start], max(self.origins[min(end, len(self.text))], self.origins[start])


def _list_marks() -> str:
    """Return the characters that combine with the letter before them, as the inside of a character class."""
    marks = [chr(code) for code in range(0x300, 0x3100) if unicodedata.combining(chr(code))]
    return "".join(map(re.escape, marks))


_CLUSTER = re.compile(rf"[\s\S][{_list_marks()}]*")
