"""A case as the flow sees it, with what always holds of it. What each act makes of it is in `acts`."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime

from landsea_core.caseflow.moves import RUNNING_STEP
from landsea_core.caseflow.vocabulary import Called, Lane, Outcome, State, Step


@dataclass(frozen=True)
class Snapshot:
    """What the flow knows of a case.

    `accountable_desk` and `coordinator_desk` are identifiers of any hashable kind, never None. `hand_offs` counts
    hand-offs by desks other than the coordinator's. `paused`: the filer is asked, the clock stands. `silent`: the
    wait has passed its deadline; it stays so whoever is called, until somebody acts. `called`: whom silence called last in
    this wait, None before. `outcome` is the proposed one in
    state `proposed`, the final one in state `closed`, otherwise None. `closed_at` is aware, and set when closed.
    """

    state: State
    lane: Lane
    step: Step | None
    accountable_desk: Hashable
    coordinator_desk: Hashable
    hand_offs: int = 0
    paused: bool = False
    extended: bool = False
    silent: bool = False
    called: Called | None = None
    outcome: Outcome | None = None
    closed_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.accountable_desk is None or self.coordinator_desk is None:
            raise ValueError("A case always has an accountable desk and a coordinator's desk.")
        if self.step is not RUNNING_STEP[self.state]:
            raise ValueError(f"In state {self.state} the running step is {RUNNING_STEP[self.state]}, not {self.step}.")
        if (self.outcome is not None) != (self.state in (State.PROPOSED, State.CLOSED)):
            raise ValueError("A case has an outcome exactly when one is proposed or it is closed.")
        if (self.closed_at is not None) != (self.state is State.CLOSED):
            raise ValueError("A case has a time of closing exactly when it is closed.")
        if self.paused and self.state in (State.PROPOSED, State.CLOSED):
            raise ValueError("A case is paused only while the filer is asked for something.")
        if self.called is not None and not self.silent:
            raise ValueError("Somebody is called by silence only while a case is silent.")
