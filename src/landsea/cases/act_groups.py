"""The acts somebody can do on a case's page, in groups by what they are for; the one most likely next stands before all."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from landsea.cases.models import Case
from landsea_core.caseflow import Step

GROUPS = (
    (_("Answer and ask"), ("accept", "answer", "ask_filer", "message", "propose_outcome")),
    (_("Pass on"), ("name_right_desk", "consult", "reassign", "hand_on")),
    (_("Put in order"), ("classify", "extend", "link", "merge", "split", "redact")),
)
_NEXT = {Step.ADMIT: "accept", Step.ACCEPT: "accept", Step.ANSWER: "answer", Step.SOLVE: "propose_outcome"}
"""What the running step waits for."""


@dataclass(frozen=True)
class ActGroup:
    """A heading with its acts; the likely act has none."""

    words: str
    acts: tuple[str, ...]


def choose_likely_act(acts: Collection[str], case: Case) -> str:
    """Return the act that comes next most often: what the running step waits for; at a silent desk its coordinator gives the
    case to another one. Empty where nothing of that may be done.
    """
    if case.silent_since and "reassign" in acts:
        return "reassign"
    found = _NEXT.get(Step(case.step), "") if case.step and not case.paused_at else ""
    return found if found in acts else ""


def group_acts(acts: Collection[str], case: Case) -> list[ActGroup]:
    """Return the acts that may be done, in groups; each once."""
    likely = choose_likely_act(acts, case)
    found = [ActGroup("", (likely,))] if likely else []
    for words, names in GROUPS:
        here = tuple(name for name in names if name in acts and name != likely)
        found += [ActGroup(str(words), here)] if here else []
    return found
