"""The words of claims, from the rows "claim_word" of the lexicon, all languages in one pattern for each value."""

import re
from collections.abc import Mapping
from functools import cache

from landsea_core.figures.cues.cue_words import list_patterns
from landsea_core.text.data_files import LexiconFault
from landsea_core.text.default_lexicons import read_statement_lexicon

Cue = re.Pattern[str]
_NOTHING = re.compile(r"(?!)")


@cache
def claim_words() -> Mapping[str, Cue]:
    """Return the pattern of each value: "up", "kept", "surplus". Raises LexiconFault for a pattern that is none."""
    rows: dict[str, list[str]] = {}
    for row in read_statement_lexicon().list_rows("claim_word"):
        rows.setdefault(row["value"], []).extend(list_patterns(row))
    return {value: _compile(value, patterns) for value, patterns in rows.items()}


def find_cue(value: str) -> Cue:
    """Return the pattern of one value; one that matches nothing where the lexicon has no words for it."""
    return claim_words().get(value, _NOTHING)


def _compile(value: str, patterns: list[str]) -> Cue:
    try:
        return re.compile("|".join(patterns), re.IGNORECASE)
    except re.error as fault:
        raise LexiconFault(f"The claim_word '{value}' is no pattern ({fault}). Correct its rows.") from fault
