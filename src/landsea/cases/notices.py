"""Who is told of an act, and by which mail. Adds mails to an act's work; the outbox sends them after the commit.

Mails carry the number, what happened and where to look, never the words of a case: a mailbox is not a door of ours.
"""

from django.db.models import OuterRef, Subquery

from landsea.cases.actions.doing import Work
from landsea.cases.models import FilerIdentity, FilerLink
from landsea.cases.stream import stream_of
from landsea.directory import access as directory_access
from landsea.directory.access import heads_of_office, people_of_desk
from landsea.directory.people import people_to_tell
from landsea.outbox.actions.queue import Mail


def tell_filer(work: Work, template: str, *, nonce=None, email: str | None = None, **facts) -> None:
    """Tell the filer's side, if it left an address: by the mailbox link, in the language of the filing.

    `email` and `nonce` are looked up unless the caller has just written them.
    """
    case = work.case
    if email is None:
        newest = FilerLink.objects.filter(case=OuterRef("case"), revoked_at=None).order_by("-id").values("nonce")
        found = FilerIdentity.objects.filter(case=case).values_list("email", Subquery(newest[:1])).first()
        email, nonce = found[0], nonce or found[1]
    if not email:
        return
    work.mails.append(
        Mail(
            template=template,
            address=email,
            language=case.language,
            stream=stream_of(case),
            once=f"{template}:{case.pk}:{case.version}:filer:{email}"[:120],
            facts={"ref": case.ref, "link": str(nonce) if nonce else "", **_due(case), **facts},
        )
    )


def tell_office(work: Work, template: str, *, desk=None, **facts) -> None:
    """Tell the people of a desk (the accountable one unless named): its holders; the deputies while those are away."""
    _tell(work, template, people_to_tell(desk or work.case.desk, work.now), facts)


def tell_called(work: Work, template: str, called_on: str, **facts) -> None:
    """Tell of a silence: the accountable desk's people, and whoever is called now (deputies, or heads of office)."""
    desk = work.case.desk
    called = {"deputy": people_of_desk, "head": lambda desk_id, at: heads_of_office(desk.office_id, at)}.get(called_on)
    people = [*people_to_tell(desk, work.now), *(called(desk.pk, work.now) if called else ())]
    _tell(work, template, {one.user_id: one for one in people}.values(), facts)


def _tell(work: Work, template: str, people, facts: dict) -> None:
    case = work.case
    for person in people:
        if person.user_id == work.actor.user_id:
            continue
        work.mails.append(
            Mail(
                template=template,
                address=person.user.email,
                language=person.user.language,
                user_id=person.user_id,
                stream=stream_of(case),
                once=f"{template}:{case.pk}:{case.version}:user:{person.user_id}",
                facts={"ref": case.ref, "urgent": case.lane == "urgent", **_due(case), **facts},
            )
        )


def tell_coordinator(work: Work, template: str, **facts) -> None:
    """Tell the coordinator's desk."""
    tell_office(work, template, desk=directory_access.coordinator_desk(), **facts)


def _due(case) -> dict:
    return {"due": case.due_at.isoformat() if case.due_at else "", "zone": case.desk.office.time_zone}
