"""Opens the minutes, writes and changes lines, agrees to them, corrects agreed ones. A decision may carry a promise."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.barriers.access import list_cases_of_barriers
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.cases.actions.take_up import take_up
from landsea.cases.open_cases import list_waiting_cases
from landsea.dialogues.access import (
    find_rights_needed,
    list_agenda,
    list_seats,
)
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.models import Dialogue, DialogueState
from landsea.dialogues.stream import name_stream
from landsea_core.agenda import ASEAN, SIDES, find_missing_sides

EARLY = timedelta(hours=12)


def open_minutes(actor: Actor, dialogue_id: int, present: Collection[int], *, now: datetime) -> Dialogue:
    """Note who is present (ids of seats) and open the minutes. Refused before the day, and without both sides."""
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "writes")
        refuse_unless_planned(dialogue)
        if now < find_first_moment_of_minutes(dialogue):
            raise Refused("not_yet", gettext("The dialogue has not begun. Open its minutes on the day it is held."))
        seats = list_seats(dialogue)
        here = [seat for seat in seats if seat.pk in present]
        missing = find_missing_sides(seat.country for seat in here if seat.role != "observer")
        if missing:
            raise Refused("no_quorum", say_quorum(missing))
        for seat in seats:
            seat.present = seat in here
            seat.save(update_fields=["present"])
        dialogue.state, dialogue.held_at = DialogueState.HELD, now
        dialogue.save(update_fields=["state", "held_at"])
        agenda = list(list_agenda(dialogue))
        cases = [item.case_id for item in agenda if item.case_id]
        waiting = set(list_waiting_cases())
        with_barriers = list_cases_of_barriers([item.barrier_id for item in agenda if item.barrier_id])
        take_up(actor, [*cases, *(pk for pk in with_barriers if pk in waiting)], dialogue.ref, now=now)
        append_entry(
            stream=name_stream(dialogue.pk),
            act="open_minutes",
            actor=actor.label,
            at=now,
            facts={"present": sorted(seat.pk for seat in here), "cases": cases},
        )
    return dialogue


def find_first_moment_of_minutes(dialogue: Dialogue) -> datetime:
    """Return from when on (aware) the minutes of a dialogue may be opened."""
    return dialogue.starts_at - EARLY


def say_quorum(missing: Collection[str]) -> str:
    """Return why one side alone cannot open minutes, and what to do."""
    if set(missing) == set(SIDES):
        return gettext("Nobody who speaks for a side is marked as present. Mark who is there.")
    absent = gettext("the ASEAN countries") if ASEAN in missing else gettext("China")
    return gettext(
        "Nobody speaks for %(side)s, and one side alone decides nothing. Mark who is present for it, or choose another day."
    ) % {"side": absent}


def refuse_unless_held(dialogue: Dialogue) -> None:
    if dialogue.state != DialogueState.HELD:
        raise Refused("no_minutes", gettext("Mark who is present first; that opens the minutes."))
