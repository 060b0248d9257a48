"""The only reads of dialogues. That a dialogue is held, its agreed agenda, agreed decisions and promises are public; drafts,
papers and consultations are for those who sit at it and for the coordinator.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.dialogues.models import (
    ActionItem,
    AgendaItem,
    Consultation,
    Dialogue,
    DialogueState,
    MinuteLine,
    Paper,
    PaperFile,
    Seat,
    SeatRole,
)
from landsea_core.agenda import SIDES, find_side


@dataclass(frozen=True)
class Rights:
    """What an actor may do at one dialogue: `sees` drafts and papers, `writes` (the coordinator, or a chair), speaks for
    `country`, and accepts and agrees for `side` when chairing it.
    """

    sees: bool = False
    writes: bool = False
    convenes: bool = False
    country: str = ""
    side: str = ""

    @property
    def lays_papers(self) -> bool:
        """Whether the actor may lay papers: whoever speaks or writes, and no observer."""
        return bool(self.country) or self.writes


def all_dialogues() -> QuerySet[Dialogue]:
    """Return all dialogues, the latest first."""
    return Dialogue.objects.order_by("-starts_at", "-pk")


def coming_dialogues(now: datetime) -> QuerySet[Dialogue]:
    """Return dialogues that are planned and not over, the next first."""
    return Dialogue.objects.filter(state=DialogueState.PLANNED, ends_at__gt=now).order_by("starts_at")


def own_dialogues(actor: Actor, now: datetime) -> list[tuple[Dialogue, Seat]]:
    """Return the coming dialogues, also cancelled ones, at which the actor sits, with the seat."""
    seats = Seat.objects.filter(user_id=actor.user_id or 0, left_at=None, dialogue__ends_at__gt=now)
    return [(seat.dialogue, seat) for seat in seats.select_related("dialogue").order_by("dialogue__starts_at")]


def dialogue_with_id(dialogue_id: int) -> Dialogue:
    """Return a dialogue; raises Http404."""
    found = Dialogue.objects.filter(pk=dialogue_id).first()
    if found is None:
        raise Http404
    return found


def seat_of(actor: Actor, dialogue: Dialogue) -> Seat | None:
    """Return the actor's own seat at a dialogue, or None."""
    return Seat.objects.filter(dialogue=dialogue, user_id=actor.user_id or 0, left_at=None).first()


def rights_of(actor: Actor, dialogue: Dialogue) -> Rights:
    """Return what this actor may do at this dialogue. An observer's seat reads and does not speak."""
    seat = seat_of(actor, dialogue)
    if seat is None:
        return Rights(sees=actor.is_coordinator, writes=actor.is_coordinator, convenes=actor.is_coordinator)
    chairs = seat.role == SeatRole.CHAIR
    return Rights(
        sees=True,
        writes=actor.is_coordinator or chairs,
        convenes=actor.is_coordinator,
        country="" if seat.role == SeatRole.OBSERVER else seat.country,
        side=(find_side(seat.country) or "") if chairs else "",
    )


def rights_needed(actor: Actor, dialogue: Dialogue, what: str) -> Rights:
    """Return the actor's rights when they include `what` (a field of Rights). Raises Http404 to those who may not see the
    dialogue's inner side, PermissionDenied to those who see it and may not do this.
    """
    rights = rights_of(actor, dialogue)
    if not rights.sees:
        raise Http404
    if not getattr(rights, what):
        raise PermissionDenied
    return rights


def seats_of(dialogue: Dialogue) -> list[Seat]:
    """Return the seats of a dialogue: chairs first, then by country."""
    found = Seat.objects.filter(dialogue=dialogue, left_at=None).order_by("country", "pk")
    return sorted(found, key=lambda seat: (seat.role != SeatRole.CHAIR, seat.country))


def agenda_of(dialogue: Dialogue) -> QuerySet[AgendaItem]:
    """Return the agenda in its order."""
    return (
        AgendaItem.objects.filter(dialogue=dialogue).select_related("barrier", "case__place").order_by("position", "pk")
    )


def accepted_sides(dialogue: Dialogue) -> list[str]:
    """Return the sides whose chair accepted the agenda as it is now."""
    accepted = set(dialogue.acceptances.filter(version=dialogue.agenda_version).values_list("side", flat=True))
    return [side for side in SIDES if side in accepted]


