"""The scan that makes the rows of one query (`foresight`), the latest passage first."""

import numpy as np

from landsea_search.compiled.borrowing import borrow_arrays
from landsea_search.compiled.loops import Array, compiled_loop, int64
from landsea_search.compiled.tables import FIRST_MOVE, FROM_STOP, MAY_BOARD, MINUTES, TO, Tables
from landsea_search.compiled.task import count_stops
from landsea_search.lookahead.asking_memory import ask_for_memory
from landsea_search.lookahead.entering_rows import enter_boarding, find_place_on_board, join_rows
from landsea_search.lookahead.foresight import BEGIN, CAPS, END, NO_ROW, Fares, Foresight, Scan
from landsea_search.lookahead.making_rows import SPAN, find_line, make_row
from landsea_search.lookahead.timetable import Timetable
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE, LINE, add_price, copy_line

# So many passages ahead memory is asked for: for what is found by looking something up first, and for what that is.
NEAR, FAR = 8, 24


@compiled_loop
def scan_back(
    tables: Tables,
    fares: Fares,
    timetable: Timetable,
    foresight: Foresight,
    scan: Scan,
    reached: Array,
    destination: int,
    ready: int,
) -> None:
    """Make a scan's lines of the rows of a query. `reached` is what `timetable.fill_reached` found."""
    tables, fares, timetable = borrow_arrays(tables), borrow_arrays(fares), borrow_arrays(timetable)
    foresight, scan, (reached,) = borrow_arrays(foresight), borrow_arrays(scan), borrow_arrays((reached,))
    aboard, aboard_able, left, moves, stops = (
        scan.aboard,
        scan.aboard_able,
        scan.left,
        tables.moves,
        count_stops(tables),
    )
    lines, longest = scan.lines[1] - scan.lines[0], foresight.caps[scan.lines[1] * CAPS_OF_LINE - 1]
    scan.counts[:] = 0
    foresight.left_able[:] = CAPS
    scan.newest[:] = 0
    scan.on_board[:] = NO_ROW
    nothing = np.zeros(LINE, np.int16)
    entered, used, free = 0, int64(0), int64(NO_ROW)
    begin = foresight.window[BEGIN]
    for number in range(begin, foresight.window[END]):
        arrives, stop = timetable.arrives[number] - ready, timetable.to_stops[number]
        _ask_ahead(tables, timetable, foresight, scan, number, ready, longest)
        if arrives > longest:
            continue
        run, move = timetable.runs[number], timetable.moves[number]
        place, able = int64(scan.on_board[run]), int64(CAPS)
        if stop >= 0 and arrives >= reached[stop]:
            able = make_row(tables, fares, scan, foresight.caps, stop, arrives, destination, nothing)
        if able < CAPS:
            line, there = find_line(scan, able), int64(foresight.places[number - begin])
            foresight.left_able[there] = able
            for new in range(line, lines):
                copy_line(foresight.left_rows[there, new], left[new])
            place, used, free = find_place_on_board(scan, run, used, free)
            join_rows(aboard[place], find_line(scan, aboard_able[place]), left, line, lines)
            aboard_able[place] = min(able, int64(aboard_able[place]))
        if place == NO_ROW:
            continue
        row, price = aboard[place], fares.moves[move]
        for line in range(find_line(scan, int64(aboard_able[place])), lines):
            add_price(row[line], row[line], price)
        here, departs = moves[move, FROM_STOP], timetable.departs[number] - ready
        if moves[move, MAY_BOARD] and departs >= reached[stops + here]:
            entered = enter_boarding(scan, entered, here, departs, place, fares.boardings[move])
        if move == moves[move, FIRST_MOVE]:
            aboard_able[place] = free
            free = place
            scan.on_board[run] = NO_ROW


@compiled_loop
def _ask_ahead(
    tables: Tables, timetable: Timetable, foresight: Foresight, scan: Scan, number: int, ready: int, longest: int
) -> None:
    """Ask for the memory that passages to come will need: where entries, rows and runs are is known well before."""
    end, steps, steps_from = foresight.window[END], tables.steps, tables.steps_from
    far, near = min(number + FAR, end - 1), min(number + NEAR, end - 1)
    there = int64(foresight.places[far - foresight.window[BEGIN]])
    for line in range(scan.lines[1] - scan.lines[0]):
        ask_for_memory(foresight.left_rows, (there, line))
    ask_for_memory(scan.on_board, (int64(timetable.runs[far]),))
    ask_for_memory(foresight.left_able, (there,))
    for passage, found in ((far, False), (near, True)):
        stop, arrives = timetable.to_stops[passage], timetable.arrives[passage] - ready
        if stop < 0:
            continue
        for step in range(steps_from[stop], steps_from[stop + 1]):
            minute, at = arrives + steps[step, MINUTES], int64(steps[step, TO])
            if minute <= longest:
                span = int64(minute >> SPAN)
                if found:
                    ask_for_memory(scan.entries, (int64(scan.newest[at, span]), int64(0)))
                else:
                    ask_for_memory(scan.newest, (at, span))
