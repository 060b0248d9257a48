"""What acts write, collected first and written together: of one act at its end, of many acts in a pool by as many statements
as one act needs."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import chain

from landsea.base.audit.actions.append import Act, make_entries
from landsea.base.outbox.actions.queue import make_deliveries, write_with_deliveries
from landsea.base.outbox.actions.withdraw import make_withdrawal
from landsea.base.set_based import (
    Change,
    make_insertion,
    make_update,
    take_keys,
    update_by_key,
    write_together,
)
from landsea.cases.audit_stream import name_stream, name_stream_of_id
from landsea.cases.models import AgendaRequest, AnswerLink, Case, Involvement, Message, ReadingCorrection, StepRecord
from landsea.cases.models.involvement import InvolvementKind
from landsea.directory.actions.evidence import record_answered, record_answered_at, record_missed

CLOCK_FIELDS = [
    "due_at",
    "predicted",
    "counted",
    "reminders",
    "paused_at",
    "pauses",
    "extended_by_days",
    "extension_reason",
    "expired_at",
]
"""The fields of a step that change while it runs."""
REMINDERS_OF_DESKS = ("case_reminder",)
REMINDERS = (*REMINDERS_OF_DESKS, "case_reminder_filer")


@dataclass
class Rows:
    """Rows to be changed and added, of one case or of many; at most one running step and one new desk a case. A tuple
    about a case holds the case's id, the instant and, where needed, the act. A tuple about a desk or an account begins with
    the instant: evidence for the directory.
    """

    steps_expired: list[tuple[int, datetime]] = field(default_factory=list)
    steps_ended: list[tuple[int, datetime, str]] = field(default_factory=list)
    steps_changed: list[StepRecord] = field(default_factory=list)
    steps_begun: list[StepRecord] = field(default_factory=list)
    desks_left: list[tuple[int, datetime]] = field(default_factory=list)
    desks_come: list[Involvement] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    agenda: list[AgendaRequest] = field(default_factory=list)
    agenda_over: list[tuple[int, datetime]] = field(default_factory=list)
    answered: list[tuple[datetime, int, int | None]] = field(default_factory=list)
    missed: list[tuple[datetime, int]] = field(default_factory=list)
    corrections: list[ReadingCorrection] = field(default_factory=list)
    answer_links: list[AnswerLink] = field(default_factory=list)
    answered_by_link: list[tuple[datetime, int]] = field(default_factory=list)

    def take(self, other: "Rows") -> None:
        """Add what another act collected."""
        for one in fields(self):
            getattr(self, one.name).extend(getattr(other, one.name))

    def endings(self, now: datetime) -> list[Change]:
        """Return what ends or changes at `now`. A step that is changed does not end, or fall due, in the same act."""
        changed = {record.case_id for record in self.steps_changed}
        if not changed.isdisjoint(row[0] for row in [*self.steps_expired, *self.steps_ended]):
            raise RuntimeError("An act changes a running step or ends it, not both.")
        return [
            make_update(StepRecord, self.steps_changed, CLOCK_FIELDS),
            self._steps_over(),
            *self._desks_left(),
            self._agenda_over(),
            *self._reminders_overtaken(now),
        ]

    def beginnings(self) -> list[Change]:
        """Return what is added."""
        if any(message.pk for message in self.messages):
            take_keys([message for message in self.messages if not message.pk])
        return [
            make_insertion(StepRecord, self.steps_begun),
            make_insertion(Involvement, self.desks_come),
            make_insertion(Message, self.messages),
            make_insertion(AgendaRequest, self.agenda, ignore_conflicts=True),
            make_insertion(ReadingCorrection, self.corrections),
            make_insertion(AnswerLink, self.answer_links),
        ]

    def write_evidence(self) -> None:
        """Tell the directory which desk and person answered, and which desk kept silent."""
        for at in {row[0] for row in self.answered}:
            record_answered([row[1:] for row in self.answered if row[0] == at], at=at)
        for at in {row[0] for row in self.answered_by_link}:
            record_answered_at([contact for when, contact in self.answered_by_link if when == at], at=at)
        for at in {row[0] for row in self.missed}:
            record_missed([desk for when, desk in self.missed if when == at], at=at)

    def _steps_over(self) -> Change:
        """Running steps, by their cases, that fell due or end; neither kind stands, and one that ends may have fallen due
        before.
        """
        expired = dict(self.steps_expired)
        ended = {pk: (at, act) for pk, at, act in self.steps_ended}
        cases = sorted(expired | ended)
        values = {
            "expired_at": [expired.get(pk) for pk in cases],
            "ended_at": [ended.get(pk, (None, ""))[0] for pk in cases],
            "ended_by": [ended.get(pk, (None, ""))[1] for pk in cases],
            "paused_at": [None] * len(cases),
        }
        columns = {StepRecord._meta.get_field(name): column for name, column in values.items()}
        kept = [StepRecord._meta.get_field("expired_at")]
        return update_by_key(StepRecord, "case_id", cases, columns, "target.ended_at IS NULL", kept=kept)

    def _reminders_overtaken(self, now: datetime) -> list[Change]:
        """Reminders that wait for somebody's morning: of steps that are over, stand, or run by another deadline meanwhile;
        and those for the people of a desk that is not accountable any more.
        """
        moved = {row[0] for row in [*self.steps_expired, *self.steps_ended]}
        moved |= {record.case_id for record in self.steps_changed}
        left = {pk for pk, _at in self.desks_left} - moved
        return [
            make_withdrawal([name_stream_of_id(pk) for pk in sorted(cases)], templates, "the case moved on", at=now)
            for cases, templates in ((moved, REMINDERS), (left, REMINDERS_OF_DESKS))
        ]

    def _agenda_over(self) -> Change:
        """Cases that asked for a dialogue because nobody answered, and were answered before one took them up."""
        return update_by_key(
            AgendaRequest,
            "case_id",
            [pk for pk, _at in self.agenda_over],
            {AgendaRequest._meta.get_field("withdrawn_at"): [at for _pk, at in self.agenda_over]},
            "target.taken_at IS NULL AND target.withdrawn_at IS NULL AND target.step <> 'solve'",
        )

    def _desks_left(self) -> list[Change]:
        """Accountable desks that others follow; and those consulted until now that become accountable."""
        until = Involvement._meta.get_field("until")
        left = update_by_key(
            Involvement,
            "case_id",
            [pk for pk, _at in self.desks_left],
            {until: [at for _pk, at in self.desks_left]},
            f"target.until IS NULL AND target.kind = '{InvolvementKind.ACCOUNTABLE}'",
        )
        since = {(come.case_id, come.desk_id): come.since for come in self.desks_come}
        consulted = []
        if since:
            rows = Involvement.objects.filter(case__in={pk for pk, _desk in since}, kind=InvolvementKind.CONSULTED)
            consulted = [row for row in rows.filter(until=None) if (row.case_id, row.desk_id) in since]
            for row in consulted:
                row.until = since[row.case_id, row.desk_id]
        return [left, make_update(Involvement, consulted, ["until"])]


def write_acts(works: Sequence, key: str = "") -> None:
    """Write what these acts, each on a case of its own and all of one instant, changed, added, noted and told: what ends
    by one statement, what begins by another, so that one step runs and one desk is accountable; where nothing ends, all by
    one. `key` is that of the form which asked for the one act.
    """
    now, rows = works[0].now, Rows()
    for work in works:
        rows.take(work.rows)
    names = sorted(set().union(*(work.changed for work in works)))
    endings, cases = rows.endings(now), make_update(Case, [work.case for work in works], names)
    ends_something = any(change.rows for change in endings)
    if ends_something:
        write_together(*endings, cases)
    deliveries = make_deliveries([mail for work in works for mail in work.mails], now=now)
    acts = [
        Act(name_stream(work.case), work.act, work.actor.label, now, work.facts, key, after=work.chain_end())
        for work in works
    ]
    others = ([] if ends_something else [cases], rows.beginnings(), [make_entries(acts)])
    write_with_deliveries(*chain(*others), deliveries=deliveries)
    rows.write_evidence()
