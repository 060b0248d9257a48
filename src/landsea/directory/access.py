"""The only reads of the directory for people and for other apps."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, When

from landsea.directory.kept import keep, kept
from landsea.directory.models import (
    Appointment,
    Competence,
    Contact,
    Desk,
    DeskRecord,
    Evidence,
    EvidenceKind,
    Matter,
    Office,
    Place,
    Role,
    Topic,
)


def current_appointments(user_id: int, now: datetime) -> QuerySet[Appointment]:
    """Appointments of a user that hold at `now` (aware), with desk and office loaded."""
    return current_appointments_of([user_id], now)


def current_appointments_of(user_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Appointments of these users that hold at `now` (aware), with desk and office loaded."""
    return (
        Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user_id__in=list(user_ids), starts_at__lte=now)
        .select_related("desk", "office")
        .only("user_id", "role", "desk_id", "office_id", "desk__code", "office__country", "office__code")
    )


def responsibilities(user_ids: Iterable[int], now: datetime) -> dict[int, tuple[set[int], set[int]]]:
    """Ids of the desks that each of these people answers for at `now` (aware), those they head too, and of the offices
    for which they file as clerks: what `accounts.actors.actor_for` finds for one, for many at once.
    """
    found: dict[int, tuple[set[int], set[int]]] = {pk: (set(), set()) for pk in user_ids}
    current = Q(ends_at=None) | Q(ends_at__gt=now)
    rows = Appointment.objects.filter(current, user_id__in=found, starts_at__lte=now)
    headed: dict[int, list[int]] = {}
    for user_id, role, desk_id, office_id in rows.values_list("user_id", "role", "desk_id", "office_id"):
        if desk_id:
            found[user_id][0].add(desk_id)
        elif role == Role.HEAD:
            headed.setdefault(office_id, []).append(user_id)
        elif role == Role.ASSOCIATION:
            found[user_id][1].add(office_id)
    for office_id, desk_id in Desk.objects.filter(office_id__in=headed).values_list("office_id", "id"):
        for user_id in headed[office_id]:
            found[user_id][0].add(desk_id)
    return found


def desk_ids_of_offices(office_ids: Iterable[int]) -> frozenset[int]:
    """Ids of all desks of these offices, retired ones too: their cases remain the office's."""
    return frozenset().union(*desk_ids_by_office(office_ids).values())


def desk_ids_by_office(office_ids: Iterable[int]) -> dict[int, set[int]]:
    """Ids of all desks of each of these offices, retired ones too, by office."""
    found: dict[int, set[int]] = {pk: set() for pk in office_ids}
    for pk, office_id in Desk.objects.filter(office_id__in=found).values_list("id", "office_id"):
        found[office_id].add(pk)
    return found


def office_ids_of_desks(desk_ids: Iterable[int]) -> set[int]:
    """Ids of the offices that these desks belong to."""
    known = set(desk_ids)
    return set(Desk.objects.filter(pk__in=known).values_list("office_id", flat=True)) if known else set()


def desks() -> QuerySet[Desk]:
    """Desks in service, with their office."""
    return Desk.objects.filter(retired_at=None).select_related("office", "office__place")


def desk_with_code(code: str) -> Desk | None:
    """The desk in service with this code, or None; kept, so not to be changed."""
    if "\0" in code:  # which the database refuses to look for
        return None
    return kept(("desk", code), desks().filter(code=code).first)


def keep_desks_and_places() -> None:
    """Keep all desks and places in service by two statements, for a process that is about to ask for many of them."""
    with_wider = Place.objects.select_related("within__within")
    keep({("desk", desk.code): desk for desk in desks()} | {("place", place.code): place for place in with_wider})


def desk_with_id(desk_id: int) -> Desk:
    """The desk with this id, retired or not."""
    return Desk.objects.select_related("office", "office__place").get(pk=desk_id)


def coordinator_desk() -> Desk:
    """The desk that takes what nobody else does; kept, so not to be changed. Raises Desk.DoesNotExist when the reference
    is not loaded.
    """
    return kept("coordinator", lambda: Desk.objects.select_related("office").get(code=Desk.COORDINATOR))


def names_of_places_and_offices() -> list[str]:
    """Return all names of places and offices in service, in every language: words that tell of nobody."""
    found: list[str] = []
    for names, others in places().values_list("names", "other_names"):
        found += names.values()
        found += [name for group in others.values() for name in group]
    for names in Office.objects.filter(retired_at=None).values_list("names", flat=True):
        found += names.values()
    return found


def offices() -> QuerySet[Office]:
    """Offices in service."""
    return Office.objects.filter(retired_at=None).select_related("place")


def office_with_id(office_id: int) -> Office:
    """The office with this id."""
    return Office.objects.select_related("place").get(pk=office_id)


def places() -> QuerySet[Place]:
    """Places in service."""
    return Place.objects.filter(retired_at=None)


def place_with_code(code: str) -> Place | None:
    """The place with this code, or None; its chain of wider places is loaded with it. Kept, so not to be changed."""
    return kept(("place", code), Place.objects.select_related("within__within").filter(code=code).first)


def places_with_codes(codes: Iterable[str]) -> dict[str, Place]:
    """Places in service by code; kept one by one, so not to be changed, and meant for a few of them."""
    found = {code: place_with_code(code) for code in codes}
    return {code: place for code, place in found.items() if place is not None and place.retired_at is None}


def place_chain(place: Place | None) -> tuple[str, ...]:
    """Codes from the exact place to the wider ones it lies within; empty for None."""
    codes: list[str] = []
    while place is not None and place.code not in codes:
        codes.append(place.code)
        place = place.within
    return tuple(codes)


