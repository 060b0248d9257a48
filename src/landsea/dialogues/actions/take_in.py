"""Takes cases that ask for a dialogue into the agenda of the next one: by itself, when they ask and when one is convened."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from landsea.barriers import access as barriers_access
from landsea.base.actors import SYSTEM
from landsea.base.audit.actions.append import append_entry
from landsea.cases.open_cases import list_waiting_cases
from landsea.dialogues.models import AgendaItem, Dialogue, DialogueState
from landsea.dialogues.stream import name_stream

CLOSED_BEFORE = timedelta(days=7)
"""How long before a dialogue its agenda is left to the chairs: a case that asks later waits for the one after it."""


def take_in_waiting_cases(now: datetime) -> int:
    """Put every case that asks for a dialogue, and is on the agenda of none to come, on that of the next one at `now`
    (aware); return how many lines were added. Without a planned dialogue they wait (`access.cases_waiting`).
    """
    with transaction.atomic():
        coming = Dialogue.objects.filter(state=DialogueState.PLANNED, starts_at__gt=now + CLOSED_BEFORE)
        dialogue = coming.select_for_update().order_by("starts_at", "pk").first()
        return add_waiting_cases(dialogue, now) if dialogue is not None else 0


def add_waiting_cases(dialogue: Dialogue, now: datetime) -> int:
    """Add the waiting cases below the lines of this planned dialogue, which is locked; return how many. A case in a barrier
    is talked about with the barrier. The chairs of both sides are asked again when anything came.
    """
    planned = AgendaItem.objects.filter(dialogue__state=DialogueState.PLANNED, case__isnull=False)
    elsewhere = set(planned.values_list("case_id", flat=True)) | barriers_access.list_cases_in_barriers()
    wanted = [pk for pk in list_waiting_cases() if pk not in elsewhere]
    if not wanted:
        return 0
    last = AgendaItem.objects.filter(dialogue=dialogue).aggregate(last=Max("position"))["last"] or 0
    AgendaItem.objects.bulk_create(
        AgendaItem(dialogue=dialogue, position=number, case_id=pk, reasons=[])
        for number, pk in enumerate(wanted, start=last + 1)
    )
    dialogue.agenda_version += 1
    dialogue.save(update_fields=["agenda_version"])
    append_entry(
        stream=name_stream(dialogue.pk),
        act="take_in",
        actor=SYSTEM.label,
        at=now,
        facts={"version": dialogue.agenda_version, "lines": len(wanted)},
    )
    return len(wanted)
