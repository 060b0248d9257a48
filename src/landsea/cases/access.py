"""The only reads of cases for people. Every list, page, file, feed, count and search goes through here.

Who sees a case: the accountable desk (holder, deputy) and its head of office; desks consulted on it, while they are;
the coordinator; the association that filed it; the filer by the secret link; an observer (read-only diplomat) of the
filer's country, if the case is named. Within a case, `messages_for`, `files_for` and `identity_for` decide the rest.
"""

from collections.abc import Collection, Iterable
from enum import Enum

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, F, Func, OuterRef, Q, QuerySet, Subquery, prefetch_related_objects
from django.http import Http404

from landsea.accounts.actors import Actor
from landsea.cases.models import (
    AgendaRequest,
    Case,
    CaseFile,
    CaseLink,
    FilerIdentity,
    FilerLink,
    HeldFile,
    Involvement,
    JointMember,
    Message,
    Redaction,
    StepRecord,
)
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.secret_links import digest_of
from landsea_core.caseflow import MessageKind, Side, Visibility

TAKEN_BACK = "retract_answer"
ANSWERS = ("answer", "propose_outcome", TAKEN_BACK)
"""Acts whose words answer a case, or take the answer back."""


class Need(Enum):
    """What somebody wants to do with a case."""

    READ = "read"
    FILE_SIDE = "file_side"
    OFFICE_SIDE = "office_side"
    COORDINATE = "coordinate"


class _OneOf(Func):
    """Condition: the first value is among the array. An array is made once and can be looked up in an index, where a
    subquery beside an "or" has the database read every case.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """Return the cases that this actor may see, and no other."""
    if actor.is_coordinator or actor.is_system:
        return Case.objects.all()
    if actor.filer_case:
        return Case.objects.filter(pk=actor.filer_case)
    rules = []
    if actor.desks:
        rules.append(Q(desk_id__in=actor.desks) | Q(_OneOf(F("pk"), ArraySubquery(_consulted(actor.desks)))))
    if actor.associations:
        rules.append(Q(association_id__in=actor.associations))
    if actor.observed_countries:
        rules.append(Q(visibility=Visibility.NAMED, filer_country__in=actor.observed_countries))
    if not rules:
        return Case.objects.none()
    combined = rules[0]
    for rule in rules[1:]:
        combined |= rule
    return Case.objects.filter(combined)


def _consulted(desk_ids) -> QuerySet:
    return Involvement.objects.filter(desk_id__in=desk_ids, kind=InvolvementKind.CONSULTED, until=None).values(
        "case_id"
    )


def case_for(actor: Actor, ref: str, *, need: Need = Need.READ, lock: bool = False) -> Case:
    """Return the case with this number, with its desk, office and place.

    Raises Http404 for somebody who may not know that it exists, PermissionDenied for somebody who sees it but has no
    right to what is needed. With `lock` the row stays locked until the transaction ends.
    """
    cases = visible_cases(actor).select_related("desk__office__place", "place")
    if lock:
        cases = cases.select_for_update(of=("self",))
    case = cases.filter(ref=ref.upper()).first()
    if case is None:
        raise Http404
    if need is not Need.READ and need not in needs_met(actor, case):
        raise PermissionDenied
    return case


def needs_met(actor: Actor, case: Case) -> frozenset[Need]:
    """Return what this actor, who sees the case, may do with it."""
    met = {Need.READ}
    if actor.filer_case == case.pk or case.association_id in actor.associations:
        met.add(Need.FILE_SIDE)
    if case.desk_id in actor.desks or actor.is_coordinator or is_consulted(actor, case):
        met.add(Need.OFFICE_SIDE)
    if actor.is_coordinator:
        met.add(Need.COORDINATE)
    return frozenset(met)


def is_consulted(actor: Actor, case: Case) -> bool:
    """True when one of the actor's desks is consulted on the case now."""
    return (
        bool(actor.desks)
        and Involvement.objects.filter(
            case=case, desk_id__in=actor.desks, kind=InvolvementKind.CONSULTED, until=None
        ).exists()
    )


def side_of(actor: Actor, case: Case) -> Side | None:
    """Return on whose behalf the actor acts on this case; None for somebody who only reads (an observer)."""
    if actor.filer_case == case.pk:
        return Side.FILER
    if case.desk_id in actor.desks or (actor.desks and not actor.is_coordinator and is_consulted(actor, case)):
        return Side.COORDINATOR if actor.is_coordinator else Side.OFFICE
    if actor.is_coordinator:
        return Side.COORDINATOR
    if case.association_id in actor.associations:
        return Side.FILER
    return None


def visible_kinds(actor: Actor, case: Case) -> Q:
    """Return the condition on messages and files of this case that the actor may see."""
    if actor.is_coordinator:
        return Q(kind__in=[MessageKind.ALL, MessageKind.OFFICES]) | Q(kind=MessageKind.INTERNAL, desk__in=actor.desks)
    if side_of(actor, case) is Side.OFFICE:
        return Q(kind__in=[MessageKind.ALL, MessageKind.OFFICES]) | Q(
            kind=MessageKind.INTERNAL, desk_id__in=actor.desks
        )
    return Q(kind=MessageKind.ALL)


def messages_for(actor: Actor, case: Case) -> QuerySet[Message]:
    """Return the messages of a case that this actor may see, oldest first; their files are in `files_for`."""
    found = Message.objects.filter(visible_kinds(actor, case), case=case)
    return found.select_related("author").order_by("created_at", "id")


