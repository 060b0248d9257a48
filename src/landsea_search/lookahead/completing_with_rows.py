"""The search of `landsea_search.compiled.search`, with rows of what lies ahead as its outlook."""

from landsea_search.compiled.borrowing import borrow_arrays
from landsea_search.compiled.loops import Array, compiled_loop
from landsea_search.compiled.room import Room
from landsea_search.compiled.search import go_through_minutes
from landsea_search.compiled.tables import Prices, Tables
from landsea_search.compiled.task import Task, Work
from landsea_search.lookahead import judging  # noqa: F401 - answers what the search asks its outlook
from landsea_search.lookahead.foresight import Foresight


@compiled_loop
def complete_front_with_rows(
    foresight: Foresight, tables: Tables, prices: Prices, room: Room, state: Array, task: Task, budget: int
) -> None:
    """Do as `complete_front` does; a label stays only if its row says that it may lead to something new."""
    tables, prices, room = borrow_arrays(tables), borrow_arrays(prices), borrow_arrays(room)
    state = borrow_arrays((state,))[0]
    go_through_minutes(Work(tables, prices, room, borrow_arrays(foresight), state, task), budget)
