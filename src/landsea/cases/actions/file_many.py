"""Files many cases at one instant by as many statements as one takes: the same plans, rows and receipts as `file_case`."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from landsea.accounts.actors import Actor
from landsea.audit.actions.append import Act, append_many
from landsea.cases.actions.file import filing_work, new_case
from landsea.cases.actions.pool import Pool
from landsea.cases.filing import Filing, plan_for
from landsea.cases.models import Case, FilerIdentity, FilerLink, Involvement, StepRecord
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.secret_links import digest_of, new_nonce, secret_of
from landsea.cases.stream import stream_of
from landsea.outbox.actions.queue import queue_mails
from landsea.runtime.set_based import insert_rows, take_keys


def file_many(filings: Sequence[Filing], *, actor: Actor, now: datetime) -> list[Case]:
    """File these cases in one transaction or none; for filings without papers, joint members and form keys. Raises
    ValueError for one that has such things: `file_case` files it.
    """
    if any(filing.form_key or filing.joint_members for filing in filings):
        raise ValueError("A filing with a form key or joint members is filed by itself.")
    if not filings:
        return []
    with transaction.atomic():
        filed = [
            new_case(filing, plan_for(filing, now), ref=ref, form_digest=None, actor=actor, now=now)
            for filing, ref in zip(filings, _refs(len(filings), now), strict=True)
        ]
        cases = [case for case, _record in filed]
        take_keys(cases)
        insert_rows(Case, cases)
        nonces = [new_nonce() for _ in cases]
        pairs = list(zip(cases, filings, nonces, strict=True))
        insert_rows(
            FilerIdentity,
            (
                FilerIdentity(case=case, name=one.name, party=one.party, email=one.email, phone=one.phone)
                for case, one, _nonce in pairs
            ),
        )
        insert_rows(
            FilerLink,
            (
                FilerLink(case=case, nonce=nonce, digest=digest_of(secret_of(nonce)), created_at=now)
                for case, _filing, nonce in pairs
            ),
        )
        insert_rows(
            Involvement,
            (
                Involvement(case=case, desk=case.desk, kind=InvolvementKind.ACCOUNTABLE, since=now, act="file")
                for case in cases
            ),
        )
        for case, record in filed:
            record.case = case  # which knows its key only now
        insert_rows(StepRecord, (record for _case, record in filed))
        pool = Pool(cases, now)
        works = [filing_work(case, filing, nonce, actor, now, pool) for case, filing, nonce in pairs]
        append_many(Act(stream_of(w.case), "file", actor.label, now, w.facts, first=True) for w in works)
        queue_mails([mail for work in works for mail in work.mails], now=now)
    return cases


def _refs(count: int, now: datetime) -> list[str]:
    """Return so many new case numbers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('case_number') FROM generate_series(1, %s)", [count])
        return [f"LS-{now:%Y}-{number:06d}" for (number,) in cursor.fetchall()]
