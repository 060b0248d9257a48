"""Convenes a dialogue, changes its time or place, calls it off. Everybody who sits there is told, with the calendar."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.access import find_rights_needed
from landsea.dialogues.actions.take_in import take_in_waiting_cases
from landsea.dialogues.models import Dialogue, DialogueKind, DialogueState, Seat
from landsea.dialogues.notices import tell_seats
from landsea.dialogues.stream import name_stream


@dataclass(frozen=True)
class Plan:
    """When and where a dialogue is held. Times are aware; `time_zone` is that of the place; `titles` by language."""

    kind: str
    titles: dict[str, str]
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    where: str
    languages: tuple[str, ...] = ()
    is_demo: bool = False


def convene_dialogue(actor: Actor, plan: Plan, *, now: datetime) -> Dialogue:
    """Plan a dialogue; cases that wait for one come on its agenda at once. Refused when it lies in the past or ends before
    it begins.
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    _check_plan(plan, now)
    with transaction.atomic():
        dialogue = Dialogue.objects.create(**_fields_of(plan), created_by_id=actor.user_id, created_at=now)
        append_entry(stream=name_stream(dialogue.pk), act="convene", actor=actor.label, at=now, first=True)
        take_in_waiting_cases(now)
    return dialogue


def change_plan(actor: Actor, dialogue_id: int, plan: Plan, *, now: datetime) -> Dialogue:
    """Change time, place or languages of a planned dialogue; every seat gets the changed invitation."""
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "convenes")
        refuse_unless_planned(dialogue)
        _check_plan(plan, now)
        fields, is_moved = _fields_of(plan), plan.starts_at != dialogue.starts_at
        for name, value in fields.items():
            setattr(dialogue, name, value)
        dialogue.sequence += 1
        dialogue.save(update_fields=[*fields, "sequence"])
        if is_moved:
            Seat.objects.filter(dialogue=dialogue).update(proposed_at=None)
        append_entry(
            stream=name_stream(dialogue.pk),
            act="change_plan",
            actor=actor.label,
            at=now,
            facts={"sequence": dialogue.sequence},
        )
        tell_seats(dialogue, "dialogue_changed", now=now)
    return dialogue


def call_off(actor: Actor, dialogue_id: int, reason: str, *, now: datetime) -> Dialogue:
    """Call a planned dialogue off, with a reason; every seat gets the cancellation."""
    if not reason.strip():
        raise Refused("no_reason", gettext("Tell the parties in a few words why it is called off."))
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "convenes")
        refuse_unless_planned(dialogue)
        dialogue.state, dialogue.cancelled_reason = DialogueState.CANCELLED, reason.strip()[:300]
        dialogue.sequence += 1
        dialogue.save(update_fields=["state", "cancelled_reason", "sequence"])
        append_entry(stream=name_stream(dialogue.pk), act="call_off", actor=actor.label, at=now)
        tell_seats(dialogue, "dialogue_cancelled", now=now, cancel=True)
    return dialogue


def lock_dialogue(dialogue_id: int) -> Dialogue:
    """Return a dialogue with its row locked until the transaction ends."""
    return Dialogue.objects.select_for_update().get(pk=dialogue_id)


def refuse_unless_planned(dialogue: Dialogue) -> None:
    """Raise Refused for a dialogue that was held or called off."""
    if dialogue.state != DialogueState.PLANNED:
        raise Refused("not_planned", gettext("This dialogue was held or called off. Convene a new one."))


def _check_plan(plan: Plan, now: datetime) -> None:
    if plan.kind not in DialogueKind.values:
        raise Refused("no_kind", gettext("Choose what kind of dialogue it is."))
    if not any(title.strip() for title in plan.titles.values()):
        raise Refused("no_title", gettext("Give the dialogue a title in at least one language."))
    try:
        ZoneInfo(plan.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise Refused("no_zone", gettext("Choose the time zone of the place where it is held.")) from None
    if plan.starts_at <= now:
        raise Refused("in_the_past", gettext("This time has passed already. Choose a day and an hour yet to come."))
    if plan.ends_at <= plan.starts_at:
        raise Refused("ends_first", gettext("It would end before it begins. Choose a later end."))


def _fields_of(plan: Plan) -> dict:
    return {
        "kind": plan.kind,
        "titles": {language: title.strip()[:200] for language, title in plan.titles.items() if title.strip()},
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "time_zone": plan.time_zone,
        "where": plan.where.strip()[:200],
        "languages": list(plan.languages),
        "is_demo": plan.is_demo,
    }
