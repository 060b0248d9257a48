"""Reading a journey's legs back from the label it ended with."""

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.compiled.room_columns import BEFORE, BY_STEP, LEFT
from landsea_search.compiled.tables import FROM, MINUTES, ROW, TO, Tables
from landsea_search.journey import Haul, Leg, Passage, Ride
from landsea_search.network import Network


class LegReader:
    """Knows which line a run belongs to, and the rows behind steps and haulages."""

    def __init__(self, network: Network, tables: Tables) -> None:
        self.network, self.tables = network, tables
        self.line_of_run = np.repeat(np.arange(len(network.lines)), [len(line.starts) for line in network.lines])
        self.first_move = np.cumsum([0, *(len(line.moves) for line in network.lines)])

    def read_legs(self, labels: Array, words: Array, label: int, ready: int, time_mask: int) -> tuple[Leg, ...]:
        """Return the legs in the order of travel; times of labels count from `ready`. A change at a stop is no leg."""
        legs: list[Leg] = []
        while label > 0:
            before, run, boarded, left = labels[label, BEFORE : LEFT + 1].tolist()
            if run >= 0:
                legs.append(self._read_ride(run, boarded, left))
            elif run == BY_STEP:
                legs += self._read_passage(boarded, ready + (int(words[label]) & time_mask))
            else:
                haulage = int(self.tables.hauls[boarded, ROW])
                legs.append(Haul(haulage, ready + left, ready + left + self.network.haulages[haulage].minutes))
            label = before
        return tuple(reversed(legs))

    def _read_ride(self, run: int, boarded: int, left: int) -> Ride:
        """Return a ride on a run, by the numbers of its moves among all moves."""
        line = int(self.line_of_run[run])
        start, first = int(self.tables.starts[run]), int(self.first_move[line])
        moves = self.network.lines[line].moves
        departs, arrives = start + moves[boarded - first].departs, start + moves[left - first].arrives
        return Ride(line, start, boarded - first, left - first, departs, arrives)

    def _read_passage(self, step: int, arrives: int) -> list[Leg]:
        """Return a transfer, or nothing for a change at one stop."""
        row = self.tables.steps[step].tolist()
        if row[FROM] == row[TO]:
            return []
        return [Passage(row[ROW], arrives - row[MINUTES], arrives)]
