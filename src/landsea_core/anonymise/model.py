"""What is looked for, and what a finding says."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class MentionKind(Enum):
    """What a finding is; the value is the neutral word that takes its place."""

    PERSON = "[person]"
    COMPANY = "[company]"
    ADDRESS = "[address]"
    EMAIL = "[e-mail]"
    PHONE = "[telephone]"
    PLATE = "[plate]"
    NUMBER = "[number]"
    LINK = "[link]"
    PASSAGE = "[passage]"


KNOWN = "known to the platform"
"""The reason of findings that no person may keep."""


@dataclass(frozen=True)
class Mention:
    """One finding: `start` and `end` are places in the text. `sure` ones are masked by themselves, others are held for a
    person, who masks them or says that they name nobody. `why` names the rule.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    sure: bool
    why: str


@dataclass(frozen=True)
class KnownWords:
    """What the caller knows: names and numbers of those behind the text (always masked), and words that name nobody
    (places, countries, offices, goods).
    """

    secret: tuple[str, ...] = ()
    harmless: frozenset[str] = frozenset()

    @staticmethod
    def of(secret: Iterable[str], harmless: Iterable[str] = ()) -> "KnownWords":
        """Return what is known; empty words are left out, harmless ones are compared in lower case, whole.

        A harmless phrase excuses its words only where it stands whole: "Ho Chi Minh City" says nothing about a Mr Minh.
        """
        words = tuple(sorted({word.strip() for word in secret if len(word.strip()) > 1}, key=len, reverse=True))
        return KnownWords(words, frozenset(phrase.lower() for phrase in harmless if phrase))
