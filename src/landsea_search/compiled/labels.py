"""What is done with one label: writing it down, offering it to a node, settling it when its minute comes. Compiled.

`search` says why a label may be dropped; here is how that is found out.
"""

from numba import njit

from landsea_search.compiled.foresight import Foresight
from landsea_search.compiled.front import add_journey, drop_superfluous, no_worse, other_no_worse, put
from landsea_search.compiled.hope import hopeless, note_journey
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import (
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
    Room,
)
from landsea_search.compiled.timetable import IN_USE

# Columns of `state`: how much of the room is in use, how the search ended, and what it took: labels that were settled, and how
# often one was compared with the labels of its node, and with journeys.
LABELS, WORDS, JOURNEYS, END, SETTLED, WITH_LABELS, WITH_JOURNEYS, COLUMNS = range(8)


@njit(cache=True, nogil=True)
def new_label(labels, label_words, state, word, node, before, run, boarded, left):
    """Write a label down; returns its number."""
    label = state[LABELS]
    if label >= labels.shape[0]:
        state[END] = MORE_LABELS
        return 0
    state[LABELS] = label + 1
    label_words[label] = word
    labels[label, NODE] = node
    labels[label, BEFORE] = before
    labels[label, RUN] = run
    labels[label, BOARDED] = boarded
    labels[label, LEFT] = left
    return label


@njit(cache=True, nogil=True)
def arrived(room: Room, foresight: Foresight, state, word, before, run, boarded, left, shape: Shape):
    """Keep a journey, unless one that was found is no worse."""
    journeys, journey_labels, guards = room.journeys, room.journey_labels, shape.guards
    if word & guards:
        state[END] = RAN_OVER
        return
    if no_worse(journeys, 0, state[JOURNEYS], word, guards) >= 0:
        return
    if state[JOURNEYS] >= journeys.shape[0]:
        state[END] = MORE_JOURNEYS
        return
    label = new_label(room.labels, room.label_words, state, word, -1, before, run, boarded, left)
    if state[END] == MORE_LABELS:
        return
    state[JOURNEYS] = add_journey(journeys, journey_labels, state[JOURNEYS], word, label, guards)
    if foresight.window[IN_USE]:
        note_journey(foresight, word, shape)


@njit(cache=True, nogil=True)
def dropped(nodes, node, word, longest, shape: Shape):
    """Say whether the cheap tests drop an offer: too far, or no better than what dropped the last one here.

    A word that ran over is not compared: `offer` will say so.
    """
    guards, time_mask = shape.guards, shape.time_mask
    if word & guards:
        return False
    at_least = nodes[node, AT_LEAST]
    if at_least < 0 or ((word + at_least) & time_mask) > longest:
        return True
    if (((word + at_least) | guards) - nodes[node, BY_JOURNEY]) & guards == guards:
        return True
    return ((word | guards) - nodes[node, BY_LABEL]) & guards == guards


@njit(cache=True, nogil=True)
def known(nodes, words, state, node, word, guards):
    """Say whether a label known at the node is no worse, or the word ran over."""
    if word & guards:
        state[END] = RAN_OVER
        return True
    state[WITH_LABELS] += 1
    place = no_worse(words, nodes[node, FIRST], nodes[node, COUNT], word, guards)
    if place >= 0:
        nodes[node, BY_LABEL] = words[place]
    return place >= 0


@njit(cache=True, nogil=True)
def leads_nowhere(nodes, journeys, state, node, word, guards):
    """Say whether a journey that was found is no worse than the label with the least that lies ahead of it."""
    place = no_worse(journeys, 0, state[JOURNEYS], word + nodes[node, AT_LEAST], guards)
    if place >= 0:
        nodes[node, BY_JOURNEY] = journeys[place]
    return place >= 0


@njit(cache=True, nogil=True)
def enter(nodes, words, queue, labels, label_words, state, word, minute, node, before, run, boarded, left, keep):
    """Write a label down and put it into the queue of its minute."""
    first, count = nodes[node, FIRST], nodes[node, COUNT]
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
    label = new_label(labels, label_words, state, word, node, before, run, boarded, left)
    labels[label, NEXT] = queue[minute]
    queue[minute] = label


@njit(cache=True, nogil=True, forceinline=True)
def offer(room: Room, foresight: Foresight, state, word, minute, node, before, run, boarded, left, shape: Shape):
    """Take a label in, unless one known there is no worse, or journeys are no worse than all it can lead to.

    The cheap tests against the last words that dropped something here (`dropped`) were made by the caller.
    """
    nodes, words, journeys = room.nodes, room.words, room.journeys
    if known(nodes, words, state, node, word, shape.guards):
        return
    state[WITH_JOURNEYS] += 1
    if foresight.window[IN_USE]:
        if run >= 0 and hopeless(nodes, foresight, run, left, node, word, shape):
            return
    elif leads_nowhere(nodes, journeys, state, node, word, shape.guards):
        return
    enter(
        nodes,
        words,
        room.queue,
        room.labels,
        room.label_words,
        state,
        word,
        minute,
        node,
        before,
        run,
        boarded,
        left,
        shape.keep,
    )


@njit(cache=True, nogil=True, forceinline=True)
def settles(room: Room, foresight: Foresight, state, label, node, word, shape: Shape):
    """Ask again, now that the label's minute has come; if it stays, drop what it makes superfluous here."""
    nodes, words, labels, guards, own = room.nodes, room.words, room.labels, shape.guards, word & shape.keep
    if (((word + nodes[node, AT_LEAST]) | guards) - nodes[node, BY_JOURNEY]) & guards == guards:
        return False
    first, count = nodes[node, FIRST], nodes[node, COUNT]
    state[WITH_LABELS] += 1
    if other_no_worse(words, first, count, word, own, guards):
        return False
    state[WITH_JOURNEYS] += 1
    if foresight.window[IN_USE]:
        run = labels[label, RUN]
        if run >= 0 and hopeless(nodes, foresight, run, labels[label, LEFT], node, word, shape):
            return False
    elif leads_nowhere(nodes, room.journeys, state, node, word, guards):
        return False
    nodes[node, COUNT] = drop_superfluous(words, first, count, word, own, guards, shape.time_mask)
    state[SETTLED] += 1
    return True
