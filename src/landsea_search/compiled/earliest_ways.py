"""The ways to go on from a node in the search over arrival alone; each returns how many labels are in use then."""

from typing import NamedTuple

from landsea_search.compiled.loops import Array, compiled_loop, inlined_loop, int64
from landsea_search.compiled.openings import find_beginning
from landsea_search.compiled.room_columns import BEFORE, BOARDED, BY_HAUL, BY_STEP, LEFT, NEXT, NODE, RUN, ZERO
from landsea_search.compiled.tables import (
    ARRIVES,
    END_MOVE,
    END_RUN,
    END_WINDOWS,
    FIRST_RUN,
    LEAVES,
    MINUTES,
    MOVE,
    TO,
    TO_STOP,
    WINDOWS,
    Tables,
)
from landsea_search.compiled.task import count_stops


class Reach(NamedTuple):
    """What the search over arrival alone works with; minutes count from `ready`."""

    tables: Tables
    labels: Array
    label_words: Array
    queue: Array
    earliest: Array  # by node: the earliest minute known
    first_runs: Array  # by move: the first run of its line that somebody is on before it
    destination: int
    ready: int


@inlined_loop
def make_steps(reach: Reach, used: int, label: int, stop: int, minute: int) -> int:
    """Change at a stop where a vehicle was left, or make a transfer."""
    steps, steps_from, windows = reach.tables.steps, reach.tables.steps_from, reach.tables.windows
    for step in range(steps_from[stop], steps_from[stop + 1]):
        begin = find_beginning(windows, steps[step, WINDOWS], steps[step, END_WINDOWS], reach.ready + minute)
        then = begin - reach.ready + steps[step, MINUTES]
        if begin >= reach.ready and then < reach.earliest[reach.destination]:
            there = int64(steps[step, TO])
            node = there if there == reach.destination else count_stops(reach.tables) + there
            used = _reach_node(reach, used, node, then, label, BY_STEP, int64(step), ZERO)
    return used


@inlined_loop
def board_earliest_runs(reach: Reach, used: int, label: int, stop: int, minute: int) -> int:
    """Board the next run of each line, unless somebody is on it or an earlier one already."""
    starts, moves, boardings = reach.tables.starts, reach.tables.moves, reach.tables.boardings
    boardings_from = reach.tables.boardings_from
    for place in range(boardings_from[stop], boardings_from[stop + 1]):
        end = boardings[place, END_RUN]
        run = _find_first_run(starts, boardings[place, FIRST_RUN], end, reach.ready + minute - boardings[place, LEAVES])
        if run == end:
            continue
        start, boarded = starts[run] - reach.ready, int64(boardings[place, MOVE])
        for move in range(boarded, boardings[place, END_MOVE]):
            then = start + moves[move, ARRIVES]
            if reach.first_runs[move] <= run or then >= reach.earliest[reach.destination]:
                break
            reach.first_runs[move] = run
            if moves[move, TO_STOP] >= 0:
                there = int64(moves[move, TO_STOP])
                used = _reach_node(reach, used, there, then, label, run, boarded, int64(move))
    return used


@inlined_loop
def take_haulages_early(reach: Reach, used: int, label: int, stop: int, minute: int) -> int:
    """Take each haulage that leaves from a stop."""
    hauls, hauls_from, windows = reach.tables.hauls, reach.tables.hauls_from, reach.tables.windows
    for haul in range(hauls_from[stop], hauls_from[stop + 1]):
        begin = find_beginning(windows, hauls[haul, WINDOWS], hauls[haul, END_WINDOWS], reach.ready + minute)
        then = begin - reach.ready + hauls[haul, MINUTES]
        if begin >= reach.ready and then < reach.earliest[reach.destination]:
            there = int64(hauls[haul, TO])
            used = _reach_node(reach, used, there, then, label, BY_HAUL, int64(haul), begin - reach.ready)
    return used


@compiled_loop
def _find_first_run(starts: Array, low: int, high: int, wanted: int) -> int:
    """Return the first of the runs from `low` to before `high` that starts at `wanted` or later, else `high`."""
    while low < high:
        middle = (low + high) >> 1
        if starts[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@inlined_loop
def _reach_node(reach: Reach, used: int, node: int, minute: int, before: int, run: int, boarded: int, left: int) -> int:
    """Note that a node is reached at a minute, if that is earlier than known."""
    if minute >= reach.earliest[node]:
        return used
    labels = reach.labels
    reach.earliest[node] = minute
    labels[used, NODE] = node
    labels[used, BEFORE] = before
    labels[used, RUN] = run
    labels[used, BOARDED] = boarded
    labels[used, LEFT] = left
    labels[used, NEXT] = reach.queue[minute]
    reach.label_words[used] = minute
    reach.queue[minute] = used
    return used + 1
