"""A reply by mail that says by a number whether a case is solved: the mail that asks lists them. What is no such reply is
somebody's own words, and not for here.
"""

from datetime import datetime

from django.utils.translation import gettext, override

from landsea.cases.actions.filer_moves import confirm_outcome, dispute_outcome
from landsea.mailroom.reply_addresses import Correspondent
from landsea.phrases.by_mail import find_words_below

SOLVED, NOT_SOLVED = 1, 2


def find_number_of_outcome(text: str) -> int | None:
    """Return SOLVED or NOT_SOLVED where that number stands alone on the first line, in the figures of any script.

    Example: "2.\n\nThe seal is still missing." is NOT_SOLVED; "2 lorries are through" is somebody's own words.
    """
    first = next((line.strip() for line in text.splitlines() if line.strip()), "").rstrip(".):。）")
    if len(first) != 1 or not first.isdecimal():
        return None
    return int(first) if int(first) in (SOLVED, NOT_SOLVED) else None


def say_whether_solved(one: Correspondent, ref: str, text: str, number: int, *, now: datetime, key: str) -> str:
    """Confirm or dispute the proposed outcome in the filer's name; return the name of the act."""
    below = find_words_below(text.strip())
    if number == SOLVED:
        confirm_outcome(one.actor, ref, below, now=now, key=key)
        return "confirm"
    with override(one.language):
        words = below or gettext("No, it is not solved.")
    dispute_outcome(one.actor, ref, words, now=now, key=key)
    return "dispute"
