"""A row that comes from a file and that people may change: what counts when the file is renewed, or somebody edits it.

The file is the seed. Until somebody edits a row here, it follows the file; from then on what they wrote counts, and a
renewed file changes nothing, but it is said that the file has moved on. Nothing is read or written here.

    >>> ours = take_edit(State({"h": 4}, {"h": 4}), {"h": 7})
    >>> take_seed(ours, {"h": 5})
    State(row={'h': 7}, seed={'h': 5}, entered_here=True, overtaken=True)
    >>> take_seed(ours, {"h": 7})
    State(row={'h': 7}, seed={'h': 7}, entered_here=False, overtaken=False)
"""

from dataclasses import dataclass, replace
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class State:
    """A row as it stands. `row`: what counts; `seed`: what the file had when it was last taken in (None: no such row).

    `entered_here`: people wrote what counts, so a renewed file does not change it. `overtaken`: the file was renewed after
    they wrote it, so that somebody should look.
    """

    row: Row | None = None
    seed: Row | None = None
    entered_here: bool = False
    overtaken: bool = False


def take_seed(state: State, seed: Row | None) -> State:
    """Return how a row stands after its file was taken in; `seed` is the file's row, None where it has none."""
    if not state.entered_here or seed == state.row:
        return State(seed, seed)
    if seed == state.seed:
        return state
    return replace(state, seed=seed, overtaken=True)


def take_edit(state: State, row: Row | None) -> State:
    """Return how a row stands after an edit; `row` is what shall count, None: what the file has."""
    if row is None or row == state.seed:
        return State(state.seed, state.seed)
    return State(row, state.seed, entered_here=True)
