"""Writing down labels and journeys, where there is room; where there is not, the search ends and says what it lacks."""

from typing import Any

from landsea_search.compiled.comparing import find_no_worse
from landsea_search.compiled.loops import Array, compiled_loop, inlined_loop, int64
from landsea_search.compiled.outlook import note_journey
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import (
    BEFORE,
    BOARDED,
    COUNT,
    END,
    FIRST,
    JOURNEYS,
    LABELS,
    LEFT,
    MORE_JOURNEYS,
    MORE_LABELS,
    MORE_WORDS,
    NEXT,
    NODE,
    NONE,
    RAN_OVER,
    RUN,
    SPACE,
    WORDS,
    ZERO,
)
from landsea_search.compiled.word_lists import add_journey, copy_words, insert_word


@compiled_loop
def write_label(
    labels: Array,
    label_words: Array,
    state: Array,
    word: int,
    node: int,
    before: int,
    run: int,
    boarded: int,
    left: int,
) -> int:
    """Write a label down; returns its number."""
    label = int64(state[LABELS])
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


@inlined_loop
def enter_label(
    room: Room,
    state: Array,
    word: int,
    minute: int,
    node: int,
    before: int,
    run: int,
    boarded: int,
    left: int,
    keep: int,
) -> None:
    """Write a label down, its word among those of its node, and put it into the queue of its minute."""
    nodes, words, queue = room.nodes, room.words, room.queue
    first, count = nodes[node, FIRST], nodes[node, COUNT]
    if count == nodes[node, SPACE]:
        space = max(8, 2 * count)
        new = state[WORDS]
        if new + space > words.shape[0]:
            state[END] = MORE_WORDS
            return
        copy_words(words, first, new, count)
        state[WORDS] = new + space
        nodes[node, FIRST], nodes[node, SPACE] = new, space
        first = new
    insert_word(words, first, count, word & keep)
    nodes[node, COUNT] = count + 1
    label = write_label(room.labels, room.label_words, state, word, node, before, run, boarded, left)
    room.labels[label, NEXT] = queue[minute]
    queue[minute] = label


@compiled_loop
def keep_journey(
    room: Room, outlook: Any, state: Array, word: int, before: int, run: int, boarded: int, left: int, shape: Shape
) -> None:
    """Keep a journey, unless one that was found is no worse."""
    journeys, guards = room.journeys, shape.guards
    if word & guards:
        state[END] = RAN_OVER
        return
    if find_no_worse(journeys, ZERO, state[JOURNEYS], word, guards) >= 0:
        return
    if state[JOURNEYS] >= journeys.shape[0]:
        state[END] = MORE_JOURNEYS
        return
    label = write_label(room.labels, room.label_words, state, word, NONE, before, run, boarded, left)
    if state[END] == MORE_LABELS:
        return
    state[JOURNEYS] = add_journey(journeys, room.journey_labels, state[JOURNEYS], word, label, guards)
    note_journey(outlook, word, shape)
