"""What lies ahead at best, departures as they are and waiting included: made by a scan, for queries that need many labels.

One scan over all passages of runs (`scan`), the latest first, gives for cargo that leaves a vehicle there, and for each
of `CAPS` latest arrivals, the least cost, CO2e and risk with which it can be at the destination by then, and the least of
`JOINT` x CO2e + risk, as these two pull against each other most: who is clean and who is sure is seldom the same. The four
times `CAPS` numbers are a *row*; beside it stands the first of the latest arrivals by which it can be there at all.

The four numbers of a latest arrival lie together, and those of eight fill a *line* of the processor's memory. What is before
the first possible latest arrival is neither made nor read, but for the rest of its line. No line of a row depends on another:
a search that asks only for some of the latest arrivals (`passes`) makes only their lines.

Whatever is left out only makes a row lower, so it stays a bound: openings, cut-offs, slack but by `CLASSES` classes, and
what is above `MOST`. Networks with haulages have no rows: a haulage goes at any minute, so it is no passage of a run.
"""

from typing import NamedTuple

import numpy as np

from landsea_search.compiled.lines import CAPS_OF_LINE, FIELDS

CAPS = 32
CLASSES = 4
COVERED = 64  # classes of cost, and of CO2e
JOINT = 8
NO_ROW = -1
NO_RISK = (1 << 15) - 1  # more than any: there is no journey
# Fields of a latest arrival, and how many lines are in a row.
COST, CO2, RISK, BOTH = range(FIELDS)
LINES = CAPS // CAPS_OF_LINE
LATE = 3  # the first line that the late half of a search asks for (`passes`)
# Columns of `Scan.entries`, and of `Scan.ways`: row and line, the step to where cargo is ready, the class of slack.
MINUTE, ROW, ABLE = range(3)
WAY, LINE_OF_WAY, STEP, CLASS = range(4)


class Foresight(NamedTuple):
    """Rows of one query and how they are found; `able` are the first caps by which it is possible, `CAPS`: never."""

    window: np.ndarray
    base: np.ndarray  # by run: `base[run] + move` is the place of what is possible after that move of it
    places: np.ndarray  # by passage of the window: the same place
    caps: np.ndarray  # latest arrivals in minutes after the query's readiness, rising; the last is the query's
    left_rows: np.ndarray  # by place: for cargo that leaves the vehicle there
    left_able: np.ndarray
    fronts: np.ndarray  # by cap: journeys that arrive before all that counts for it, as words without their time
    fronts_count: np.ndarray
    cost_class: np.ndarray  # by cost, up to where the last class begins; more of it is of no lower class. So by CO2e
    co2_class: np.ndarray
    least_risk: np.ndarray  # by cap, class of cost, class of CO2e: the least risk in `fronts` up to these classes
    failing: np.ndarray  # by node: the last cap at which no journey was as good


class Fares(NamedTuple):
    """Prices and risks as lines have them, no number above `MOST`."""

    moves: np.ndarray
    boardings: np.ndarray  # by move
    steps: np.ndarray
    slacks: np.ndarray  # by stop and class: where each class of slack begins
    risks: np.ndarray  # by stop and class of slack: the least risk


class Scan(NamedTuple):
    """What some lines of all rows are made in; a stop's entries are departures from it, by falling minute."""

    lines: np.ndarray  # the first line, and the one after the last
    first: np.ndarray  # by stop: its first entry
    count: np.ndarray
    newest: np.ndarray  # by stop and span of minutes: the last of the entries from the beginning of the span on
    entries: np.ndarray  # minute, row for cargo that boards then or later (boarding paid but not its risk), first cap
    ready_rows: np.ndarray
    on_board: np.ndarray  # by run: place of its row, of what is possible on board before the move looked at last
    aboard: np.ndarray
    aboard_able: np.ndarray
    left: np.ndarray  # the row that is being made
    ways: np.ndarray  # what it is made from