def agenda_is_agreed(dialogue: Dialogue) -> bool:
    """True when both sides accepted the agenda as it is now, and there is one."""
    return dialogue.agenda_version > 0 and len(accepted_sides(dialogue)) == len(SIDES)


def papers_of(actor: Actor, dialogue: Dialogue) -> QuerySet[Paper]:
    """Return the papers with their versions, for those who sit at the dialogue; none for others."""
    if not rights_of(actor, dialogue).sees:
        return Paper.objects.none()
    return (
        Paper.objects.filter(dialogue=dialogue)
        .prefetch_related("versions__by", "versions__files")
        .order_by("created_at", "pk")
    )


def paper_file_for(actor: Actor, dialogue: Dialogue, file_id: int) -> PaperFile:
    """Return a file of a paper, for those who sit at its dialogue; Http404 for others and for other files."""
    found = PaperFile.objects.filter(pk=file_id, version__paper__dialogue=dialogue).first()
    if found is None or not rights_of(actor, dialogue).sees:
        raise Http404
    return found


def consultations_of(actor: Actor, dialogue: Dialogue) -> QuerySet[Consultation]:
    """Return the consultations in writing, for those who sit at the dialogue; none for others."""
    if not rights_of(actor, dialogue).sees:
        return Consultation.objects.none()
    return Consultation.objects.filter(dialogue=dialogue).prefetch_related("answers").order_by("-opened_at", "-pk")


def lines_of(actor: Actor, dialogue: Dialogue) -> list[MinuteLine]:
    """Return the lines of minutes: all to those who sit at the dialogue, to others the decisions agreed by both sides."""
    found = MinuteLine.objects.filter(dialogue=dialogue).select_related(
        "action__owner__office", "action__barrier", "corrects"
    )
    if not rights_of(actor, dialogue).sees:
        found = found.filter(kind="decision", china_agreed_at__isnull=False, asean_agreed_at__isnull=False)
    return list(found.order_by("position"))


def agreed_promises(*, barrier_id: int | None = None) -> QuerySet[ActionItem]:
    """Return promises agreed by both sides, those due first on top; of one barrier when it is named."""
    found = ActionItem.objects.filter(agreed_at__isnull=False, replaced_at=None)
    found = found.select_related("owner__office", "barrier", "line__dialogue")
    if barrier_id is not None:
        found = found.filter(barrier_id=barrier_id)
    return found.order_by("due", "pk")


def promise_with_id(action_id: int) -> ActionItem:
    """Return an agreed promise; raises Http404."""
    found = agreed_promises().filter(pk=action_id).first()
    if found is None:
        raise Http404
    return found


def may_complete(actor: Actor, action: ActionItem) -> bool:
    """True for the people of the desk that made the promise, and for the coordinator."""
    return action.owner_id in actor.desks or actor.is_coordinator


def remedies_of(barrier_ids: Iterable[int]) -> dict[int, list[datetime | None]]:
    """Return, by barrier, when each agreed action that shall end it was done, None while it is not."""
    found: dict[int, list[datetime | None]] = {}
    rows = agreed_promises().filter(barrier_id__in=list(barrier_ids))
    for barrier, done_at in rows.values_list("barrier_id", "done_at"):
        found.setdefault(barrier, []).append(done_at)
    return found


def dialogues_of_barrier(barrier_id: int) -> QuerySet[Dialogue]:
    """Return dialogues on whose agreed or held agenda a barrier stands or stood, the latest first."""
    return (
        Dialogue.objects.filter(agenda__barrier_id=barrier_id)
        .exclude(state=DialogueState.CANCELLED)
        .filter(Q(state=DialogueState.HELD) | Q(acceptances__version__gt=0))
        .distinct()
        .order_by("-starts_at")
    )


def day_at(desk, at: datetime) -> date:
    """Return the day of an instant (aware) on a desk's own calendar, by which its promises are due."""
    return at.astimezone(ZoneInfo(desk.office.time_zone)).date()


def dialogue_rows(since: date) -> QuerySet[Dialogue]:
    """Return dialogues held since that day, for figures."""
    return Dialogue.objects.filter(state=DialogueState.HELD, held_at__date__gte=since).order_by("held_at")
