"""The rows of a case that is filed: its number, its first step, the papers of its form, and all that is written beside it.
Filing one case and filing many make them by the same functions.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import Act, make_entries
from landsea.base.outbox.actions.queue import make_deliveries, write_with_deliveries
from landsea.base.secret_links import compute_digest
from landsea.base.set_based import Change, make_insertion
from landsea.cases.access import list_held_for
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.move import make_step
from landsea.cases.actions.pool import Pool
from landsea.cases.audit_stream import name_stream
from landsea.cases.deadline_mapping import find_next_look
from landsea.cases.filing_plan import (
    Filing,
    Plan,
    make_title,
)
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import (
    AnswerLink,
    Case,
    CaseFile,
    FilerIdentity,
    FilerLink,
    HeldFile,
    Involvement,
    StepRecord,
)
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.notices import tell_filer, tell_office
from landsea_core.caseflow import MessageKind, Side, State


def make_next_ref(now: datetime) -> str:
    """Return the next case number, LS-YEAR-NNNNNN; numbers may have gaps and say nothing about how many cases exist."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('case_number')")
        return f"LS-{now:%Y}-{cursor.fetchone()[0]:06d}"


def write_filed(
    works: Sequence[Work], filings: Sequence[Filing], nonces: Sequence, records: Sequence[StepRecord], *others: Change
) -> None:
    """Write by one statement what stands beside filed cases, which have their keys: identities, links, accountable desks,
    first steps, audit entries and receipts; and these other changes.
    """
    cases, now = [work.case for work in works], works[0].now
    for case, record in zip(cases, records, strict=True):
        record.case = case  # made before the case had its key
    identities = [
        FilerIdentity(case=case, name=one.name, party=one.party, email=one.email, phone=one.phone)
        for case, one in zip(cases, filings, strict=True)
    ]
    links = [
        FilerLink(case=case, nonce=nonce, digest=compute_digest(MAILBOX_LINKS.secret_of(nonce)), created_at=now)
        for case, nonce in zip(cases, nonces, strict=True)
    ]
    desks = [
        Involvement(case=case, desk=case.desk, kind=InvolvementKind.ACCOUNTABLE, since=now, act="file")
        for case in cases
    ]
    acts = [Act(name_stream(work.case), "file", work.actor.label, now, work.facts, first=True) for work in works]
    deliveries = make_deliveries([mail for work in works for mail in work.mails], now=now)
    write_with_deliveries(
        *others,
        make_insertion(FilerIdentity, identities),
        make_insertion(FilerLink, links),
        make_insertion(Involvement, desks),
        make_insertion(StepRecord, records),
        make_insertion(AnswerLink, [link for work in works for link in work.rows.answer_links]),
        make_entries(acts),
        deliveries=deliveries,
    )


def make_case(
    filing: Filing, plan: Plan, *, ref: str, form_digest: str | None, actor: Actor, now: datetime
) -> tuple[Case, StepRecord]:
    """Return a case as it is filed and its first running step, neither written yet."""
    place, (first, due) = plan.place, plan.deadlines[0]
    case = Case(
        ref=ref,
        form_key_digest=form_digest,
        filed_at=now,
        filed_by_id=actor.user_id,
        association_id=filing.association,
        member_id=filing.member,
        is_joint=bool(filing.joint_members),
        visibility=filing.visibility,
        language=filing.language,
        written_in=filing.written_in,
        reading=filing.reading,
        title=make_title(filing.text),
        text=filing.text,
        filer_country=filing.filer_country,
        country=filing.country or (place.country if place else ""),
        place=place,
        place_text=filing.place_text,
        topic=filing.topic,
        matter=filing.matter,
        goods=filing.goods,
        hs=filing.hs,
        direction=filing.direction,
        happened_on=filing.happened_on,
        lane=filing.lane,
        lane_reason=filing.lane_reason,
        about_page=filing.about_page,
        routing=plan.reasons,
        state=State.FILED,
        step=first,
        desk=plan.desk,
        desk_since=now,
        meant_desk=plan.meant,
        touched_at=now,
        is_demo=filing.is_demo,
    )
    record = make_step(case, due, now)
    case.due_at, case.wakes_at = record.due_at, find_next_look(record)
    return case, record


def make_filing_work(case: Case, filing: Filing, nonce, actor: Actor, now: datetime, pool: Pool | None = None) -> Work:
    """Return the act of filing with its facts and its receipts: to the filer, who has just left the address, and to the
    desk.
    """
    facts = {"desk": case.desk_id, "lane": str(filing.lane)}
    work = Work(case, actor, "file", Side.FILER, now, facts=facts, pool=pool)
    if filing.by_mail:
        about = {"topic": filing.topic, "matter": filing.matter, "place": filing.place_code}
        about |= {"country": case.country, "goods": filing.goods}
        tell_filer(work, "case_filed_by_mail", nonce=nonce, email=filing.email, about=about)
    else:
        tell_filer(work, "case_filed", nonce=nonce, email=filing.email)
    tell_office(work, "case_arrived")
    return work


def take_held_files(case: Case, form_digest: str, now: datetime) -> None:
    """Move the papers that were uploaded with a form onto its case."""
    held = list_held_for(form_digest)
    if not held:
        return
    CaseFile.objects.bulk_create(
        CaseFile(
            case=case,
            kind=MessageKind.ALL,
            side=Side.FILER,
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            digest=file.digest,
            stored=file.stored,
            created_at=now,
        )
        for file in held
    )
    HeldFile.objects.filter(pk__in=[file.pk for file in held]).delete()
