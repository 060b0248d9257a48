"""Files many cases at one instant by as many statements as one takes: the same plans, rows and receipts as `file_case`."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from landsea.base.actors import Actor
from landsea.base.secret_links import make_nonce
from landsea.base.set_based import make_insertion, take_keys
from landsea.cases.actions.filed_rows import (
    make_case,
    make_filing_work,
    write_filed,
)
from landsea.cases.actions.pool import Pool
from landsea.cases.filing_plan import Filing, plan_for
from landsea.cases.models import Case


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
            make_case(filing, plan_for(filing, now), ref=ref, form_digest=None, actor=actor, now=now)
            for filing, ref in zip(filings, _new_refs(len(filings), now), strict=True)
        ]
        cases = [case for case, _record in filed]
        take_keys(cases)
        nonces = [make_nonce() for _ in cases]
        pool = Pool(cases, now)
        works = [
            make_filing_work(case, filing, nonce, actor, now, pool)
            for case, filing, nonce in zip(cases, filings, nonces, strict=True)
        ]
        write_filed(works, filings, nonces, [record for _case, record in filed], make_insertion(Case, cases))
    return cases


def _new_refs(count: int, now: datetime) -> list[str]:
    """Return so many new case numbers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('case_number') FROM generate_series(1, %s)", [count])
        return [f"LS-{now:%Y}-{number:06d}" for (number,) in cursor.fetchall()]
