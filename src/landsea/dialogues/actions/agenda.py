"""Proposes an agenda, changes it, and lets the chairs of both sides accept it. Any change asks both of them again."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.access import find_rights_needed
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.actions.take_in import add_waiting_cases
from landsea.dialogues.agenda import choose_agenda
from landsea.dialogues.models import AgendaAcceptance, AgendaItem, Dialogue
from landsea.dialogues.stream import name_stream


def propose_agenda(actor: Actor, dialogue_id: int, *, now: datetime, most: int = 12) -> Dialogue:
    """Fill the agenda with the heaviest barriers and unanswered cases; lines in words stay, below them, and below these
    come the other cases that ask for a dialogue.
    """
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "writes")
        refuse_unless_planned(dialogue)
        earlier, _ = AgendaItem.objects.filter(dialogue=dialogue, words="").delete()
        lines = choose_agenda(now, most=most)
        rows = [
            AgendaItem(
                dialogue=dialogue,
                position=number,
                barrier_id=line.barrier_id,
                case_id=line.case_id,
                weight=line.weighed.weight,
                reasons=[asdict(reason) for reason in line.weighed.reasons],
            )
            for number, line in enumerate(lines, start=1)
        ]
        AgendaItem.objects.bulk_create(rows)
        for number, item in enumerate(
            AgendaItem.objects.filter(dialogue=dialogue).exclude(words="").order_by("position")
        ):
            item.position = len(rows) + 1 + number
            item.save(update_fields=["position"])
        note_change(dialogue, actor, "propose_agenda", now, lines=len(rows))
        add_waiting_cases(dialogue, now)
        if not earlier and not AgendaItem.objects.filter(dialogue=dialogue, words="").exists():
            raise Refused(
                "nothing_to_propose",
                gettext("No barrier is open and no case waits for a dialogue. Write the lines in words."),
            )
    return dialogue


def add_words(actor: Actor, dialogue_id: int, words: str, *, now: datetime) -> AgendaItem:
    """Add a line in words at the end."""
    if not words.strip():
        raise Refused("empty", gettext("Write what shall be talked about."))
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "writes")
        refuse_unless_planned(dialogue)
        last = AgendaItem.objects.filter(dialogue=dialogue).aggregate(last=Max("position"))["last"] or 0
        item = AgendaItem.objects.create(dialogue=dialogue, position=last + 1, words=words.strip()[:200])
        note_change(dialogue, actor, "add_to_agenda", now)
    return item


def take_off(actor: Actor, dialogue_id: int, item_id: int, *, now: datetime) -> None:
    """Take a line off the agenda."""
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "writes")
        refuse_unless_planned(dialogue)
        if AgendaItem.objects.filter(dialogue=dialogue, pk=item_id).delete()[0]:
            note_change(dialogue, actor, "take_off_agenda", now)


def accept_agenda(actor: Actor, dialogue_id: int, version: int, *, now: datetime) -> Dialogue:
    """Accept the agenda as the chair of one's side; `version` is the one that was looked at."""
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        rights = find_rights_needed(actor, dialogue, "side")
        refuse_unless_planned(dialogue)
        if version != dialogue.agenda_version or not dialogue.agenda.exists():
            raise Refused(
                "agenda_changed",
                gettext("The agenda has changed since you looked at it. Read it again, then accept it."),
            )
        _row, new = AgendaAcceptance.objects.get_or_create(
            dialogue=dialogue, side=rights.side, version=version, defaults={"by_id": actor.user_id, "at": now}
        )
        if new:
            append_entry(
                stream=name_stream(dialogue.pk),
                act="accept_agenda",
                actor=actor.label,
                at=now,
                facts={"side": rights.side, "version": version},
            )
    return dialogue


def note_change(dialogue: Dialogue, actor: Actor, act: str, now: datetime, **facts) -> None:
    """Count a change of the agenda, so that both chairs are asked again, and write its audit row."""
    dialogue.agenda_version += 1
    dialogue.save(update_fields=["agenda_version"])
    append_entry(
        stream=name_stream(dialogue.pk),
        act=act,
        actor=actor.label,
        at=now,
        facts={"version": dialogue.agenda_version, **facts},
    )
