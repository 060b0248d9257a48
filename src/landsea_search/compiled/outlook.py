"""What a search asks about the future of a label beside the labels at its node: three questions with exchangeable answers.

An outlook is None, or an object that an optional part brings along (`landsea_search.lookahead`). A search is compiled apart
for each kind of outlook. None knows only the least that lies ahead of a node at any time, and the journeys found so far.
A part answers for its own kind of outlook with `answer_for`; the answers in this module are those for None.
"""

from collections.abc import Callable
from typing import Any

from numba.core import types
from numba.core.extending import overload

from landsea_search.compiled.comparing import find_no_worse
from landsea_search.compiled.loops import Array
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import JOURNEYS, LAST_JOURNEY, LEAST_AHEAD, ZERO

Answer = Callable[..., Any]


def begin_outlook(outlook: Any, room: Room, state: Array, shape: Shape) -> None:
    """Prepare for a new search with the journeys that were found before."""
    raise NotImplementedError("Only compiled loops ask this.")


def rules_out(outlook: Any, room: Room, state: Array, run: int, left: int, node: int, word: int, shape: Shape) -> bool:
    """Say whether nothing new can come of a label that left a run after the move `left`, or came by no run (below 0)."""
    raise NotImplementedError("Only compiled loops ask this.")


def note_journey(outlook: Any, word: int, shape: Shape) -> None:
    """Take notice of a journey that was found."""
    raise NotImplementedError("Only compiled loops ask this.")


def answer_for(kind: type | None, question: Answer) -> Callable[[Answer], Answer]:
    """Return a decorator: the function answers a question, whose parameters it has, for outlooks of a kind.

    `kind` is a NamedTuple, or None for the outlook None.
    """

    def register(answer: Answer) -> Answer:
        def choose(*kinds: Any) -> Answer | None:
            is_none = isinstance(kinds[0], types.NoneType)
            return answer if (is_none if kind is None else getattr(kinds[0], "instance_class", None) is kind) else None

        overload(question, strict=False, jit_options={"nogil": True})(choose)
        return answer

    return register


@answer_for(None, begin_outlook)
def _begin_with_nothing(outlook: Any, room: Room, state: Array, shape: Shape) -> None:
    pass


@answer_for(None, rules_out)
def _rule_out_by_journeys(
    outlook: Any, room: Room, state: Array, run: int, left: int, node: int, word: int, shape: Shape
) -> bool:
    """A journey that was found is no worse than the label with the least that lies ahead of it."""
    place = find_no_worse(room.journeys, ZERO, state[JOURNEYS], word + room.nodes[node, LEAST_AHEAD], shape.guards)
    if place >= 0:
        room.nodes[node, LAST_JOURNEY] = room.journeys[place]
    return place >= 0


@answer_for(None, note_journey)
def _note_nothing(outlook: Any, word: int, shape: Shape) -> None:
    pass
