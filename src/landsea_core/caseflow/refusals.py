"""Why an act on a case is not possible: a code, and a sentence that says what to do instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from landsea_core.sentences import Sentence


@dataclass(frozen=True)
class Refusal:
    """Why an act is not possible: a stable code, and a sentence that says what to do."""

    code: str
    sentence: Sentence


class MoveRefused(Exception):
    """Raised by `apply_act` when the act is not possible; carries the `Refusal`."""

    def __init__(self, refusal: Refusal):
        super().__init__(str(refusal.sentence))
        self.refusal = refusal


SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {
        "case_closed": Sentence("This case is closed. Reopen it first if the trouble is not over."),
        "not_closed": Sentence("This case is still open, so there is nothing to reopen. Write a message instead."),
        "wrong_state": Sentence(
            "This cannot be done now: the case has moved on. Look at its line of steps and try again."
        ),
        "not_your_part": Sentence("This is for another side of the case to do. Write a message to all sides instead."),
        "already_asked": Sentence(
            "The filer has been asked already and the clock is stopped. Wait for the reply, or go on."
        ),
        "clock_paused": Sentence("The clock is stopped while the filer is asked, so nothing can fall due."),
        "already_extended": Sentence(
            "The time for a solution was lengthened once already. Propose a plan with a date instead."
        ),
        "no_extension_in_lane": Sentence(
            "A border-urgent case gets no more time. Propose a workaround or a plan with a date."
        ),
        "reopen_too_late": Sentence(
            "A case can be reopened for %(days)s days after closing. File a new one that names it."
        ),
        "same_desk": Sentence("This desk answers for the case already. Name another desk, or accept the case."),
    }
)
"""Every sentence a refusal can have, by code."""


def make_refusal(code: str, **values: Any) -> Refusal:
    """The refusal with this code and its sentence. Raises KeyError for a code without a sentence."""
    return Refusal(code, SENTENCES[code].fill(**values))
