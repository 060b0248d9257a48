"""What of a case somebody reads who sees it: messages, files, who filed it, its steps, desks and links."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.http import Http404

from landsea.accounts.models import User
from landsea.base.actors import Actor
from landsea.base.plain_reads import read_rows, read_rows_of, write_condition
from landsea.cases.access.rights import find_side, list_visible_cases
from landsea.cases.access.tables_beside import has_none
from landsea.cases.models import (
    Case,
    CaseFile,
    CaseLink,
    FilerIdentity,
    Involvement,
    JointMember,
    Message,
    NameOpening,
    Redaction,
    StepRecord,
)
from landsea.directory import access as directory_access
from landsea_core.caseflow import MessageKind, Side, Visibility

Of = TypeVar("Of", Message, StepRecord, Involvement)
TAKEN_BACK = "retract_answer"
ANSWERS = ("answer", "propose_outcome", TAKEN_BACK)
"""Acts whose words answer a case, or take the answer back."""
OPENED_FOR = timedelta(days=1)
"""How long somebody who opened a name may read it again."""
THREAD = """
FROM cases_message LEFT JOIN accounts_user author ON author.id = cases_message.author_id
WHERE {condition} ORDER BY cases_message.created_at, cases_message.id
"""


def match_visible_kinds(actor: Actor, case: Case) -> Q:
    """Return the condition on messages and files of this case that the actor may see."""
    if actor.is_coordinator:
        return Q(kind__in=[MessageKind.ALL, MessageKind.OFFICES]) | Q(kind=MessageKind.INTERNAL, desk__in=actor.desks)
    if find_side(actor, case) is Side.OFFICE:
        return Q(kind__in=[MessageKind.ALL, MessageKind.OFFICES]) | Q(
            kind=MessageKind.INTERNAL, desk_id__in=actor.desks
        )
    return Q(kind=MessageKind.ALL)


def list_messages(actor: Actor, case: Case) -> QuerySet[Message]:
    """Return the messages of a case that this actor may see, oldest first; their files are in `list_files`."""
    found = Message.objects.filter(match_visible_kinds(actor, case), case=case)
    return found.select_related("author").order_by("created_at", "id")


def find_message(actor: Actor, message_id: int) -> Message:
    """Return one message that this actor may see, with its case; Http404 for any other, and for one that was blacked out."""
    cases = list_visible_cases(actor).values("pk")
    found = Message.objects.select_related("case").filter(pk=message_id, redacted_at=None, case__in=cases).first()
    if found is None or not list_messages(actor, found.case).filter(pk=message_id).exists():
        raise Http404
    return found


def read_thread(actor: Actor, case: Case) -> list[Message]:
    """Return `list_messages` with the desks that wrote them and their offices, by a plain statement."""
    condition, values = write_condition(list_messages(actor, case))
    messages = []
    for message, author in read_rows(THREAD.format(condition=condition), values, cases_message=Message, author=User):
        message.author = author
        messages.append(message)
    return _with_desks(messages)


def _with_desks(rows: list[Of]) -> list[Of]:
    """Return rows that name desks, with these and their offices as the directory keeps them."""
    for row in rows:
        if row.desk_id:
            row.desk = directory_access.find_kept_desk(row.desk_id)
    return rows


def find_last_answers(actor: Actor, case_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return, by case, the last answer or proposed outcome that all sides see and that was not taken back, with its language
    (empty where nobody said it), of those of the cases that this actor may see.
    """
    said = Message.objects.filter(
        case__in=list_visible_cases(actor).filter(pk__in=case_ids),
        kind=MessageKind.ALL,
        act__in=ANSWERS,
        redacted_at=None,
    )
    last = said.order_by("case_id", "-created_at", "-id").distinct("case_id")
    rows = last.values_list("case_id", "act", "body", "language")
    return {case: (body, language) for case, act, body, language in rows if act != TAKEN_BACK}


def find_when_filers_wrote_last(actor: Actor, case_ids: Collection[int]) -> dict[int, datetime]:
    """Return, by case, when its filer wrote, where nobody at a desk wrote to all sides since; of those of the cases that this
    actor may see. The filing itself counts for nothing.
    """
    said = Message.objects.filter(case__in=list_visible_cases(actor).filter(pk__in=case_ids), kind=MessageKind.ALL)
    last = (
        said.order_by("case_id", "-created_at", "-id").distinct("case_id").values_list("case_id", "side", "created_at")
    )
    return {case: at for case, side, at in last if side == Side.FILER}


def list_files(actor: Actor, case: Case) -> QuerySet[CaseFile]:
    """Return the files of a case that this actor may see; a redacted one is listed, its bytes are not to be had."""
    if has_none(case, "file"):
        return CaseFile.objects.none()
    return CaseFile.objects.filter(match_visible_kinds(actor, case), case=case).order_by("created_at", "id")


def may_name_filer(actor: Actor, case: Case) -> bool:
    """True when this actor, who sees the case, reads without further ado who filed it: the name and the party of a named case,
    for the filer's own side everything.
    """
    return _is_filers_side(actor, case) or case.visibility == Visibility.NAMED


def may_open_filer(actor: Actor, case: Case) -> bool:
    """True when this actor may open what is withheld of the filer, which is written down: of a named case whoever acts on it,
    of one known to the coordinator only the coordinator, of a pseudonymous one nobody.
    """
    if _is_filers_side(actor, case) or find_side(actor, case) is None:
        return False
    if case.visibility == Visibility.COORDINATOR_ONLY:
        return actor.is_coordinator
    return case.visibility == Visibility.NAMED


