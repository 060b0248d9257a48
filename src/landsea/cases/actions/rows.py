"""What acts write besides the case itself, collected first and written together: of one act at its end, of many acts in a
pool by as many statements as one act needs."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from landsea.cases.actions.set_based import update_many
from landsea.cases.models import AgendaRequest, Involvement, Message, StepRecord
from landsea.cases.models.involvement import InvolvementKind
from landsea.directory.actions.evidence import record_answered, record_missed

CLOCK_FIELDS = [
    "due_at", "predicted", "counted", "reminders", "paused_at", "pauses", "extended_by_days", "extension_reason",
    "expired_at",
]  # fmt: skip
"""The fields of a step that change while it runs."""


@dataclass
class Rows:
    """Rows to be changed and added, of one case or of many; at most one running step and one new desk a case."""

    steps_ended: dict[tuple[datetime, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    steps_expired: dict[datetime, list[int]] = field(default_factory=lambda: defaultdict(list))
    steps_changed: list[StepRecord] = field(default_factory=list)
    steps_begun: list[StepRecord] = field(default_factory=list)
    desks_left: dict[datetime, list[int]] = field(default_factory=lambda: defaultdict(list))
    desks_come: list[Involvement] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    agenda: list[AgendaRequest] = field(default_factory=list)
    answered: dict[datetime, list[tuple[int, int | None]]] = field(default_factory=lambda: defaultdict(list))
    missed: dict[datetime, list[int]] = field(default_factory=lambda: defaultdict(list))

    def take(self, other: "Rows") -> None:
        """Add what another act collected."""
        for name in ("steps_ended", "steps_expired", "desks_left", "answered", "missed"):
            for key, ids in getattr(other, name).items():
                getattr(self, name)[key] += ids
        for name in ("steps_changed", "steps_begun", "desks_come", "messages", "agenda"):
            getattr(self, name).extend(getattr(other, name))

    def write(self) -> None:
        """Write everything, endings before beginnings: one step runs, one desk is accountable."""
        running = StepRecord.objects.filter(ended_at=None)
        for at, ids in self.steps_expired.items():
            running.filter(case_id__in=ids).update(expired_at=at)
        update_many(StepRecord, self.steps_changed, CLOCK_FIELDS)
        for (at, by), ids in self.steps_ended.items():
            running.filter(case_id__in=ids).update(ended_at=at, ended_by=by, paused_at=None)
        if self.steps_begun:
            StepRecord.objects.bulk_create(self.steps_begun)
        self._write_desks()
        if self.messages:
            Message.objects.bulk_create(self.messages)
        if self.agenda:
            AgendaRequest.objects.bulk_create(self.agenda, ignore_conflicts=True)
        self._write_evidence()

    def _write_evidence(self) -> None:
        """Tell the directory which desk and person answered, and which desk kept silent."""
        for at, pairs in self.answered.items():
            record_answered(pairs, at=at)
        for at, desk_ids in self.missed.items():
            record_missed(desk_ids, at=at)

    def _write_desks(self) -> None:
        there = Involvement.objects.filter(until=None)
        for at, ids in self.desks_left.items():
            there.filter(case_id__in=ids, kind=InvolvementKind.ACCOUNTABLE).update(until=at)
        for come in self.desks_come:
            there.filter(case_id=come.case_id, desk_id=come.desk_id, kind=InvolvementKind.CONSULTED).update(
                until=come.since
            )
        if self.desks_come:
            Involvement.objects.bulk_create(self.desks_come)
