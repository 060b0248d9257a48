"""What acts write besides the case itself, collected first and written together: of one act at its end, of many acts in a
pool by as many statements as one act needs."""

from dataclasses import dataclass, field, fields
from datetime import datetime

from landsea.cases.models import AgendaRequest, Involvement, Message, StepRecord
from landsea.cases.models.involvement import InvolvementKind
from landsea.directory.actions.evidence import record_answered, record_missed
from landsea.runtime.set_based import insert_rows, update_by, update_many

CLOCK_FIELDS = [
    "due_at", "predicted", "counted", "reminders", "paused_at", "pauses", "extended_by_days", "extension_reason",
    "expired_at",
]  # fmt: skip
"""The fields of a step that change while it runs."""


@dataclass
class Rows:
    """Rows to be changed and added, of one case or of many; at most one running step and one new desk a case. What is known
    by its case only begins with the case's id, then says when, and by which act. Evidence for the directory begins with
    the instant, then names the desk and the account.
    """

    steps_expired: list[tuple[int, datetime]] = field(default_factory=list)
    steps_ended: list[tuple[int, datetime, str]] = field(default_factory=list)
    steps_changed: list[StepRecord] = field(default_factory=list)
    steps_begun: list[StepRecord] = field(default_factory=list)
    desks_left: list[tuple[int, datetime]] = field(default_factory=list)
    desks_come: list[Involvement] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    agenda: list[AgendaRequest] = field(default_factory=list)
    answered: list[tuple[datetime, int, int | None]] = field(default_factory=list)
    missed: list[tuple[datetime, int]] = field(default_factory=list)

    def take(self, other: "Rows") -> None:
        """Add what another act collected."""
        for one in fields(self):
            getattr(self, one.name).extend(getattr(other, one.name))

    def write(self) -> None:
        """Write everything, endings before beginnings: one step runs, one desk is accountable."""
        self._of_running_steps(self.steps_expired, "expired_at")
        update_many(StepRecord, self.steps_changed, CLOCK_FIELDS)
        self._of_running_steps(self.steps_ended, "ended_at", "ended_by")
        insert_rows(StepRecord, self.steps_begun)
        self._write_desks()
        insert_rows(Message, self.messages)
        insert_rows(AgendaRequest, self.agenda, ignore_conflicts=True)
        self._write_evidence()

    def _write_evidence(self) -> None:
        """Tell the directory which desk and person answered, and which desk kept silent."""
        for at in {row[0] for row in self.answered}:
            record_answered([row[1:] for row in self.answered if row[0] == at], at=at)
        for at in {row[0] for row in self.missed}:
            record_missed([desk for when, desk in self.missed if when == at], at=at)

    def _of_running_steps(self, rows: list[tuple], *names: str) -> None:
        """Set these fields of running steps by their cases; a step that ends stands no longer."""
        columns = [StepRecord._meta.get_field(name) for name in names]
        cases, *values = zip(*rows, strict=True) if rows else ((),)
        set_to = dict(zip(columns, values, strict=False))
        if "ended_at" in names:
            set_to[StepRecord._meta.get_field("paused_at")] = [None] * len(cases)
        update_by(StepRecord, "case_id", cases, set_to, "target.ended_at IS NULL")

    def _write_desks(self) -> None:
        until = Involvement._meta.get_field("until")
        open_one = f"target.until IS NULL AND target.kind = '{InvolvementKind.ACCOUNTABLE}'"
        update_by(
            Involvement,
            "case_id",
            [pk for pk, _at in self.desks_left],
            {until: [at for _pk, at in self.desks_left]},
            open_one,
        )
        for come in self.desks_come:
            consulted = Involvement.objects.filter(until=None, kind=InvolvementKind.CONSULTED)
            consulted.filter(case_id=come.case_id, desk_id=come.desk_id).update(until=come.since)
        insert_rows(Involvement, self.desks_come)
