"""Keeping rows while a scan goes back in time: what is possible on board a run, and for cargo that is ready at a stop."""

from landsea_search.compiled.loops import Array, compiled_loop, int64
from landsea_search.lookahead.foresight import ABLE, CAPS, MINUTE, NO_ROW, ROW, Scan
from landsea_search.lookahead.making_rows import SPAN, find_line
from landsea_search.lookahead.wide_lines import add_price, copy_line, is_anywhere_lower, lower_line


@compiled_loop
def join_rows(row: Array, line: int, other: Array, other_line: int, end: int) -> None:
    """Lower a row, of which the lines from `line` on count, by another one."""
    while other_line < min(line, end):
        copy_line(row[other_line], other[other_line])
        other_line += 1
    while other_line < end:
        lower_line(row[other_line], other[other_line])
        other_line += 1


@compiled_loop
def find_place_on_board(scan: Scan, run: int, used: int, free: int) -> tuple[int, int, int]:
    """Return the place of a run's row, taking one where it has none yet, how many places are used, and the first free one.

    Places that are free again form a chain: each holds the next one where others hold the first possible cap.
    """
    place = int64(scan.on_board[run])
    if place == NO_ROW:
        if free == NO_ROW:
            place = used
            used += 1
        else:
            place = free
            free = int64(scan.aboard_able[place])
        scan.on_board[run], scan.aboard_able[place] = place, CAPS
    return place, used, free


@compiled_loop
def enter_boarding(scan: Scan, entered: int, stop: int, departs: int, place: int, price: Array) -> int:
    """Add what is possible for cargo that boards at a stop at a minute and then has the row on board at a place.

    Returns how many rows of cargo that is ready are then in use.
    """
    first, count, lines = scan.first[stop], scan.counts[stop], scan.lines[1] - scan.lines[0]
    aboard, able = scan.aboard[place], int64(scan.aboard_able[place])
    new, line = scan.ready_rows[entered], find_line(scan, able)
    for number in range(line, lines):
        add_price(new[number], aboard[number], price)
    newest, span = first + count - 1, departs >> SPAN
    if count:
        old, old_able = scan.ready_rows[scan.entries[newest, ROW]], int64(scan.entries[newest, ABLE])
        if able >= old_able and _is_nowhere_lower(new, old, line, lines):
            return entered
        join_rows(new, line, old, find_line(scan, old_able), lines)
        able = min(able, old_able)
        for between in range(span + 1, scan.entries[newest, MINUTE] >> SPAN):
            scan.newest[stop, between] = newest
    newest += 1
    scan.newest[stop, span] = newest
    scan.entries[newest, MINUTE], scan.entries[newest, ROW], scan.entries[newest, ABLE] = departs, entered, able
    scan.counts[stop] = count + 1
    return entered + 1


@compiled_loop
def _is_nowhere_lower(new: Array, old: Array, line: int, end: int) -> bool:
    """Say whether lines of a row are nowhere lower than those of another."""
    while line < end:
        if is_anywhere_lower(new[line], old[line]):
            return False
        line += 1
    return True
