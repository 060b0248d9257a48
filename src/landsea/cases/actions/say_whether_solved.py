"""The filer says by a number whether a case is solved: messages that ask list them. What is no such number is somebody's own
words, and not for here.
"""

from datetime import datetime

from django.utils.translation import gettext, override

from landsea.base.actors import Actor
from landsea.cases.actions.filer_moves import confirm_outcome, dispute_outcome

SOLVED, NOT_SOLVED = 1, 2


def find_number_of_outcome(text: str) -> int | None:
    """Return SOLVED or NOT_SOLVED where that number stands alone on the first line, in the figures of any script.

    Example: "2.\n\nThe seal is still missing." is NOT_SOLVED; "2 lorries are through" is somebody's own words.
    """
    number = find_lone_number(text)
    return number if number in (SOLVED, NOT_SOLVED) else None


def find_lone_number(text: str) -> int | None:
    """Return the number of one figure that stands alone on the first line, in the figures of any script. Example: "๓." is 3."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "").rstrip(".):。）")
    return int(first) if len(first) == 1 and first.isdecimal() else None


def say_whether_solved(
    actor: Actor, ref: str, number: int, words: str, *, language: str, now: datetime, key: str
) -> str:
    """Confirm or dispute the proposed outcome in the filer's name, with their words if there are any; return the name of the
    act. Raises Refused as the acts do.
    """
    if number == SOLVED:
        confirm_outcome(actor, ref, words, now=now, key=key)
        return "confirm"
    with override(language):
        words = words or gettext("No, it is not solved.")
    dispute_outcome(actor, ref, words, now=now, key=key)
    return "dispute"
