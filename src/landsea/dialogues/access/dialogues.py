"""Reads of dialogues and of what somebody may do at one."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.dialogues.models import (
    AgendaItem,
    Dialogue,
    DialogueState,
    Seat,
    SeatRole,
)
from landsea_core.agenda import find_side


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


def list_dialogues() -> QuerySet[Dialogue]:
    """Return all dialogues, the latest first."""
    return Dialogue.objects.order_by("-starts_at", "-pk")


def list_coming_dialogues(now: datetime) -> QuerySet[Dialogue]:
    """Return dialogues that are planned and not over, the next first."""
    return Dialogue.objects.filter(state=DialogueState.PLANNED, ends_at__gt=now).order_by("starts_at")


def find_dialogue_with_case(case_id: int) -> Dialogue | None:
    """Return the first planned dialogue on whose agenda a case stands; None when there is none."""
    planned = Dialogue.objects.filter(state=DialogueState.PLANNED, agenda__case=case_id)
    return planned.order_by("starts_at").first()


def list_own_dialogues(actor: Actor, now: datetime) -> list[tuple[Dialogue, Seat]]:
    """Return the coming dialogues, also cancelled ones, at which the actor sits, with the seat; none to somebody who left."""
    if not actor.has_appointment:
        return []
    seats = Seat.objects.filter(user_id=actor.user_id or 0, left_at=None, dialogue__ends_at__gt=now)
    return [(seat.dialogue, seat) for seat in seats.select_related("dialogue").order_by("dialogue__starts_at")]


def find_dialogue(dialogue_id: int) -> Dialogue:
    """Return a dialogue; raises Http404."""
    found = Dialogue.objects.filter(pk=dialogue_id).first()
    if found is None:
        raise Http404
    return found


def find_seat(actor: Actor, dialogue: Dialogue) -> Seat | None:
    """Return the actor's own seat at a dialogue, or None. It gives nothing to somebody who has no appointment any more: rights
    come from current appointments.
    """
    if not actor.has_appointment:
        return None
    return Seat.objects.filter(dialogue=dialogue, user_id=actor.user_id or 0, left_at=None).first()


def find_rights(actor: Actor, dialogue: Dialogue) -> Rights:
    """Return what this actor may do at this dialogue. An observer's seat reads and does not speak."""
    seat = find_seat(actor, dialogue)
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


def find_rights_needed(actor: Actor, dialogue: Dialogue, what: str) -> Rights:
    """Return the actor's rights when they include `what` (a field of Rights). Raises Http404 to those who may not see the
    dialogue's inner side, PermissionDenied to those who see it and may not do this.
    """
    rights = find_rights(actor, dialogue)
    if not rights.sees:
        raise Http404
    if not getattr(rights, what):
        raise PermissionDenied
    return rights


def list_seats(dialogue: Dialogue) -> list[Seat]:
    """Return the seats of a dialogue: chairs first, then by country."""
    found = Seat.objects.filter(dialogue=dialogue, left_at=None).order_by("country", "pk")
    return sorted(found, key=lambda seat: (seat.role != SeatRole.CHAIR, seat.country))


def list_dialogues_of_barrier(barrier_id: int) -> QuerySet[Dialogue]:
    """Return dialogues on whose agreed or held agenda a barrier stands or stood, the latest first."""
    return (
        Dialogue.objects.filter(agenda__barrier_id=barrier_id)
        .exclude(state=DialogueState.CANCELLED)
        .filter(Q(state=DialogueState.HELD) | Q(acceptances__version__gt=0))
        .distinct()
        .order_by("-starts_at")
    )


def list_dialogues_with_country(country: str, since: datetime, until: datetime) -> QuerySet[Dialogue]:
    """Return dialogues that begin between these (aware), called off ones left out, where a party of this country sits or for
    which this country has put a line on the agenda; for the country's observers.
    """
    found = Dialogue.objects.filter(starts_at__gte=since, starts_at__lt=until).exclude(state=DialogueState.CANCELLED)
    seated = Q(seats__country=country, seats__left_at=None) | Q(agenda__country=country)
    return found.filter(seated).distinct().order_by("starts_at")


def list_country_lines(country: str) -> list[AgendaItem]:
    """Return the lines that a country has on agendas of dialogues that are planned, for its observers."""
    rows = AgendaItem.objects.filter(country=country, dialogue__state=DialogueState.PLANNED)
    return list(rows.select_related("dialogue").order_by("dialogue__starts_at", "position"))
