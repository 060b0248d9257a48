"""The stages of a search over three or four criteria: the more labels it takes, the more is done to know journeys first.

1. An exact search that is given up after some labels: most queries end here.
2. A rough one, which finds few but real journeys close to the front.
3. An exact one along the lines that those journeys ride, which finds three to ten times as many.
4. An exact one along all lines. With the journeys of the stages before it drops most labels at once.
5. Where the fourth would take very many labels: two halves with rows of what lies ahead (`landsea_search.lookahead`).
"""

from time import thread_time

from landsea_search.answering.fitted import Fitted
from landsea_search.compiled.least_ahead import LeastAhead
from landsea_search.compiled.loops import Array
from landsea_search.compiled.room import Room, make_state
from landsea_search.compiled.room_columns import END, JOURNEYS, LABELS, OVER_BUDGET, RAN_OVER
from landsea_search.compiled.search import UNBOUNDED
from landsea_search.compiled.searching import EXACT, ON_KNOWN_LINES, ROUGH, Ground, Manner, search_in
from landsea_search.query import Query

# A search that needs more labels than this begins anew with a rough one.
ENOUGH_LABELS = 30_000
# When the search along known lines took more labels than this, the exact search gets rows of what lies ahead, which take
# about as long to make as a million labels: it would have taken a million and more.
MANY_LABELS = 45_000
# That is no more than a sign. An exact search without rows is given up after so many, and rows are made.
TOO_MANY_LABELS = 1_000_000


class Stages:
    """One query on its way; `seconds` of processor by stage, those of the two halves at the same time."""

    def __init__(self, fitted: Fitted, least_ahead: LeastAhead, query: Query, most_labels: int) -> None:
        assert fitted.prices is not None
        self.fitted, self.query, self.most_labels = fitted, query, most_labels
        self.ground = Ground(fitted.arrays.tables, fitted.prices, fitted.layout, least_ahead)
        self.state, self.seconds = make_state(), dict[str, float]()
        self.late_room: Room | None = None
        self.bytes_of_rows = 0

    def run(self) -> bool:
        """Find the front, in the room that is kept; returns False when a label was too much for its word.

        Raises TooManyLabels.
        """
        begun = thread_time()
        self.ground.least_ahead.find(self.query.destination)
        self.seconds["bounds"] = thread_time() - begun
        self._search("first", EXACT._replace(budget=ENOUGH_LABELS))
        if self.state[END] == OVER_BUDGET:
            self._search_for_many()
        return bool(self.state[END] != RAN_OVER)

    def _search_for_many(self) -> None:
        """Go on from the second stage."""
        self._search("rough", ROUGH)
        before = int(self.state[LABELS])
        self._search("on known lines", ON_KNOWN_LINES)
        after, journeys = int(self.state[LABELS]), self.fitted.room.journeys[: self.state[JOURNEYS]].copy()
        able = self.fitted.can_look_ahead
        if not able or after - before <= MANY_LABELS:
            self._search("exact", EXACT._replace(budget=TOO_MANY_LABELS if able else UNBOUNDED))
        if self.state[END] == OVER_BUDGET or "exact" not in self.seconds:
            minutes = self.fitted.room.label_words[before:after] & self.fitted.layout.time_mask
            self.search_by_halves(journeys, minutes)

    def _search(self, name: str, manner: Manner) -> None:
        """Search in one thread with the journeys already found."""
        begun = thread_time()
        self.fitted.room = search_in(self.ground, self.query, self.fitted.room, self.state, manner, self.most_labels)
        self.seconds[name] = thread_time() - begun

    def search_by_halves(self, journeys: Array, minutes: Array) -> None:
        """Search exactly with rows of what lies ahead, in two threads.

        `journeys` were known after the third stage, `minutes` are those of the labels that it made.
        """
        halves = self.fitted.load_halves()
        found = halves.search_both(
            self.ground, self.query, self.fitted.room, self.state, self.most_labels, journeys, minutes
        )
        self.fitted.room, self.late_room = found.early.room, found.late.room
        for name, half in (("early", found.early), ("late", found.late)):
            self.seconds |= {f"rows, {name}": half.rows_s, f"exact, {name}": half.search_s}
        self.bytes_of_rows = found.count_bytes()
