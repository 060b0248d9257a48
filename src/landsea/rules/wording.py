"""What rules say in the reader's language. Kept in each process from its first use, as the files are that it comes from."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from landsea_core.rules.wording import Wordings


def in_words(english: str) -> str:
    """A title or requirement of a rule in the language of now; English where nobody has put it into that language."""
    return wordings().said(english, get_language() or "en") or english


def is_translated(english: str) -> bool:
    """Whether `in_words` gives something else than the rule's own English."""
    return wordings().said(english, get_language() or "en") is not None


@cache
def wordings() -> Wordings:
    """All translations of this installation."""
    return Wordings.load(Path(settings.REFERENCE))
