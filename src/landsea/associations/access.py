"""The reads of an association's clerks: its register of members, its spreadsheets, its members' cases. A stranger to an
association gets 404.
"""

from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.models import AnswersSeen, AssociationMember, BulkFiling, Case
from landsea.directory import access as directory_access
from landsea_core.caseflow import State

SHEETS_SHOWN = 10
MOST_LISTED = 500

FOR_US = Q(paused_at__isnull=False) | Q(state=State.PROPOSED)
"""Open cases that wait for the filer's side: it was asked for something, or says whether it is solved."""
BY_MEMBER = Q(member__email__gt="", identity__email=F("member__email"))
"""Cases whose mails go to the member, and not to us."""
WAITING_FOR = {"us": FOR_US & ~BY_MEMBER, "member": FOR_US & BY_MEMBER, "desk": ~FOR_US}
"""Whom an open case waits for."""


def list_associations(actor: Actor) -> list:
    """Return the associations (offices) for which this actor files, by code."""
    if not actor.associations:
        return []
    return list(directory_access.list_offices_in_service().filter(pk__in=actor.associations).order_by("code"))


def find_association(actor: Actor, code: str):
    """Return the actor's association with this code. Raises Http404 for any other."""
    found = next((one for one in list_associations(actor) if one.code == code), None)
    if found is None:
        raise Http404
    return found


def list_members(actor: Actor, association_id: int, *, left: bool | None = False) -> QuerySet[AssociationMember]:
    """Return the members in an association's register by name: those who are in it, with `left` those who left it, with
    `left=None` all.
    """
    found = AssociationMember.objects.filter(association_id=association_id, association_id__in=actor.associations)
    if left is not None:
        found = found.filter(left_at__isnull=not left)
    return found.order_by("party", "id")


def find_member(actor: Actor, member_id: int, *, lock: bool = False) -> AssociationMember:
    """Return a member of one of the actor's associations, with the association. Raises Http404 for any other."""
    found = AssociationMember.objects.filter(pk=member_id, association_id__in=actor.associations)
    if lock:
        found = found.select_for_update(of=("self",))
    member = found.select_related("association").first()
    if member is None:
        raise Http404
    return member


def find_sheet(actor: Actor, sheet_id: int, *, lock: bool = False) -> BulkFiling:
    """Return a spreadsheet of one of the actor's associations, with the association. Raises Http404 for any other."""
    found = BulkFiling.objects.filter(pk=sheet_id, association_id__in=actor.associations)
    if lock:
        found = found.select_for_update(of=("self",))
    sheet = found.select_related("association").first()
    if sheet is None:
        raise Http404
    return sheet


def list_sheets(actor: Actor, association_id: int) -> list[BulkFiling]:
    """Return an association's latest spreadsheets, newest first, without their rows."""
    found = BulkFiling.objects.filter(association_id=association_id, association_id__in=actor.associations)
    return list(found.defer("rows").select_related("by").order_by("-id")[:SHEETS_SHOWN])


def find_when_filed_before(actor: Actor, sheet: BulkFiling) -> datetime | None:
    """Return when a spreadsheet with the very same contents was filed, or None."""
    same = BulkFiling.objects.filter(
        association_id=sheet.association_id,
        association_id__in=actor.associations,
        filed_at__isnull=False,
        rows__digest=sheet.rows["digest"],
    )
    return same.exclude(pk=sheet.pk).values_list("filed_at", flat=True).first()


def list_sheets_under_way(actor: Actor, association_id: int) -> list[BulkFiling]:
    """Return an association's latest spreadsheets that were read and not filed, newest first, without their rows."""
    found = BulkFiling.objects.filter(
        association_id=association_id, association_id__in=actor.associations, filed_at__isnull=True
    )
    return list(found.defer("rows").select_related("by").order_by("-id")[:SHEETS_SHOWN])


def find_answers_seen_until(actor: Actor, association_id: int) -> datetime | None:
    """Return up to when this clerk has seen what came on the association's cases; None: never said so."""
    found = AnswersSeen.objects.filter(user_id=actor.user_id, association_id=association_id)
    return found.values_list("until", flat=True).first()


def list_cases(
    actor: Actor, association_id: int, *, scope: str = "open", member_id: int | None = None, waits_for: str = ""
) -> QuerySet[Case]:
    """Return the cases that an association filed: `open` by what falls due next, `closed` or `all` newest first. With
    `waits_for` (`us`, `member`, `desk`) only open ones that wait for them.

    With `member_id` only that member's: filed for it alone, or a joint case to which it belongs.
    """
    cases = list_visible_cases(actor).filter(association_id=association_id, association_id__in=actor.associations)
    if member_id is not None:
        cases = cases.filter(member_id=member_id) | cases.filter(joint_members__member_id=member_id)
        cases = list_visible_cases(actor).filter(pk__in=cases.values("pk"))
    if waits_for in WAITING_FOR:
        cases = cases.filter(WAITING_FOR[waits_for], closed_at=None)
    if scope == "closed":
        return cases.filter(closed_at__isnull=False).order_by("-closed_at", "-id")
    if scope == "all":
        return cases.order_by("-filed_at", "-id")
    return cases.filter(closed_at=None).order_by(F("due_at").asc(nulls_last=True), "id")


def find_refs_of_open_cases(actor: Actor, association_id: int) -> dict[tuple, str]:
    """Return the numbers of an association's open cases by what was filed: (member, words, place typed, day it happened)."""
    found = list_visible_cases(actor).filter(association_id=association_id, association_id__in=actor.associations)
    rows = found.filter(closed_at=None).values_list("member_id", "text", "place_text", "happened_on", "ref")
    return {tuple(filed): ref for *filed, ref in rows}


def find_cases_with_refs(actor: Actor, refs: list[str]) -> list[Case]:
    """Return those of these cases that one of the actor's associations filed, by number, with desk and member."""
    found = list_visible_cases(actor).filter(ref__in=refs[:MOST_LISTED], association_id__in=actor.associations)
    return list(found.select_related("desk__office__place", "member").order_by("ref"))
