"""Who is asked about a contact that keeps silent, and when: the contact, once more, the deputy, the head, and at last
the coordinator gets a task."""

from datetime import datetime
from enum import StrEnum

from landsea_core.contacts.thresholds import Thresholds


class Rung(StrEnum):
    """A rung of the ladder, in order."""

    ASKED = "asked"
    REMINDED = "reminded"
    DEPUTY = "deputy"
    HEAD = "head"
    COORDINATOR = "coordinator"


ORDER = tuple(Rung)


def schedule_rungs(asked_at: datetime, thresholds: Thresholds) -> dict[Rung, datetime]:
    """Return when each rung is due for a question first asked at `asked_at` (aware)."""
    return {
        Rung.ASKED: asked_at,
        Rung.REMINDED: asked_at + thresholds.reminder_after,
        Rung.DEPUTY: asked_at + thresholds.deputy_after,
        Rung.HEAD: asked_at + thresholds.head_after,
        Rung.COORDINATOR: asked_at + thresholds.coordinator_after,
    }


def find_next_rung(rung: Rung, asked_at: datetime, thresholds: Thresholds) -> tuple[Rung, datetime] | None:
    """Return the rung after this one and when it is due; None after the last. One at a time: a ladder that slept climbs
    rung by rung, so that nobody is passed over because a worker was down."""
    position = ORDER.index(rung) + 1
    if position == len(ORDER):
        return None
    return ORDER[position], schedule_rungs(asked_at, thresholds)[ORDER[position]]
