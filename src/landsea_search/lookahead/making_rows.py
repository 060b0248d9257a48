"""Making one row: for cargo that leaves a vehicle at a stop, from the rows of what it can board next."""

from landsea_search.compiled.loops import Array, compiled_loop, int64
from landsea_search.compiled.packing import MOST_IN_ROW
from landsea_search.compiled.tables import MINUTES, TO, Tables
from landsea_search.lookahead.asking_memory import ask_for_memory
from landsea_search.lookahead.foresight import (
    ABLE,
    CAPS,
    CLASS,
    CLASSES,
    LINE_OF_WAY,
    MINUTE,
    NO_ROW,
    ROW,
    STEP,
    WAY,
    Fares,
    Scan,
)
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE, FIELDS, lower_line_with

SPAN = 8  # departures of a stop are looked up by spans of two to the so many minutes


@compiled_loop
def find_line(scan: Scan, able: int) -> int:
    """Return where in a scan's rows the line of a cap is."""
    return int64(int64(able) // CAPS_OF_LINE - scan.lines[0])


@compiled_loop
def make_row(
    tables: Tables, fares: Fares, scan: Scan, caps: Array, stop: int, minute: int, destination: int, nothing: Array
) -> int:
    """Make the row for cargo that leaves a vehicle at a stop at a minute, in `scan.left`.

    Returns the first cap by which the destination is possible. `nothing` is the line of a price of 0.
    """
    steps, lines, able, ways = tables.steps, scan.lines[1] - scan.lines[0], int64(CAPS), int64(0)
    if stop == destination:
        cap = _find_cap(scan, caps, minute)
        return _arrive(scan, able, cap, nothing) if cap < CAPS else cap
    for step in range(tables.steps_from[stop], tables.steps_from[stop + 1]):
        if steps[step, TO] != destination:
            ways, new = _note_ways(scan, fares, ways, step, steps[step, TO], minute + steps[step, MINUTES])
            able = min(able, new)
    for line in range(find_line(scan, able), lines):
        scan.left[line] = MOST_IN_ROW
    for way in range(ways):
        step, line, row = scan.ways[way, STEP], scan.ways[way, LINE_OF_WAY], scan.ready_rows[scan.ways[way, WAY]]
        price, risk = fares.steps[step], fares.risks[steps[step, TO], scan.ways[way, CLASS]]
        while line < lines:
            lower_line_with(scan.left[line], row[line], price, risk)
            line += 1
    for step in range(tables.steps_from[stop], tables.steps_from[stop + 1]):
        if steps[step, TO] == destination:
            cap = _find_cap(scan, caps, minute + steps[step, MINUTES])
            if cap < CAPS:
                able = _arrive(scan, able, cap, fares.steps[step])
    return able


@compiled_loop
def _note_ways(scan: Scan, fares: Fares, ways: int, step: int, stop: int, minute: int) -> tuple[int, int]:
    """Note the rows of what cargo that is ready at a stop at a minute can board.

    Returns how many ways there are then, and the first cap by which one of the new ones is possible.
    Of classes of slack that begin with the same departure only the last counts, whose risk is the least.
    """
    entries, first, lines = scan.entries, scan.first[stop], scan.lines[1] - scan.lines[0]
    place, before, able = first + scan.counts[stop] - 1, int64(NO_ROW), int64(CAPS)
    if place < first or entries[first, MINUTE] < minute:
        return ways, able
    if entries[place, MINUTE] < minute:
        place = int64(scan.newest[stop, minute >> SPAN])
    for slack in range(CLASSES):
        then = minute + fares.slacks[stop, slack]
        while place >= first and entries[place, MINUTE] < then:
            place -= 1
        if place < first:
            break
        if place != before:
            row, line = int64(entries[place, ROW]), find_line(scan, entries[place, ABLE])
            for near in range(line, lines):
                ask_for_memory(scan.ready_rows, (row, near))
            scan.ways[ways, WAY], scan.ways[ways, LINE_OF_WAY], scan.ways[ways, STEP] = row, line, step
            able = min(able, int64(entries[place, ABLE]))
            ways += 1
        scan.ways[ways - 1, CLASS] = slack
        before = place
    return ways, able


@compiled_loop
def _find_cap(scan: Scan, caps: Array, minute: int) -> int:
    """Return the first cap of a scan that is not before a minute; `CAPS`: none."""
    cap, end = scan.lines[0] * CAPS_OF_LINE, scan.lines[1] * CAPS_OF_LINE
    while cap < end and caps[cap] < minute:
        cap += 1
    return cap if cap < end else CAPS


@compiled_loop
def _arrive(scan: Scan, able: int, cap: int, price: Array) -> int:
    """Lower the row being made, by `able` as it is, by a price from a cap on; returns by which it is possible then."""
    lines = scan.lines[1] - scan.lines[0]
    for line in range(find_line(scan, cap), min(find_line(scan, able), lines)):
        scan.left[line] = MOST_IN_ROW
    for place in range(cap - scan.lines[0] * CAPS_OF_LINE, lines * CAPS_OF_LINE):
        line, cell = place // CAPS_OF_LINE, place % CAPS_OF_LINE * FIELDS
        for field in range(FIELDS):
            scan.left[line, cell + field] = min(scan.left[line, cell + field], price[field])
    return min(able, cap)
