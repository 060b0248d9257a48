"""How cargo goes on without a timetable: changing, transfers and haulages."""

from landsea_search.compiled.loops import inlined_loop, int64
from landsea_search.compiled.offering import bring_label
from landsea_search.compiled.openings import find_beginning
from landsea_search.compiled.room_columns import BY_HAUL, BY_STEP, ZERO
from landsea_search.compiled.tables import END_WINDOWS, MINUTES, TO, WINDOWS
from landsea_search.compiled.task import Work, count_stops


@inlined_loop
def change_or_transfer(work: Work, label: int, stop: int, word: int) -> None:
    """Change at a stop where a vehicle was left, or make a transfer; at the very beginning (label 0) only the latter."""
    tables, task = work.tables, work.task
    steps = tables.steps
    minute = word & task.shape.time_mask
    for step in range(int64(tables.steps_from[stop]), int64(tables.steps_from[stop + 1])):
        there = int64(steps[step, TO])
        begin = find_beginning(tables.windows, steps[step, WINDOWS], steps[step, END_WINDOWS], task.ready + minute)
        then = begin - task.ready + steps[step, MINUTES]
        if begin < task.ready or then > task.longest or (there == stop and label == 0):
            continue
        after = word - minute + then + work.prices.steps[step]
        bring_label(work, there, count_stops(tables) + there, after, then, label, BY_STEP, step, ZERO)


@inlined_loop
def take_haulages(work: Work, label: int, stop: int, word: int) -> None:
    """Take each haulage that leaves from a stop."""
    tables, task = work.tables, work.task
    hauls = tables.hauls
    minute = word & task.shape.time_mask
    for haul in range(int64(tables.hauls_from[stop]), int64(tables.hauls_from[stop + 1])):
        there = int64(hauls[haul, TO])
        begin = find_beginning(tables.windows, hauls[haul, WINDOWS], hauls[haul, END_WINDOWS], task.ready + minute)
        then = begin - task.ready + hauls[haul, MINUTES]
        if begin < task.ready or then > task.longest:
            continue
        after = word - minute + then + work.prices.hauls[haul]
        bring_label(work, there, there, after, then, label, BY_HAUL, haul, begin - task.ready)
