"""An act that is under way on a locked case: what it changes and adds, until `open_act` writes it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import ChainEnd
from landsea.base.outbox.actions.queue import Mail
from landsea.cases.actions.pool import Pool
from landsea.cases.actions.rows import Rows
from landsea.cases.answer_links import ANSWER_LINKS
from landsea.cases.beside_case import Beside, read_beside
from landsea.cases.models import AnswerLink, Case, Message, StepRecord
from landsea.cases.recipients import Recipient, RecipientLookup
from landsea.rules.access import Cite
from landsea_core.caseflow import MessageKind, Side


class AlreadyDone(Exception):
    """The same form was sent before and has acted; nothing more is done. `case` is as it is now."""

    def __init__(self, case: Case):
        super().__init__(case.ref)
        self.case = case


@dataclass
class Work:
    """An act under way on a locked case. `facts` go into the audit, `mails` into the outbox, `rows` to their tables; `pool`
    is the pool it is done in, None for an act alone.
    """

    case: Case
    actor: Actor
    act: str
    side: Side | None
    now: datetime
    facts: dict = field(default_factory=dict)
    mails: list[Mail] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    rows: Rows = field(default_factory=Rows)
    pool: Pool | None = None

    @property
    def known(self) -> RecipientLookup:
        """Where addresses and people are looked up."""
        return self.pool.known if self.pool else LookupOfAct(self)

    @cached_property
    def beside(self) -> Beside:
        """What lies beside the case, read when it is first asked for."""
        return read_beside(self.case.pk)

    def chain_end(self) -> ChainEnd | None:
        """Return where the case's chain of acts ends; None in a pool, which looks for all of its cases at once."""
        return None if self.pool else self.beside.chain_end

    def running_step(self) -> StepRecord | None:
        """Return the row of the running step, or None for a closed case."""
        if self.pool:
            return self.pool.running_step(self.case)
        return StepRecord.objects.filter(case=self.case, ended_at=None).select_related("desk__office").first()

    def answer_link_for(self, person: Recipient) -> uuid.UUID:
        """Return the nonce of the link by which this confirmed address answers the case: the one it was sent since the case
        came to the desk, else a new one.
        """
        case, whom = self.case, {"contact_id": person.contact_id, "address": person.email}
        for row in self.rows.answer_links:
            if (row.contact_id, row.address) == (person.contact_id, person.email):
                return row.nonce
        if self.act != "file":
            known = self.beside.link_for(person.contact_id, person.email, case.desk_since)
            if known:
                return known
        row = AnswerLink(case=case, created_at=self.now, **whom, **ANSWER_LINKS.new_link())
        self.rows.answer_links.append(row)
        return row.nonce

    def change(self, **fields) -> None:
        """Set fields of the case, to be written by name at the end."""
        for name, value in fields.items():
            setattr(self.case, name, value)
        self.changed |= set(fields)

    def write(self, kind: MessageKind, body: str, *, language: str = "", cites: Sequence[Cite] = ()) -> Message:
        """Add a message in the actor's name; `cites` are versions of measures (`cite.find_versions_to_cite`)."""
        message = Message(
            case=self.case,
            kind=kind,
            side=self.side or Side.OFFICE,
            author_id=self.actor.user_id,
            desk_id=find_speaking_desk(self.actor, self.case) if self.side is not Side.FILER else None,
            act=self.act,
            body=body,
            language=language,
            cites=[list(one) for one in cites],
            by_link=self.actor.link_contact is not None,
            created_at=self.now,
        )
        self.rows.messages.append(message)
        return message


class LookupOfAct(RecipientLookup):
    """What is looked up for one act alone: the filer's address with all that lies beside the case."""

    def __init__(self, work: Work):
        self._work = work

    def filer(self, case: Case) -> tuple[str, object]:
        """Return the filer's address and link."""
        if case.pk != self._work.case.pk:
            return super().filer(case)
        return self._work.beside.email, self._work.beside.nonce


def find_speaking_desk(actor: Actor, case: Case) -> int:
    """Return the desk in whose name the actor writes: the accountable one when it is theirs, else their own."""
    if case.desk_id in actor.desks or not actor.desks:
        return case.desk_id
    return min(actor.holds or actor.desks)
