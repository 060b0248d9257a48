"""What opens by an answer link: one case for one confirmed address of its accountable desk, and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from landsea.base.actors import Actor
from landsea.base.audit.access import find_entry_with_key
from landsea.base.secret_links import SHAPE, compute_digest
from landsea.base.translation.languages import find_page_language
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import AnswerLink, Case
from landsea.directory.answering import read_answering
from landsea_core.caseflow import REOPEN_WITHIN


@dataclass(frozen=True)
class Answering:
    """A link that holds now: the case with its desk, the actor behind the link, the secret itself."""

    link: AnswerLink
    case: Case
    actor: Actor
    secret: str


def open_answer_link(secret: str, now: datetime) -> Answering | None:
    """Return what this secret opens at `now` (aware); None for a foreign one, and for one that holds no more:

    the link was revoked; the case moved to another desk, or away and back; it was merged, or closed so long ago that it
    cannot be opened again; the contact left, has another address, or its address is not confirmed any more.
    """
    link = _link_with(secret)
    if link is None or not is_link_live(link, now):
        return None
    return Answering(link, link.case, make_actor_behind(link), secret)


def is_link_live(link: AnswerLink, now: datetime) -> bool:
    """Whether a link (with case and contact) opens its case at `now` (aware)."""
    case, contact = link.case, link.contact
    if link.revoked_at is not None or case.merged_into_id is not None:
        return False
    if case.desk_id != contact.desk_id or link.created_at < case.desk_since:
        return False
    if case.closed_at is not None and now - case.closed_at > REOPEN_WITHIN:
        return False
    if contact.email.lower() != link.address.lower():
        return False
    desk = read_answering([case.desk_id], now).get(case.desk_id)
    return desk is not None and contact.pk in {one.contact_id for one in desk.addresses}


def make_actor_behind(link: AnswerLink) -> Actor:
    """Return who acts by a link that holds: the desk, from this address, on this case."""
    office = link.case.desk.office
    return Actor(
        name=link.contact.name,
        language=find_page_language(link.contact.languages or office.languages),
        zone=office.time_zone,
        link_case=link.case_id,
        link_desk=link.contact.desk_id,
        link_contact=link.contact_id,
    )


def did_act_by_link(secret: str, key_digest: str) -> bool:
    """Whether the form with this key (as the audit keeps it) acted on the link's case already. Its act may have ended the
    link.
    """
    link = _link_with(secret)
    return bool(link and key_digest and find_entry_with_key(name_stream(link.case), key_digest))


def _link_with(secret: str) -> AnswerLink | None:
    if not SHAPE.fullmatch(secret):
        return None
    rows = AnswerLink.objects.select_related("case__desk__office__place", "case__place", "contact")
    return rows.filter(digest=compute_digest(secret)).first()
