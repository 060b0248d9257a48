"""Whom silence calls, one after another, until somebody acts: the ladder of each step. Rungs at which nobody is are passed
over at once, and who is on leave is not there; the last rung is the agenda of the next dialogue, where a case waits in public
and is asked about again."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from landsea_core.caseflow.steps import STEPS, Allowance
from landsea_core.caseflow.vocabulary import Called, Lane, Step

LADDERS: Mapping[Step, tuple[Called, ...]] = MappingProxyType(
    {
        Step.ACCEPT: (Called.DEPUTY, Called.COORDINATOR, Called.SECRETARIAT, Called.DIALOGUE),
        Step.ANSWER: (Called.HEAD, Called.COORDINATOR, Called.SECRETARIAT, Called.DIALOGUE),
        Step.SOLVE: (Called.DIALOGUE,),
    }
)
"""Who is called at each silence of a step, in order. The steps `admit` and `confirm` end by themselves instead."""

MAY_BE_EMPTY = frozenset({Called.DEPUTY, Called.HEAD, Called.COORDINATOR, Called.SECRETARIAT})
"""Rungs that are people, so that there may be nobody; there is always a next dialogue, if only as a list."""


def list_rungs_to_come(
    step: Step, last: Called | None, *, at_coordinator: bool = False, nobody_at: Collection[Called] = ()
) -> tuple[Called, ...]:
    """Return who is still to be called at this step after `last` (None: nobody was called yet), in order.

    `at_coordinator`: the silent desk is the coordinator's own, which calls no coordinator. A case that waited for a
    dialogue and was taken up there without an answer asks for the next one.

    >>> [str(one) for one in list_rungs_to_come(Step.ACCEPT, Called.DEPUTY, nobody_at={Called.COORDINATOR})]
    ['secretariat', 'dialogue']
    """
    ladder = LADDERS.get(step, ())
    if last is Called.DIALOGUE:
        return (Called.DIALOGUE,)
    rest = ladder[ladder.index(last) + 1 :] if last in ladder else ladder
    passed_over = {*nobody_at, *((Called.COORDINATOR,) if at_coordinator and last is not Called.COORDINATOR else ())}
    return tuple(one for one in rest if one not in passed_over or one not in MAY_BE_EMPTY)


def allow_time(lane: Lane, called: Called) -> Allowance:
    """Return how long whoever was called has before the next one is: the time of acceptance; after a dialogue took the case
    up, that of a solution.
    """
    return STEPS[lane][Step.SOLVE if called is Called.DIALOGUE else Step.ACCEPT]
