"""The scan that makes the rows of `foresight`, the latest passage first, compiled."""

import numpy as np
from numba import njit

from landsea_search.compiled.foresight import (
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
    Foresight,
    Scan,
)
from landsea_search.compiled.lines import (
    CAPS_OF_LINE,
    FIELDS,
    LINE,
    MOST,
    anywhere_lower,
    copy,
    lower,
    lower_for,
    pay,
)
from landsea_search.compiled.readahead import read_ahead
from landsea_search.compiled.tables import FIRST_MOVE, FROM_STOP, MAY_BOARD, MINUTES, TO, Tables
from landsea_search.compiled.timetable import BEGIN, END, Timetable
from landsea_search.compiled.unowned import unowned

SPAN = 8  # departures of a stop are looked up by spans of two to the so many minutes
# So many passages ahead memory is asked for: for what is found by looking something up first, and for what that is.
NEAR, FAR = 8, 24


@njit(cache=True, nogil=True)
def _join(row, line, other, other_line, end):
    """Lower a row, of which the lines from `line` on count, by another one."""
    while other_line < min(line, end):
        copy(row[other_line], other[other_line])
        other_line += 1
    while other_line < end:
        lower(row[other_line], other[other_line])
        other_line += 1


@njit(cache=True, nogil=True)
def _line_of(scan: Scan, able):
    """Return where in a scan's rows the line of a cap is."""
    return np.int64(able) // CAPS_OF_LINE - scan.lines[0]


@njit(cache=True, nogil=True)
def _note_ways(scan: Scan, fares: Fares, ways, step, stop, minute):
    """Note the rows of what cargo that is ready at a stop at a minute can board.

    Returns how many ways there are then, and the first cap by which one of the new ones is possible.
    Of classes of slack that begin with the same departure only the last counts, whose risk is the least.
    """
    entries, first, lines = scan.entries, scan.first[stop], scan.lines[1] - scan.lines[0]
    place, before, able = first + scan.count[stop] - 1, np.int64(NO_ROW), np.int64(CAPS)
    if place < first or entries[first, MINUTE] < minute:
        return ways, able
    if entries[place, MINUTE] < minute:
        place = np.int64(scan.newest[stop, minute >> SPAN])
    for slack in range(CLASSES):
        then = minute + fares.slacks[stop, slack]
        while place >= first and entries[place, MINUTE] < then:
            place -= 1
        if place < first:
            break
        if place != before:
            row, line = np.int64(entries[place, ROW]), _line_of(scan, entries[place, ABLE])
            for near in range(line, lines):
                read_ahead(scan.ready_rows, (row, near))
            scan.ways[ways, WAY], scan.ways[ways, LINE_OF_WAY], scan.ways[ways, STEP] = row, line, step
            able = min(able, np.int64(entries[place, ABLE]))
            ways += 1
        scan.ways[ways - 1, CLASS] = slack
        before = place
    return ways, able


@njit(cache=True, nogil=True)
def _cap_from(scan: Scan, caps, minute):
    """Return the first cap of a scan that is not before a minute; `CAPS`: none."""
    cap, end = scan.lines[0] * CAPS_OF_LINE, scan.lines[1] * CAPS_OF_LINE
    while cap < end and caps[cap] < minute:
        cap += 1
    return cap if cap < end else CAPS


@njit(cache=True, nogil=True)
def _arrive(scan: Scan, able, cap, price):
    """Lower the row being made, by `able` as it is, by a price from a cap on; returns by which it is possible then."""
    lines = scan.lines[1] - scan.lines[0]
    for line in range(_line_of(scan, cap), min(_line_of(scan, able), lines)):
        scan.left[line] = MOST
    for place in range(cap - scan.lines[0] * CAPS_OF_LINE, lines * CAPS_OF_LINE):
        line, cell = place // CAPS_OF_LINE, place % CAPS_OF_LINE * FIELDS
        for field in range(FIELDS):
            scan.left[line, cell + field] = min(scan.left[line, cell + field], price[field])
    return min(able, cap)


@njit(cache=True, nogil=True)
def _leave(tables: Tables, fares: Fares, scan: Scan, caps, stop, minute, destination, nothing):
    """Make the row for cargo that leaves a vehicle at a stop at a minute; returns the first cap by which it is possible."""
    steps, lines, able, ways = tables.steps, scan.lines[1] - scan.lines[0], np.int64(CAPS), np.int64(0)
    if stop == destination:
        cap = _cap_from(scan, caps, minute)
        return _arrive(scan, able, cap, nothing) if cap < CAPS else cap
    for step in range(tables.steps_from[stop], tables.steps_from[stop + 1]):
        if steps[step, TO] != destination:
            ways, new = _note_ways(scan, fares, ways, step, steps[step, TO], minute + steps[step, MINUTES])
            able = min(able, new)
    for line in range(_line_of(scan, able), lines):
        scan.left[line] = MOST
    for way in range(ways):
        step, line, row = scan.ways[way, STEP], scan.ways[way, LINE_OF_WAY], scan.ready_rows[scan.ways[way, WAY]]
        price, risk = fares.steps[step], fares.risks[steps[step, TO], scan.ways[way, CLASS]]
        while line < lines:
            lower_for(scan.left[line], row[line], price, risk)
            line += 1
    for step in range(tables.steps_from[stop], tables.steps_from[stop + 1]):
        if steps[step, TO] == destination:
            cap = _cap_from(scan, caps, minute + steps[step, MINUTES])
            if cap < CAPS:
                able = _arrive(scan, able, cap, fares.steps[step])
    return able


