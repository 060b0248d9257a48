"""Offering a label to a node, and settling it when its minute comes: how it is found out that a label may be dropped.

The plain search's `is_new` argues why dropping is exact. Most labels are dropped by the same word that dropped the last
one at their node, so that word is tried first.
"""

from typing import Any

from landsea_search.compiled.comparing import find_no_worse, has_other_no_worse
from landsea_search.compiled.labels import enter_label, keep_journey
from landsea_search.compiled.loops import Array, compiled_loop, inlined_loop
from landsea_search.compiled.outlook import rules_out
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import (
    COUNT,
    END,
    FIRST,
    LAST_JOURNEY,
    LAST_LABEL,
    LEAST_AHEAD,
    LEFT,
    RAN_OVER,
    RUN,
    SETTLED,
    WITH_JOURNEYS,
    WITH_LABELS,
)
from landsea_search.compiled.task import Work
from landsea_search.compiled.word_lists import drop_superfluous


@inlined_loop
def bring_label(
    work: Work, stop: int, node: int, word: int, minute: int, before: int, run: int, boarded: int, left: int
) -> None:
    """Let a label arrive at the destination, or offer it to a node of another stop; -1: no stop, nobody may leave there."""
    room, outlook, state, task = work.room, work.outlook, work.state, work.task
    if stop == task.destination:
        keep_journey(room, outlook, state, word, before, run, boarded, left, task.shape)
    elif stop >= 0 and not is_dropped_at_once(room.nodes, node, word, task.longest, task.shape):
        offer_label(room, outlook, state, word, minute, node, before, run, boarded, left, task.shape)


@compiled_loop
def is_dropped_at_once(nodes: Array, node: int, word: int, longest: int, shape: Shape) -> bool:
    """Say whether the cheap tests drop an offer: too far, or no better than what dropped the last one here.

    A word that ran over is not compared: `offer_label` will say so.
    """
    guards, time_mask = shape.guards, shape.time_mask
    if word & guards:
        return False
    least = nodes[node, LEAST_AHEAD]
    if least < 0 or ((word + least) & time_mask) > longest:
        return True
    if (((word + least) | guards) - nodes[node, LAST_JOURNEY]) & guards == guards:
        return True
    return bool(((word | guards) - nodes[node, LAST_LABEL]) & guards == guards)


@inlined_loop
def offer_label(
    room: Room,
    outlook: Any,
    state: Array,
    word: int,
    minute: int,
    node: int,
    before: int,
    run: int,
    boarded: int,
    left: int,
    shape: Shape,
) -> None:
    """Take a label in, unless one known at its node is no worse, or journeys are no worse than all it can lead to."""
    if _is_matched(room.nodes, room.words, state, node, word, shape.guards):
        return
    state[WITH_JOURNEYS] += 1
    if not rules_out(outlook, room, state, run, left, node, word, shape):
        enter_label(room, state, word, minute, node, before, run, boarded, left, shape.keep)


@compiled_loop
def _is_matched(nodes: Array, words: Array, state: Array, node: int, word: int, guards: int) -> bool:
    """Say whether a label known at the node is no worse, or the word ran over."""
    if word & guards:
        state[END] = RAN_OVER
        return True
    state[WITH_LABELS] += 1
    place = find_no_worse(words, nodes[node, FIRST], nodes[node, COUNT], word, guards)
    if place >= 0:
        nodes[node, LAST_LABEL] = words[place]
    return place >= 0


@inlined_loop
def settle_label(room: Room, outlook: Any, state: Array, label: int, node: int, word: int, shape: Shape) -> bool:
    """Ask again, now that the label's minute has come; if it stays, drop what it makes superfluous here.

    Returns whether it stays.
    """
    nodes, words, guards, own = room.nodes, room.words, shape.guards, word & shape.keep
    if (((word + nodes[node, LEAST_AHEAD]) | guards) - nodes[node, LAST_JOURNEY]) & guards == guards:
        return False
    first, count = nodes[node, FIRST], nodes[node, COUNT]
    state[WITH_LABELS] += 1
    if has_other_no_worse(words, first, count, word, own, guards):
        return False
    state[WITH_JOURNEYS] += 1
    if rules_out(outlook, room, state, room.labels[label, RUN], room.labels[label, LEFT], node, word, shape):
        return False
    nodes[node, COUNT] = drop_superfluous(words, first, count, word, own, guards, shape.time_mask)
    state[SETTLED] += 1
    return True
