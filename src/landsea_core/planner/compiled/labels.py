"""What is done with one label: writing it down, offering it to a node, settling it when its minute comes. Compiled.

`search` says why a label may be dropped; here is how that is found out.
"""

from numba import njit

from landsea_core.planner.compiled.front import add_journey, drop_superfluous, no_worse, other_no_worse, put
from landsea_core.planner.compiled.room import (
    AT_LEAST,
    BEFORE,
    BOARDED,
    BY_JOURNEY,
    BY_LABEL,
    COUNT,
    FIRST,
    LEFT,
    MORE_JOURNEYS,
    MORE_LABELS,
    MORE_WORDS,
    NEXT,
    NODE,
    RAN_OVER,
    RUN,
    SPACE,
    WORD,
)

# Columns of `state`: how much of the room is in use, and how the search ended.
LABELS, WORDS, JOURNEYS, END = range(4)


@njit(cache=True, nogil=True)
def new_label(labels, state, word, node, before, run, boarded, left):
    """Write a label down; returns its number."""
    label = state[LABELS]
    if label >= labels.shape[0]:
        state[END] = MORE_LABELS
        return 0
    state[LABELS] = label + 1
    labels[label, WORD] = word
    labels[label, NODE] = node
    labels[label, BEFORE] = before
    labels[label, RUN] = run
    labels[label, BOARDED] = boarded
    labels[label, LEFT] = left
    return label


@njit(cache=True, nogil=True)
def arrived(labels, journeys, journey_labels, state, word, before, run, boarded, left, guards):
    """Keep a journey, unless one that was found is no worse."""
    if word & guards:
        state[END] = RAN_OVER
        return
    if no_worse(journeys, 0, state[JOURNEYS], word, guards) >= 0:
        return
    if state[JOURNEYS] >= journeys.shape[0]:
        state[END] = MORE_JOURNEYS
        return
    label = new_label(labels, state, word, -1, before, run, boarded, left)
    state[JOURNEYS] = add_journey(journeys, journey_labels, state[JOURNEYS], word, label, guards)


@njit(cache=True, nogil=True)
def dropped(nodes, node, word, longest, guards, time_mask):
    """Say whether the cheap tests drop an offer: too far, or no better than what dropped the last one here.

    A word that ran over is not compared: `offer` will say so.
    """
    if word & guards:
        return False
    at_least = nodes[node, AT_LEAST]
    if at_least < 0 or ((word + at_least) & time_mask) > longest:
        return True
    if (((word + at_least) | guards) - nodes[node, BY_JOURNEY]) & guards == guards:
        return True
    return ((word | guards) - nodes[node, BY_LABEL]) & guards == guards


@njit(cache=True, nogil=True)
def offer(nodes, words, queue, labels, journeys, state, word, minute, node, before, run, boarded, left, layout):
    """Put a label into the queue of its minute, unless one known there, or a journey, is no worse.

    The cheap tests against the last words that dropped something here (`dropped`) were made by the caller.
    """
    guards, keep = layout[0], layout[4]
    if word & guards:
        state[END] = RAN_OVER
        return
    first, count = nodes[node, FIRST], nodes[node, COUNT]
    place = no_worse(words, first, count, word, guards)
    if place >= 0:
        nodes[node, BY_LABEL] = words[place]
        return
    place = no_worse(journeys, 0, state[JOURNEYS], word + nodes[node, AT_LEAST], guards)
    if place >= 0:
        nodes[node, BY_JOURNEY] = journeys[place]
        return
    if count == nodes[node, SPACE]:
        space = max(8, 2 * count)
        new = state[WORDS]
        if new + space > words.shape[0]:
            state[END] = MORE_WORDS
            return
        words[new : new + count] = words[first : first + count]
        state[WORDS] = new + space
        nodes[node, FIRST], nodes[node, SPACE] = new, space
        first = new
    put(words, first, count, word & keep)
    nodes[node, COUNT] = count + 1
    label = new_label(labels, state, word, node, before, run, boarded, left)
    labels[label, NEXT] = queue[minute]
    queue[minute] = label


@njit(cache=True, nogil=True)
def settles(nodes, words, journeys, state, node, word, layout):
    """Ask again, now that the label's minute has come; if it stays, drop what it makes superfluous here."""
    guards, time_mask, _, _, keep = layout
    bound = word + nodes[node, AT_LEAST]
    if ((bound | guards) - nodes[node, BY_JOURNEY]) & guards == guards:
        return False
    first, count = nodes[node, FIRST], nodes[node, COUNT]
    if other_no_worse(words, first, count, word, word & keep, guards):
        return False
    place = no_worse(journeys, 0, state[JOURNEYS], bound, guards)
    if place >= 0:
        nodes[node, BY_JOURNEY] = journeys[place]
        return False
    nodes[node, COUNT] = drop_superfluous(words, first, count, word, word & keep, guards, time_mask)
    return True
