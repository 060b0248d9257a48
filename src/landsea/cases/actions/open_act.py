"""What every act on a case has in common: one transaction that locks the case, refuses or acts, and leaves one audit
row and its outbox rows, or nothing at all.

    with open_act(actor, ref, "answer", now=now, need=Need.OFFICE_SIDE, key=key) as work:
        make_move(work, Act.ANSWER)
        work.write(MessageKind.ALL, body)
        tell_filer(work, "case_answered")

At the end of the block the changed fields of the case are written by name, its version goes up by one, the audit entry
and the mails are written. An exception undoes all of it. In a pool (see `pool`) the same happens, for many acts at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.access import find_entry_with_key
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest
from landsea.cases.access import ACTS_BY_LINK, ARRANGED_BY_LINK, PHRASES_BY_LINK, Need, find_case, find_side
from landsea.cases.actions.act_under_way import AlreadyDone, Work
from landsea.cases.actions.pool import find_current_pool
from landsea.cases.actions.rows import write_acts
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import Case


@contextmanager
def open_act(
    actor: Actor, ref: str, act: str, *, now: datetime, need: Need, key: str = "", seen_version: int | None = None
) -> Iterator[Work]:
    """Open an act on a case; see the module's text.

    `key` comes from the form: with the same key an act is done once, a second time raises AlreadyDone. `seen_version` is
    the version the person was looking at: when the act is refused and the case has moved on, the refusal says what
    changed. Raises Http404 and PermissionDenied like `find_case`.
    """
    key = act_key(act, key)
    case = None
    try:
        with _lock_case(actor, ref, need) as case:
            side = find_side(actor, case)
            if side is None and not actor.is_system:
                raise PermissionDenied
            work = Work(case, actor, act, side, now, pool=find_current_pool())
            if actor.link_contact is not None:
                _mark_by_link(work)
            yield work
            finish_act(work, key)
    except (Refused, IntegrityError) as problem:
        # The key is unique in a stream, so a second time ends at the audit entry, or is refused before: looked up here,
        # not before each act, because it is rare.
        if case is not None and key and find_entry_with_key(name_stream(case), key):
            case.refresh_from_db()
            raise AlreadyDone(case) from problem
        if not isinstance(problem, Refused) or case is None or seen_version in (None, case.version):
            raise
        raise _with_what_changed(problem, case, seen_version) from problem


def _mark_by_link(work: Work) -> None:
    """Say in the audit that an act is done by an answer link; it shows that somebody reads mails to that address. Raises
    PermissionDenied for what a link may not do.
    """
    if work.act not in ACTS_BY_LINK | ARRANGED_BY_LINK | PHRASES_BY_LINK:
        raise PermissionDenied
    work.facts["by_link"] = True
    work.rows.answered_by_link.append((work.now, work.actor.link_contact))


@contextmanager
def _lock_case(actor: Actor, ref: str, need: Need) -> Iterator[Case]:
    """Give the case, locked: in a transaction of its own, or as it lies in the pool."""
    if pool := find_current_pool():
        with pool.act_on(actor, ref, need) as case:
            yield case
    else:
        with transaction.atomic():
            yield find_case(actor, ref, need=need, lock=True)


def act_key(act: str, key: str) -> str:
    """Return what the audit keeps of a form's key, empty for none. It is bound to the act: somebody who goes back and
    presses another button of the same page does another thing, not the first one again.
    """
    return compute_digest(f"{act}:{key}") if key else ""


def finish_act(work: Work, key: str = "") -> None:
    """Write the case's changed fields, the audit entry and the mails of an act."""
    work.change(version=work.case.version + 1, touched_at=work.now)
    if work.pool:
        work.pool.take(work)
        return
    write_acts([work], key)


def _with_what_changed(refused: Refused, case: Case, seen_version: int) -> Refused:
    """Return the refusal with the acts that happened since the person looked, in words."""
    from landsea.base.audit.access import list_entries
    from landsea.cases.labels import ACTS

    recent = list(list_entries(name_stream(case)))[-(case.version - seen_version) :]
    happened = ", ".join(str(ACTS.get(entry.act, entry.act)) for entry in recent)
    sentence = gettext("The case moved on while you were looking: %(happened)s. %(reason)s") % {
        "happened": happened,
        "reason": refused.sentence,
    }
    return Refused(refused.code, sentence, moved_on=True)
