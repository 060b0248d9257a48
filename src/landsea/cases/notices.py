"""Who is told of an act, and by which mail. Adds mails to an act's work; the outbox sends them after the commit.

Mails carry the number, what happened, what it is about by codes (its gist) and where to look, never the words of a case: a
mailbox is not a door of ours.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from landsea.base.contributions import Slot
from landsea.base.outbox.actions.queue import Mail
from landsea.base.outbox.channels import MAIL
from landsea.cases.actions.act_under_way import Work
from landsea.cases.audit_stream import name_stream
from landsea.cases.filer_clock import find_zone_of_filer
from landsea.cases.gist import make_kept_gist
from landsea.cases.models import Case
from landsea.cases.recipients import Recipient
from landsea.directory import access as directory_access
from landsea_core.caseflow import Called, Step

FILER_ACCOUNTS: Slot[Callable[[Case], list[tuple[str, str]]]] = Slot(
    "where else a filer wants to be told: (channel, address)"
)


def tell_filer(
    work: Work, template: str, *, nonce=None, email: str | None = None, not_before: datetime | None = None, **facts
) -> None:
    """Tell the filer's side, where it left an address or wrote by a messenger: by the mailbox link, in the language of the
    filing.

    `email` and `nonce` are looked up unless the caller has just written them; `not_before` puts the mail off.
    """
    case = work.case
    if email is None:
        email, newest = work.known.filer(case)
        nonce = nonce or newest
    told_at = [(MAIL, email)] if email else []
    told_at += [account for find_accounts in FILER_ACCOUNTS for account in find_accounts(case)]
    for channel, address in told_at:
        work.mails.append(
            Mail(
                template=template,
                channel=channel,
                address=address,
                language=case.language,
                stream=name_stream(case),
                once=f"{template}:{case.pk}:{case.version}:filer:{address}"[:120],
                not_before=not_before,
                facts={
                    "ref": case.ref,
                    "link": str(nonce) if nonce else "",
                    **_due_facts(case, find_zone_of_filer(case)),
                    "gist": make_kept_gist(case),
                    "at_desk": case.desk.code,
                    **facts,
                },
            )
        )


def tell_office(work: Work, template: str, *, desk=None, **facts) -> None:
    """Tell the people of a desk (the accountable one unless named): its holders; the deputies while those are away."""
    tell_people(work, template, work.known.people(desk or work.case.desk, work.now), **facts)


def tell_called(work: Work, template: str, called: Called, **facts) -> None:
    """Tell whoever a silence calls now, and nobody who was told before of this wait; in the urgent lane with the deputies
    also whoever has duty. Where no person is called (a late solution, a case that is closed), the desk's people are told.
    """
    desk, known = work.case.desk, work.known
    if called is Called.FILER or work.facts["step"] == Step.SOLVE:
        people = known.people(desk, work.now)
    else:
        people = known.called(desk, called, work.now)
    if work.case.lane == "urgent" and called is Called.DEPUTY:
        told = {one.email.lower() for one in known.people(desk, work.now)}
        people = [*people, *(one for one in known.on_duty(desk, work.now) if one.email.lower() not in told)]
    tell_people(work, template, {one.email.lower(): one for one in people}.values(), **facts)


def tell_people(
    work: Work,
    template: str,
    people: Iterable[Recipient],
    *,
    not_before: Callable[[Recipient], datetime | None] | None = None,
    actor_too: bool = False,
    **facts,
) -> None:
    """Tell these people, whoever acts only with `actor_too`; `not_before` says for each until when (aware) the mail is put
    off, None for not at all.
    """
    case = work.case
    for person in people:
        if person.user_id == work.actor.user_id and person.user_id is not None and not actor_too:
            continue
        if person.contact_id == work.actor.link_contact and person.contact_id is not None and not actor_too:
            continue
        link = {"answer_link": str(work.answer_link_for(person))} if person.contact_id else {}
        whom = f"user:{person.user_id}" if person.user_id else person.email
        work.mails.append(
            Mail(
                template=template,
                address=person.email,
                language=person.language,
                user_id=person.user_id,
                contact_id=person.contact_id,
                stream=name_stream(case),
                once=f"{template}:{case.pk}:{case.version}:{whom}"[:120],
                not_before=not_before(person) if not_before else None,
                facts={
                    "ref": case.ref,
                    "urgent": case.lane == "urgent",
                    **_due_facts(case, case.desk.office.time_zone),
                    "gist": make_kept_gist(case),
                    **facts,
                    **link,
                },
            )
        )


def tell_coordinator(work: Work, template: str, **facts) -> None:
    """Tell the coordinator's desk."""
    tell_office(work, template, desk=directory_access.find_coordinator_desk(), **facts)


def _due_facts(case: Case, zone: str) -> dict:
    """When the case is due, or since when it is late: never both. `zone` is that of the clock the reader is told it by."""
    at, is_late = case.due_at.isoformat() if case.due_at else "", case.silent_since is not None
    return {
        "due": "" if is_late else at,
        "late_since": at if is_late else "",
        "zone": zone,
    }
