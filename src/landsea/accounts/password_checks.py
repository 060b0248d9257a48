"""What a password may not be: one that many people use, a few letters again and again, or what everybody knows of its owner.

Each says in a sentence what to do. There are no rules about capitals or digits: they make passwords that are alike.
"""

import re
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

FEWEST_LETTERS = 5
LONGEST_BLOCK = 6
LOOKED_AT = 200
"""Letters of a password that are looked at: a browser may send a million, and looking for blocks takes their square."""
HOUSE = ("landsea",)
_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")


class NotCommon(CommonPasswordValidator):
    """Refuses the 20,000 commonest ones, also with digits and signs put before or after, and written twice."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise a sentence for one."""
        lowered = password[:LOOKED_AT].lower().strip()
        for one in {lowered, find_block(lowered), _ENDS.sub("", lowered), find_block(_ENDS.sub("", lowered))}:
            if len(one) >= len(lowered) / 3 and one in self.passwords or one in HOUSE:
                raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        """Return the sentence."""
        return gettext("Many people use this password, or nearly this one. Take one that only you would think of.")

    def get_help_text(self) -> str:
        """Say it before one is typed, when nothing is known of it yet."""
        return gettext("Take one that only you would think of: not one that many people use.")


class NotRepeated:
    """Refuses a few letters again and again, and rows of a keyboard or an alphabet."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise a sentence for one."""
        lowered = password[:LOOKED_AT].lower()
        block = find_block(lowered)
        is_repeated = block != lowered and len(block) <= LONGEST_BLOCK
        if is_repeated or len(set(lowered)) < FEWEST_LETTERS or _is_row(lowered):
            raise ValidationError(self.get_help_text(), code="password_repeats")

    def get_help_text(self) -> str:
        """Return the sentence."""
        return gettext(
            "Do not repeat a few letters or follow a row of keys. Four words that do not belong together are good."
        )


class NotAboutOneself(UserAttributeSimilarityValidator):
    """Refuses what everybody knows of its owner: name and address."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("name", "email"), max_similarity=0.7)


def find_block(text: str) -> str:
    """Return the shortest block that the text repeats, the last time perhaps cut; the text itself where it repeats none.

    >>> find_block("abcabcabcab"), find_block("harbour")
    ('abc', 'harbour')
    """
    for length in range(1, len(text) // 2 + 1):
        if all(letter == text[place % length] for place, letter in enumerate(text)):
            return text[:length]
    return text


_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn")


def _is_row(text: str) -> bool:
    """Whether the text is one row of letters or keys, there or back."""
    return any(text in row or text[::-1] in row for row in _ROWS)
