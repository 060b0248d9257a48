"""Rows of what lies ahead at best, departures as they are and waiting included: what they are and how they are laid out.

For cargo that leaves a vehicle after a passage of a run, and for each of `CAPS` latest arrivals, a row holds the least cost,
CO2e and risk with which that cargo can be at the destination by then, and the least of `JOINT` x CO2e + risk. These two pull
against each other most: who is clean and who is sure is seldom the same. Beside a row stands the first of the latest arrivals
by which it can be there at all.

The four numbers of a latest arrival lie together, and those of eight latest arrivals fill one *line* of the processor's memory.
What is before the first possible latest arrival is neither made nor read, but for the rest of its line. No line of a row
depends on another: a search that asks only for some of the latest arrivals (`halves`) makes only their lines.

Whatever is left out only makes a row lower, so it stays a bound: openings, cut-offs, slack but by `CLASSES` classes, and
what is above `MOST_IN_ROW`.
"""

from typing import NamedTuple

from landsea_search.compiled.loops import Array
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE, FIELDS

CAPS = 32
CLASSES = 4
COVERED = 64  # classes of cost, and of CO2e
JOINT = 8
NO_ROW = -1
NO_RISK = (1 << 15) - 1  # more than any: there is no journey
# Fields of a latest arrival, and how many lines are in a row.
COST, CO2, RISK, BOTH = range(FIELDS)
LINES = CAPS // CAPS_OF_LINE
LATE = 3  # the first line that the late half of a search asks for
# Places of a window: the number of its first passage and the one after its last, the first of the latest arrivals that are
# asked for and the one after the last.
BEGIN, END, FIRST_CAP, END_CAP = range(4)
# Columns of `Scan.entries`, and of `Scan.ways`: row and line, the step to where cargo is ready, the class of slack.
MINUTE, ROW, ABLE = range(3)
WAY, LINE_OF_WAY, STEP, CLASS = range(4)


class Foresight(NamedTuple):
    """Rows of one query and how they are found; `left_able` are the first caps by which it is possible, `CAPS`: never."""

    window: Array
    base: Array  # by run: `base[run] + move` is the place of what is possible after that move of it
    places: Array  # by passage of the window: the same place
    caps: Array  # latest arrivals in minutes after the query's readiness, rising; the last is the query's
    left_rows: Array  # by place: for cargo that leaves the vehicle there
    left_able: Array
    fronts: Array  # by cap: journeys that arrive before all that counts for it, as words without their time
    fronts_count: Array
    cost_class: Array  # by cost, up to where the last class begins; more of it is of no lower class
    co2_class: Array  # so by CO2e
    least_risk: Array  # by cap, class of cost, class of CO2e: the least risk in `fronts` up to these classes
    failing: Array  # by node: the last cap at which no journey was as good


class Fares(NamedTuple):
    """Prices and risks as lines have them, no number above `MOST_IN_ROW`."""

    moves: Array
    boardings: Array  # by move
    steps: Array
    slacks: Array  # by stop and class: where each class of slack begins
    risks: Array  # by stop and class of slack: the least risk


class Scan(NamedTuple):
    """What some lines of all rows are made in; a stop's entries are departures from it, by falling minute."""

    lines: Array  # the first line, and the one after the last
    first: Array  # by stop: its first entry
    counts: Array  # by stop: how many entries it has
    newest: Array  # by stop and span of minutes: the last of the entries from the beginning of the span on
    entries: Array  # minute, row for cargo that boards then or later (boarding paid but not its risk), first cap
    ready_rows: Array
    on_board: Array  # by run: place of its row, of what is possible on board before the move looked at last
    aboard: Array
    aboard_able: Array
    left: Array  # the row that is being made
    ways: Array  # what it is made from