def thread_of(actor: Actor, case: Case) -> list[Message]:
    """Return `messages_for` with the desks that wrote them and their offices. A desk is read once, however much it wrote;
    the accountable one is known with the case.
    """
    messages = list(messages_for(actor, case))
    for message in messages:
        if message.desk_id == case.desk_id:
            message.desk = case.desk
    prefetch_related_objects(messages, "desk__office")
    return messages


def last_answers(actor: Actor, case_ids: Collection[int]) -> dict[int, str]:
    """Return, by case, the last answer or proposed outcome that all sides see and that was not taken back, of those of
    the cases that this actor may see.
    """
    said = Message.objects.filter(
        case__in=visible_cases(actor).filter(pk__in=case_ids), kind=MessageKind.ALL, act__in=ANSWERS, redacted_at=None
    )
    last = said.order_by("case_id", "-created_at", "-id").distinct("case_id")
    return {case: body for case, act, body in last.values_list("case_id", "act", "body") if act != TAKEN_BACK}


def files_for(actor: Actor, case: Case) -> QuerySet[CaseFile]:
    """Return the files of a case that this actor may see; a redacted one is listed, its bytes are not to be had."""
    return CaseFile.objects.filter(visible_kinds(actor, case), case=case).order_by("created_at", "id")


def may_name_filer(actor: Actor, case: Case) -> bool:
    """True when this actor, who sees the case, may know who filed it."""
    if actor.filer_case == case.pk or case.association_id in actor.associations:
        return True
    if case.visibility == Visibility.COORDINATOR_ONLY:
        return actor.is_coordinator
    return case.visibility == Visibility.NAMED


def identity_for(actor: Actor, case: Case) -> FilerIdentity | None:
    """Return who filed, if this actor may know: a named filer is known to all who see the case; otherwise the
    coordinator only, or nobody. The filer's own side always knows. An observer learns the party of a named case.
    """
    if not may_name_filer(actor, case):
        return None
    identity = FilerIdentity.objects.filter(case=case).first()
    if identity is not None and side_of(actor, case) is None:
        return FilerIdentity(case=case, name=identity.name, party=identity.party)  # an observer gets no address
    return identity


def names_behind(case: Case) -> list[str]:
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
    identity = identity_for(actor, case)
    return bool(identity and identity.email)


def link_with_secret(secret: str) -> FilerLink | None:
    """Return the live secret link that this secret opens, with its case; None for a foreign, wrong or revoked one."""
    return FilerLink.objects.filter(digest=digest_of(secret), revoked_at=None).select_related("case").first()


def held_for(form_digest: str) -> list[HeldFile]:
    """Return the files held for a form that was not sent yet, by the digest of its key, in the order they came."""
    return list(HeldFile.objects.filter(form_key_digest=form_digest).order_by("id"))


def words_filed_with(form_digest: str) -> Case | None:
    """Return number and words, and nothing else, of the case that the form with this key digest has filed, or None."""
    return Case.objects.filter(form_key_digest=form_digest).only("ref", "text").first()


def steps_of(actor: Actor, case: Case) -> QuerySet[StepRecord]:
    """Return the steps of a case that the actor was given by `case_for`; everybody who sees it sees its clock."""
    return StepRecord.objects.filter(case=case).select_related("desk__office").order_by("began_at")


def running_of(steps: Iterable[StepRecord]) -> StepRecord | None:
    """Return the running one of all steps of a case, or None for a closed case."""
    return next((record for record in steps if record.ended_at is None), None)


def running_step_of(actor: Actor, case: Case) -> StepRecord | None:
    """Return the running step, or None for a closed case."""
    return steps_of(actor, case).filter(ended_at=None).first()


def involvements_of(actor: Actor, case: Case) -> QuerySet[Involvement]:
    """Return the desks that are or were in on a case; the reasons of hand-offs are for offices only."""
    found = Involvement.objects.filter(case=case).select_related("desk__office").order_by("since", "id")
    return found if side_of(actor, case) in (Side.OFFICE, Side.COORDINATOR) else found.defer("reason")


def linked_cases(actor: Actor, case: Case) -> list[tuple[str, Case]]:
    """Return (kind, other case) of linked cases that this actor may see as well."""
    links = CaseLink.objects.filter(Q(case=case) | Q(other=case)).values_list("case_id", "other_id", "kind")
    kinds = {(other if one == case.pk else one): kind for one, other, kind in links}
    return [(kinds[found.pk], found) for found in visible_cases(actor).filter(pk__in=kinds).order_by("ref")]


def redactions_of(actor: Actor, case: Case) -> QuerySet[Redaction]:
    """Return what was blacked out, for the coordinator only, without the originals."""
    if not actor.is_coordinator:
        return Redaction.objects.none()
    return Redaction.objects.filter(case=case).defer("original").order_by("id")


def joint_members_of(actor: Actor, case: Case) -> list[str]:
    """Return the names of a joint case's members, to those who may know who filed it."""
    if not case.is_joint or not may_name_filer(actor, case):
        return []
    return list(JointMember.objects.filter(case=case).values_list("member__party", flat=True).order_by("id"))


def cases_for_agenda() -> QuerySet[Case]:
    """Return open cases that ask for the next dialogue because no solution came in time, the longest waiting first. For
    the platform's own use: whoever shows them asks `visible_cases` first. `asked_at` says since when each asks.
    """
    waiting = AgendaRequest.objects.filter(case=OuterRef("pk"), taken_at=None)
    return (
        Case.objects.filter(closed_at=None)
        .annotate(asked_at=Subquery(waiting.values("asked_at")[:1]))
        .filter(asked_at__isnull=False)
        .select_related("desk__office", "place")
        .order_by("asked_at", "id")
    )
