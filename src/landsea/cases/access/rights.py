"""Who sees a case, and what they may do with it.

Who sees it: the accountable desk (holder, deputy) and its head of office; desks consulted on it, while they are; the
coordinator; the association that filed it; the filer by the secret link; the accountable desk from a confirmed address by
an answer link, which may do `ACTS_BY_LINK` and arrange talks, and nothing else; an observer (read-only diplomat) of the filer's
country, if the case is named.
"""

from enum import Enum

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet, PermissionDenied
from django.db import connection
from django.db.models import BooleanField, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.transaction import TransactionManagementError
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.plain_reads import read_rows, write_condition
from landsea.cases.models import (
    AgendaRequest,
    Case,
    Involvement,
)
from landsea.cases.models.involvement import InvolvementKind
from landsea.directory import access as directory_access
from landsea_core.caseflow import Side, Visibility

ACTS_BY_LINK = frozenset(
    {"accept", "answer", "ask_filer", "message", "name_right_desk", "open_filer", "propose_outcome"}
)
"""What a desk without an account may do with its case by an answer link."""
ARRANGED_BY_LINK = frozenset({"agree_time", "cancel_talk", "note_talk", "offer_times", "set_call_link"})
"""The acts of a talk that such a desk may do too; they have a page of their own."""
PHRASES_BY_LINK = frozenset({"ask_by_phrase", "answer_by_phrase"})
"""What it may do there besides, by sentences of the phrasebook, on a page of their own."""

LOCK = " FOR UPDATE"


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


def list_visible_cases(actor: Actor) -> QuerySet[Case]:
    """Return the cases that this actor may see, and no other."""
    if actor.is_coordinator or actor.is_system:
        return Case.objects.all()
    if actor.filer_case:
        return Case.objects.filter(pk=actor.filer_case)
    if actor.link_case:
        return Case.objects.filter(pk=actor.link_case, desk_id=actor.link_desk)
    rules = []
    if actor.desks:
        rules.append(Q(desk_id__in=actor.desks) | Q(_OneOf(F("pk"), ArraySubquery(_consulted_case_ids(actor.desks)))))
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


def _consulted_case_ids(desk_ids) -> QuerySet:
    return Involvement.objects.filter(desk_id__in=desk_ids, kind=InvolvementKind.CONSULTED, until=None).values(
        "case_id"
    )


def find_case(actor: Actor, ref: str, *, need: Need = Need.READ, lock: bool = False) -> Case:
    """Return the case with this number, with its desk, office and place.

    Raises Http404 for somebody who may not know that it exists, PermissionDenied for somebody who sees it but has no
    right to what is needed. With `lock` the row stays locked until the transaction ends.
    """
    case = _read_case(list_visible_cases(actor).filter(ref=ref.upper()), lock=lock)
    if case is None:
        raise Http404
    if need is not Need.READ and need not in needs_met(actor, case):
        raise PermissionDenied
    return case


def _read_case(cases: QuerySet[Case], *, lock: bool) -> Case | None:
    """Return the one case of this query set by a plain statement, with its desk, office and places as the directory keeps them:
    every page of a case and every act begins with it.
    """
    if lock and not connection.in_atomic_block:
        raise TransactionManagementError("A case is locked in the transaction of its act.")
    try:
        condition, values = write_condition(cases)
    except EmptyResultSet:
        return None
    source = f"FROM cases_case WHERE {condition}{LOCK if lock else ''}"
    for (case,) in read_rows(source, values, to_write=lock, cases_case=Case):
        case.desk = directory_access.find_kept_desk(case.desk_id)
        if case.place_id:
            case.place = directory_access.find_place(case.place_id)
        return case
    return None


def needs_met(actor: Actor, case: Case) -> frozenset[Need]:
    """Return what this actor, who sees the case, may do with it."""
    met = {Need.READ}
    if actor.filer_case == case.pk or case.association_id in actor.associations:
        met.add(Need.FILE_SIDE)
    if case.desk_id in actor.desks or actor.is_coordinator or answers_by_link(actor, case) or is_consulted(actor, case):
        met.add(Need.OFFICE_SIDE)
    if actor.is_coordinator:
        met.add(Need.COORDINATE)
    return frozenset(met)


def answers_by_link(actor: Actor, case: Case) -> bool:
    """True when the actor answers this case by a link, for the desk that is accountable now."""
    return actor.link_case == case.pk and actor.link_desk == case.desk_id


def is_consulted(actor: Actor, case: Case) -> bool:
    """True when one of the actor's desks is consulted on the case now."""
    return (
        bool(actor.desks)
        and Involvement.objects.filter(
            case=case, desk_id__in=actor.desks, kind=InvolvementKind.CONSULTED, until=None
        ).exists()
    )


def find_side(actor: Actor, case: Case) -> Side | None:
    """Return on whose behalf the actor acts on this case; None for somebody who only reads (an observer)."""
    if actor.filer_case == case.pk:
        return Side.FILER
    if answers_by_link(actor, case):
        return Side.OFFICE
    if case.desk_id in actor.desks or (actor.desks and not actor.is_coordinator and is_consulted(actor, case)):
        return Side.COORDINATOR if actor.is_coordinator else Side.OFFICE
    if actor.is_coordinator:
        return Side.COORDINATOR
    if case.association_id in actor.associations:
        return Side.FILER
    return None


def list_cases_for_agenda() -> QuerySet[Case]:
    """Return open cases that ask for the next dialogue because nobody answered or no solution came in time, the longest
    waiting first. For the platform's own use: whoever shows them asks `list_visible_cases` first. `asked_at` says since when
    each asks.
    """
    waiting = AgendaRequest.objects.filter(case=OuterRef("pk"), taken_at=None, withdrawn_at=None)
    return (
        Case.objects.filter(closed_at=None)
        .annotate(asked_at=Subquery(waiting.values("asked_at")[:1]))
        .filter(asked_at__isnull=False)
        .select_related("desk__office", "place")
        .order_by("asked_at", "id")
    )
