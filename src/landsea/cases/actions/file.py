"""Files a case: the one act that makes a number, a secret link, an accountable desk, a running step and the receipts."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from landsea.base.actors import Actor
from landsea.base.secret_links import compute_digest, make_nonce
from landsea.base.set_based import make_insertion
from landsea.cases.actions.filed_rows import make_case, make_filing_work, make_next_ref, take_held_files, write_filed
from landsea.cases.actions.reading_evidence import make_rows
from landsea.cases.filing_plan import (
    Filing,
    plan_for,
)
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import (
    Case,
    FilerLink,
    JointMember,
    ReadingCorrection,
    WordsToRead,
)
from landsea.cases.models.corrections import Who


@dataclass(frozen=True)
class Filed:
    """A filed case and the secret of its mailbox; `again` is true when the same form had been filed before."""

    case: Case
    secret: str
    again: bool = False


def file_case(filing: Filing, *, actor: Actor, now: datetime) -> Filed:
    """File a case. The same `form_key` again returns the case that it made, with the same secret link.

    In one transaction: number, case with its accountable desk, identity, link, papers held for the form, first step,
    audit entry, receipt to the filer and notice to the desk.
    """
    form_digest = compute_digest(filing.form_key) if filing.form_key else None
    try:
        with transaction.atomic():
            return _file_new_case(filing, form_digest, actor, now)
    except IntegrityError:
        if form_digest and (earlier := find_filed_with(form_digest)):
            return earlier
        raise


def find_filed_with(form_digest: str) -> Filed | None:
    """Return what the form with this key digest has filed, or None. The secret is empty once the first link was replaced:
    a form left open somewhere must not open what a new link was made for.
    """
    case = Case.objects.filter(form_key_digest=form_digest).select_related("desk__office").first()
    if case is None:
        return None
    link = FilerLink.objects.filter(case=case).order_by("id").first()
    return Filed(case, MAILBOX_LINKS.secret_of(link.nonce) if link and not link.revoked_at else "", again=True)


def _file_new_case(filing: Filing, form_digest: str | None, actor: Actor, now: datetime) -> Filed:
    plan = plan_for(filing, now)
    case, record = make_case(filing, plan, ref=make_next_ref(now), form_digest=form_digest, actor=actor, now=now)
    case.save(force_insert=True)
    nonce = make_nonce()
    for member in filing.joint_members:
        JointMember.objects.create(case=case, member_id=member, added_at=now)
    if form_digest:
        take_held_files(case, form_digest, now)
    who = Who.ASSOCIATION if filing.association else Who.FILER
    corrected = make_insertion(ReadingCorrection, make_rows(case, who, filing.corrections, now))
    to_read = make_insertion(
        WordsToRead, [] if filing.to_read is None else [WordsToRead(case=case, chosen=filing.to_read)]
    )
    write_filed([make_filing_work(case, filing, nonce, actor, now)], [filing], [nonce], [record], corrected, to_read)
    return Filed(case, MAILBOX_LINKS.secret_of(nonce))


def make_form_key() -> str:
    """Return a key for a new form; whoever holds it can send that form, and reach what it filed."""
    return uuid.uuid4().hex + uuid.uuid4().hex
