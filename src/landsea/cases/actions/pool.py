"""How acts reach the rows: one alone, or many in a pool.

An act (`accept_case`, `answer_case`, `expire_step`, ...) is the same either way. Alone it locks its case, and at its
end writes its rows, in a transaction of its own. In a pool the cases were locked and read together, each act finds
its case there, and what all of them wrote is written together at the end, by about as many statements as one act
takes. That is for the watcher, which may have hundreds of deadlines at the same closing time, and for whoever plays a
year in two minutes.

    with open_pool(cases, now) as pool:
        accept_case(actor, ref, now=now)
        ...

One act a case; everything or nothing. An act that is refused leaves the pool as it was.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db import transaction

from landsea.base.actors import Actor
from landsea.cases.access import Need, find_case, needs_met
from landsea.cases.actions.rows import write_acts
from landsea.cases.models import Case, StepRecord
from landsea.cases.recipients import PooledRecipientLookup

_current: ContextVar["Pool | None"] = ContextVar("pool", default=None)


def find_current_pool() -> "Pool | None":
    """Return the pool in which acts are done now, or None."""
    return _current.get()


@contextmanager
def open_pool(cases: Iterable[Case], now: datetime) -> Iterator["Pool"]:
    """Do acts on these cases, whose rows the caller has locked in its transaction, and write them together."""
    pool = Pool(cases, now)
    token = _current.set(pool)
    try:
        yield pool
    finally:
        _current.reset(token)
    pool.write()


class Pool:
    """Acts at one instant on cases that are locked."""

    def __init__(self, cases: Iterable[Case], now: datetime):
        self.now = now
        self.cases = {case.ref: case for case in cases}
        self.known = PooledRecipientLookup(self.cases.values(), now)
        self.works: list = []
        self._done: set[int] = set()
        self._running: dict[int, StepRecord] | None = None

    @contextmanager
    def act_on(self, actor: Actor, ref: str, need: Need) -> Iterator[Case]:
        """Give the locked case to one act. Raises like `find_case`; what an act changed before it failed is undone."""
        case = self.cases[ref.upper()]
        if case.pk in self._done:
            raise RuntimeError(f"{case.ref} had its act in this pool already; write it first.")
        if need is Need.READ or need not in needs_met(actor, case):
            find_case(actor, ref, need=need)  # says whether it may be known of and be acted on
        before = dict(case.__dict__)
        try:
            yield case
        except BaseException:
            case.__dict__.clear()
            case.__dict__.update(before)
            raise

    def take(self, work) -> None:
        """Keep an act that was done, to be written with the others."""
        self._done.add(work.case.pk)
        self.works.append(work)

    def running_step(self, case: Case) -> StepRecord | None:
        """Return the running step of a case; those of all cases are read at the first question."""
        if self._running is None:
            rows = StepRecord.objects.filter(case__in=[one.pk for one in self.cases.values()], ended_at=None)
            self._running = {row.case_id: row for row in rows}
        row = self._running.get(case.pk)
        if row is not None:
            row.case, row.desk = case, self.known.desk(row.desk_id)
        return row

    def write(self) -> None:
        """Write what the acts changed, added, noted and told."""
        if not self.works:
            return
        with transaction.atomic(savepoint=False):
            write_acts(self.works)
        self.works = []