def topics() -> list[Topic]:
    """Topics in service in their order, with their matters; kept, so not to be changed."""
    in_service = Prefetch("matters", queryset=Matter.objects.filter(retired_at=None))
    return kept("topics", lambda: list(Topic.objects.filter(retired_at=None).prefetch_related(in_service)))


def matter_with_code(code: str) -> Matter | None:
    """The matter with this code, or None; kept, so not to be changed."""
    return kept(("matter", code), Matter.objects.select_related("topic").filter(code=code).first)


def people_of_desk(desk_id: int, now: datetime) -> QuerySet[Appointment]:
    """Current holders and deputies of a desk, holders first, with name, address and language of their users."""
    return people_of_desks([desk_id], now)


def people_of_desks(desk_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Current holders and deputies of these desks, holders first, with name, address and language of their users."""
    return (
        Appointment.objects.filter(
            Q(ends_at=None) | Q(ends_at__gt=now), desk_id__in=list(desk_ids), starts_at__lte=now, user__is_active=True
        )
        .select_related("user")
        .only("role", "desk_id", "user__name", "user__email", "user__language")
        .order_by("-role", "id")
    )


def heads_of_office(office_id: int, now: datetime) -> QuerySet[Appointment]:
    """Current heads of an office, with their users."""
    return heads_of_offices([office_id], now)


def heads_of_offices(office_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Current heads of these offices, with their users."""
    return Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now),
        office_id__in=list(office_ids), role=Role.HEAD, starts_at__lte=now, user__is_active=True,
    ).select_related("user")  # fmt: skip


def may_see_contacts(actor) -> bool:
    """True for people at desks, heads, coordinators, observers and operators: those who work in the directory."""
    return actor.is_officer or actor.is_operator


def contacts_of_desk(actor, desk_id: int) -> QuerySet[Contact]:
    """Contacts of a desk with addresses and phones, for those who may see contacts; nobody else gets any."""
    if not may_see_contacts(actor):
        return Contact.objects.none()
    return Contact.objects.filter(desk_id=desk_id, ended_at=None).order_by("id")


def office_with_code(code: str) -> Office | None:
    """The office in service with this code, or None."""
    return offices().select_related("place", "parent").filter(code=code).first()


def desks_of_office(office_id: int) -> QuerySet[Desk]:
    """Desks in service of an office, by code, with their competences."""
    return desks().filter(office_id=office_id).prefetch_related("competences").order_by("code")


def desks_with_codes(codes: Iterable[str]) -> dict[str, Desk]:
    """Desks in service by code, with office, place and competences."""
    return {desk.code: desk for desk in desks().filter(code__in=list(codes)).prefetch_related("competences")}


def competences_in_service() -> QuerySet[Competence]:
    """Competences of desks in service."""
    return Competence.objects.filter(desk__retired_at=None)


def competences_of(desk: Desk) -> list[Competence]:
    """The competences of one desk; kept, so not to be changed."""
    return kept(("competences", desk.pk), lambda: list(Competence.objects.filter(desk=desk)))


TELLS_WHETHER_MAIL_ARRIVES = (
    EvidenceKind.CONFIRMED, EvidenceKind.ANSWERED, EvidenceKind.BOUNCED, EvidenceKind.CHANGED
)  # fmt: skip


def unreachable_desk_codes() -> frozenset[str]:
    """Codes of desks that have contacts, all of which bounced when last heard of. A desk without contacts is not one."""
    bounces_last = Case(When(kind=EvidenceKind.BOUNCED, then=1), default=0)
    telling = Evidence.objects.filter(contact=OuterRef("pk"), kind__in=TELLS_WHETHER_MAIL_ARRIVES)
    last = telling.order_by("-at", bounces_last.desc(), "-id")
    present = Contact.objects.filter(ended_at=None)
    bounced = (
        present.filter(Exists(Evidence.objects.filter(contact=OuterRef("pk"), kind=EvidenceKind.BOUNCED)))
        .annotate(last=Subquery(last.values("kind")[:1]))
        .filter(last=EvidenceKind.BOUNCED)
    )
    reached = present.filter(desk=OuterRef("pk")).exclude(pk__in=bounced.values("pk"))
    unreachable = Desk.objects.filter(pk__in=bounced.values("desk")).exclude(Exists(reached))
    return frozenset(unreachable.values_list("code", flat=True))


def topic_names(codes: Iterable[str]) -> dict[str, dict]:
    """Names (language -> name) of topics by code, retired ones too."""
    return dict(Topic.objects.filter(code__in=list(codes)).values_list("code", "names"))


def matter_names(codes: Iterable[str]) -> dict[str, dict]:
    """Names of matters by code, retired ones too."""
    return dict(Matter.objects.filter(code__in=list(codes)).values_list("code", "names"))


def place_names(codes: Iterable[str]) -> dict[str, dict]:
    """Names of places by code, retired ones too."""
    return dict(Place.objects.filter(code__in=list(codes)).values_list("code", "names"))


def desk_names(codes: Iterable[str]) -> dict[str, dict]:
    """Names of desks by code, retired ones too."""
    return dict(Desk.objects.filter(code__in=list(codes)).values_list("code", "names"))


def current_people(now: datetime) -> QuerySet[Appointment]:
    """Appointments to desks that hold at `now` (aware), of people whose account is open."""
    return Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), desk__isnull=False, starts_at__lte=now, user__is_active=True
    )


def records_counted_at() -> datetime | None:
    """When the records of desks were counted last (aware), or None."""
    return DeskRecord.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()