def _is_filers_side(actor: Actor, case: Case) -> bool:
    return actor.filer_case == case.pk or case.association_id in actor.associations


@dataclass(frozen=True)
class FilerRead:
    """Who filed a case as far as somebody reads it, None for nothing; `is_withheld`: there is more that they may open."""

    identity: FilerIdentity | None
    is_withheld: bool = False


def find_identity(actor: Actor, case: Case, now: datetime) -> FilerRead:
    """Return who filed as far as this actor may read it at `now` (aware): the filer's own side reads all; others the name and
    party of a named case. What is withheld (address and telephone; of a case known to the coordinator only the name too) is
    there for a day after the same reader has opened it (`actions.open_filer`), and for nobody else.
    """
    identity = next(iter(read_rows_of(FilerIdentity, "case_id = %s", [case.pk])), None)
    if identity is None or _is_filers_side(actor, case):
        return FilerRead(identity)
    is_named = may_name_filer(actor, case)
    withheld = [identity.email, identity.phone] + ([] if is_named else [identity.name, identity.party])
    may_open = any(withheld) and may_open_filer(actor, case)
    if may_open and has_opened(actor, case, now):
        return FilerRead(identity)
    shown = FilerIdentity(case=case, name=identity.name, party=identity.party) if is_named else None
    return FilerRead(shown, is_withheld=may_open)


def has_opened(actor: Actor, case: Case, now: datetime) -> bool:
    """True when this reader opened who filed the case within a day before `now` (aware)."""
    whose = {"contact_id": actor.link_contact} if actor.link_contact else {"user_id": actor.user_id}
    if not any(whose.values()) or has_none(case, "opening"):
        return False
    return NameOpening.objects.filter(case=case, at__gt=now - OPENED_FOR, **whose).exists()


def list_names_behind(case: Case) -> list[str]:
    """Return the names, addresses and numbers of all behind a case, its number among them: for looking whether a text
    gives one of them away, never for showing, so it asks no actor."""
    found = [case.ref]
    for row in FilerIdentity.objects.filter(case=case).values_list("name", "party", "email", "phone"):
        found += row
    if case.member:
        found += [case.member.party, case.member.contact_name, case.member.email, case.member.phone]
    for row in JointMember.objects.filter(case=case).values_list("member__party", "member__contact_name"):
        found += row
    return [name for name in found if name]


def has_address(actor: Actor, case: Case) -> bool:
    """True when the filer's side, asking about its own case, left an e-mail address."""
    identity = FilerIdentity.objects.filter(case=case).first() if _is_filers_side(actor, case) else None
    return bool(identity and identity.email)


def list_steps(actor: Actor, case: Case) -> QuerySet[StepRecord]:
    """Return the steps of a case that the actor was given by `find_case`; everybody who sees it sees its clock."""
    return StepRecord.objects.filter(case=case).select_related("desk__office").order_by("began_at")


def list_steps_with_desks(actor: Actor, case: Case) -> list[StepRecord]:
    """Return all of `list_steps`, with their desks and the offices of these."""
    return _with_desks(read_rows_of(StepRecord, "case_id = %s ORDER BY began_at", [case.pk]))


def find_running(steps: Iterable[StepRecord]) -> StepRecord | None:
    """Return the running one of all steps of a case, or None for a closed case."""
    return next((record for record in steps if record.ended_at is None), None)


def find_running_step(actor: Actor, case: Case) -> StepRecord | None:
    """Return the running step, or None for a closed case."""
    return list_steps(actor, case).filter(ended_at=None).first()


def list_involvements(actor: Actor, case: Case) -> list[Involvement]:
    """Return the desks that are or were in on a case; the reasons of hand-offs are for offices only, empty for others."""
    found = _with_desks(read_rows_of(Involvement, "case_id = %s ORDER BY since, id", [case.pk]))
    if find_side(actor, case) not in (Side.OFFICE, Side.COORDINATOR):
        for one in found:
            one.reason = ""  # a column that is only put off would be read by whoever names it
    return found


def list_linked_cases(actor: Actor, case: Case) -> list[tuple[str, Case]]:
    """Return (kind, other case) of linked cases that this actor may see as well."""
    if has_none(case, "link"):
        return []
    links = CaseLink.objects.filter(Q(case=case) | Q(other=case)).values_list("case_id", "other_id", "kind")
    kinds = {(other if one == case.pk else one): kind for one, other, kind in links}
    return [
        (kinds[found.pk], found)
        for found in list_visible_cases(actor).filter(pk__in=kinds).select_related("place").order_by("ref")
    ]


def list_redactions(actor: Actor, case: Case) -> list[Redaction]:
    """Return what was blacked out, for the coordinator only; the originals are empty, as each look at one is noted."""
    if not actor.is_coordinator or has_none(case, "redaction"):
        return []
    found = list(Redaction.objects.filter(case=case).order_by("id"))
    for one in found:
        one.original = ""
    return found


def list_joint_members(actor: Actor, case: Case, now: datetime) -> list[str]:
    """Return the names of a joint case's members, to those who may know who filed it, or have opened it."""
    if not case.is_joint or not (may_name_filer(actor, case) or has_opened(actor, case, now)):
        return []
    return list(JointMember.objects.filter(case=case).values_list("member__party", flat=True).order_by("id"))


def find_when_it_went_on(actor: Actor, ref: str) -> datetime | None:
    """Return until when a desk of this actor had the case that it has no more; None where none ever had it."""
    if not actor.desks:
        return None
    had = Involvement.objects.filter(case__ref=ref.upper(), desk_id__in=actor.desks, until__isnull=False)
    return had.order_by("-until").values_list("until", flat=True).first()