@njit(cache=True, nogil=True)
def _board(scan: Scan, entered, stop, departs, aboard, able, price):
    """Add what is possible for cargo that boards at a stop at a minute; returns how many rows are then in use."""
    first, count, lines = scan.first[stop], scan.count[stop], scan.lines[1] - scan.lines[0]
    new, line = scan.ready_rows[entered], _line_of(scan, able)
    for place in range(line, lines):
        pay(new[place], aboard[place], price)
    newest, span = first + count - 1, departs >> SPAN
    if count:
        old, old_able = scan.ready_rows[scan.entries[newest, ROW]], np.int64(scan.entries[newest, ABLE])
        if able >= old_able and _no_lower(new, old, line, lines):
            return entered
        _join(new, line, old, _line_of(scan, old_able), lines)
        able = min(able, old_able)
        for between in range(span + 1, scan.entries[newest, MINUTE] >> SPAN):
            scan.newest[stop, between] = newest
    newest += 1
    scan.newest[stop, span] = newest
    scan.entries[newest, MINUTE], scan.entries[newest, ROW], scan.entries[newest, ABLE] = departs, entered, able
    scan.count[stop] = count + 1
    return entered + 1


@njit(cache=True, nogil=True)
def _no_lower(new, old, line, end):
    """Say whether lines of a row are nowhere lower than those of another."""
    while line < end:
        if anywhere_lower(new[line], old[line]):
            return False
        line += 1
    return True


@njit(cache=True, nogil=True)
def _ask_ahead(tables: Tables, timetable: Timetable, foresight: Foresight, scan: Scan, number, ready, longest):
    """Ask for the memory that passages to come will need: where entries, rows and runs are is known well before."""
    end, steps, steps_from = foresight.window[END], tables.steps, tables.steps_from
    far, near = min(number + FAR, end - 1), min(number + NEAR, end - 1)
    there = np.int64(foresight.places[far - foresight.window[BEGIN]])
    for line in range(scan.lines[1] - scan.lines[0]):
        read_ahead(foresight.left_rows, (there, line))
    read_ahead(scan.on_board, (np.int64(timetable.runs[far]),))
    read_ahead(foresight.left_able, (there,))
    for passage, found in ((far, False), (near, True)):
        stop, arrives = timetable.to_stops[passage], timetable.arrives[passage] - ready
        if stop < 0:
            continue
        for step in range(steps_from[stop], steps_from[stop + 1]):
            minute, at = arrives + steps[step, MINUTES], np.int64(steps[step, TO])
            if minute <= longest:
                span = np.int64(minute >> SPAN)
                if found:
                    read_ahead(scan.entries, (np.int64(scan.newest[at, span]), np.int64(0)))
                else:
                    read_ahead(scan.newest, (at, span))


@njit(cache=True, nogil=True)
def look_ahead(
    tables: Tables, fares: Fares, timetable: Timetable, foresight: Foresight, scan: Scan, reached, destination, ready
):
    """Make a scan's lines of the rows of a query. `reached` is what `timetable.reach` found."""
    tables, fares, timetable, foresight = unowned(tables), unowned(fares), unowned(timetable), unowned(foresight)
    scan, (reached,) = unowned(scan), unowned((reached,))
    on_board, aboard, aboard_able, left = scan.on_board, scan.aboard, scan.aboard_able, scan.left
    moves, caps, stops = tables.moves, foresight.caps, tables.steps_from.shape[0] - 1
    lines, longest = scan.lines[1] - scan.lines[0], caps[scan.lines[1] * CAPS_OF_LINE - 1]
    scan.count[:] = 0
    foresight.left_able[:] = CAPS
    scan.newest[:] = 0
    on_board[:] = NO_ROW
    nothing = np.zeros(LINE, np.int16)
    entered, used, free = 0, np.int64(0), np.int64(NO_ROW)
    begin = foresight.window[BEGIN]
    for number in range(begin, foresight.window[END]):
        arrives, stop = timetable.arrives[number] - ready, timetable.to_stops[number]
        _ask_ahead(tables, timetable, foresight, scan, number, ready, longest)
        if arrives > longest:
            continue
        run, move = timetable.runs[number], timetable.moves[number]
        place, able = np.int64(on_board[run]), np.int64(CAPS)
        if stop >= 0 and arrives >= reached[stop]:
            able = _leave(tables, fares, scan, caps, stop, arrives, destination, nothing)
        if able < CAPS:
            line, there = _line_of(scan, able), np.int64(foresight.places[number - begin])
            foresight.left_able[there] = able
            for new in range(line, lines):
                copy(foresight.left_rows[there, new], left[new])
            if place == NO_ROW:
                if free == NO_ROW:
                    place = used
                    used += 1
                else:
                    place = free
                    free = np.int64(aboard_able[place])
                on_board[run], aboard_able[place] = place, CAPS
            _join(aboard[place], _line_of(scan, aboard_able[place]), left, line, lines)
            aboard_able[place] = min(able, np.int64(aboard_able[place]))
        if place == NO_ROW:
            continue
        able = np.int64(aboard_able[place])
        row, price = aboard[place], fares.moves[move]
        for line in range(_line_of(scan, able), lines):
            pay(row[line], row[line], price)
        here, departs = moves[move, FROM_STOP], timetable.departs[number] - ready
        if moves[move, MAY_BOARD] and departs >= reached[stops + here]:
            entered = _board(scan, entered, here, departs, aboard[place], able, fares.boardings[move])
        if move == moves[move, FIRST_MOVE]:
            aboard_able[place] = free
            free = place
            on_board[run] = NO_ROW
