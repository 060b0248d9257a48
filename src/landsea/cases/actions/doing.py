"""What every act on a case has in common: one transaction that locks the case, refuses or acts, and leaves one audit
row and its outbox rows, or nothing at all.

    with doing(actor, ref, "answer", now=now, need=Need.OFFICE_SIDE, key=key) as work:
        work.move(Act.ANSWER)
        work.write(MessageKind.ALL, body)
        tell_filer(work, "case_answered")

At the end of the block the changed fields of the case are written by name, its version goes up by one, the audit entry
and the mails are written. An exception undoes all of it. In a pool (see `pool`) the same happens, for many acts at once.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.access import entry_with_key
from landsea.base.outbox.actions.queue import Mail
from landsea.base.refusal import Refused
from landsea.base.secret_links import digest_of
from landsea.cases.access import Need, case_for, side_of
from landsea.cases.actions.pool import Pool, current_pool
from landsea.cases.actions.rows import Rows, write_acts
from landsea.cases.models import Case, Message, StepRecord
from landsea.cases.recipients import Known
from landsea.cases.stream import stream_of
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
    def known(self) -> Known:
        """Where addresses and people are looked up."""
        return self.pool.known if self.pool else Known()

    def running_step(self) -> StepRecord | None:
        """Return the row of the running step, or None for a closed case."""
        if self.pool:
            return self.pool.running_step(self.case)
        return StepRecord.objects.filter(case=self.case, ended_at=None).select_related("desk__office").first()

    def change(self, **fields) -> None:
        """Set fields of the case, to be written by name at the end."""
        for name, value in fields.items():
            setattr(self.case, name, value)
        self.changed |= set(fields)

    def write(self, kind: MessageKind, body: str, *, language: str = "", cites: Sequence[Cite] = ()) -> Message:
        """Add a message in the actor's name; `cites` are versions of measures (`cite.cites_from`)."""
        message = Message(
            case=self.case,
            kind=kind,
            side=self.side or Side.OFFICE,
            author_id=self.actor.user_id,
            desk_id=speaking_desk(self.actor, self.case) if self.side is not Side.FILER else None,
            act=self.act,
            body=body,
            language=language,
            cites=[list(one) for one in cites],
            created_at=self.now,
        )
        self.rows.messages.append(message)
        return message


def speaking_desk(actor: Actor, case: Case) -> int:
    """Return the desk in whose name the actor writes: the accountable one when it is theirs, else their own."""
    if case.desk_id in actor.desks or not actor.desks:
        return case.desk_id
    return min(actor.holds or actor.desks)


@contextmanager
def doing(
    actor: Actor, ref: str, act: str, *, now: datetime, need: Need, key: str = "", seen_version: int | None = None
) -> Iterator[Work]:
    """Open an act on a case; see the module's text.

    `key` comes from the form: with the same key an act is done once, a second time raises AlreadyDone. `seen_version` is
    the version the person was looking at: when the act is refused and the case has moved on, the refusal says what
    changed. Raises Http404 and PermissionDenied like `case_for`.
    """
    key = act_key(act, key)
    case = None
    try:
        with _locked(actor, ref, need) as case:
            side = side_of(actor, case)
            if side is None and not actor.is_system:
                raise PermissionDenied
            work = Work(case, actor, act, side, now, pool=current_pool())
            yield work
            finish(work, key)
    except (Refused, IntegrityError) as problem:
        # The key is unique in a stream, so a second time ends at the audit entry, or is refused before: looked up here,
        # not before each act, because it is rare.
        if case is not None and key and entry_with_key(stream_of(case), key):
            case.refresh_from_db()
            raise AlreadyDone(case) from problem
        if not isinstance(problem, Refused) or case is None or seen_version in (None, case.version):
            raise
        raise _with_what_changed(problem, case, seen_version) from problem


@contextmanager
def _locked(actor: Actor, ref: str, need: Need) -> Iterator[Case]:
    """Give the case, locked: in a transaction of its own, or as it lies in the pool."""
    if pool := current_pool():
        with pool.act_on(actor, ref, need) as case:
            yield case
    else:
        with transaction.atomic():
            yield case_for(actor, ref, need=need, lock=True)


def act_key(act: str, key: str) -> str:
    """Return what the audit keeps of a form's key, empty for none. It is bound to the act: somebody who goes back and
    presses another button of the same page does another thing, not the first one again.
    """
    return digest_of(f"{act}:{key}") if key else ""


def finish(work: Work, key: str = "") -> None:
    """Write the case's changed fields, the audit entry and the mails of an act."""
    work.change(version=work.case.version + 1, touched_at=work.now)
    if work.pool:
        work.pool.take(work)
        return
    write_acts([work], key)


def _with_what_changed(refused: Refused, case: Case, seen_version: int) -> Refused:
    """Return the refusal with the acts that happened since the person looked, in words."""
    from landsea.base.audit.access import entries_of
    from landsea.cases.words import ACTS

    recent = list(entries_of(stream_of(case)))[-(case.version - seen_version) :]
    happened = ", ".join(str(ACTS.get(entry.act, entry.act)) for entry in recent)
    sentence = gettext("The case moved on while you were looking: %(happened)s. %(reason)s") % {
        "happened": happened,
        "reason": refused.sentence,
    }
    return Refused(refused.code, sentence, moved_on=True)
