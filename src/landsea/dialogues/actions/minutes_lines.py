"""Lines of the minutes: written, changed, agreed by both sides."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.access import (
    find_day,
    find_rights_needed,
)
from landsea.dialogues.actions.convene import lock_dialogue
from landsea.dialogues.actions.minutes import refuse_unless_held
from landsea.dialogues.models import ActionItem, AgendaItem, LineKind, MinuteLine
from landsea.dialogues.notices import tell_owner
from landsea.dialogues.stream import name_promise_stream, name_stream
from landsea.directory import access as directory_access
from landsea_core.agenda import SIDES


@dataclass(frozen=True)
class Promised:
    """What a decision promises: what, by which desk, until which day, seen by what. `barrier_id`: what it shall end."""

    what: str
    owner: str
    due: date | None
    success: str
    barrier_id: int | None = None


def write_line(
    actor: Actor,
    dialogue_id: int,
    kind: str,
    text: str,
    *,
    now: datetime,
    promised: Promised | None = None,
    item_id: int | None = None,
    corrects: int | None = None,
) -> MinuteLine:
    """Add a line at the end. `promised` makes a decision an action item; `corrects` names the agreed line (id) that this
    one sets right. Refused without words, without an owner, a day to come or a measure of success.
    """
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "writes")
        refuse_unless_held(dialogue)
        text = _check_line(kind, text, promised)
        corrected = None
        if corrects is not None:
            corrected = MinuteLine.objects.filter(dialogue=dialogue, pk=corrects).first()
            if corrected is None or not corrected.is_agreed:
                raise Refused("not_agreed", gettext("Only an agreed line is corrected. Change this one itself."))
        last = MinuteLine.objects.filter(dialogue=dialogue).aggregate(last=Max("position"))["last"] or 0
        item = AgendaItem.objects.filter(dialogue=dialogue, pk=item_id).first() if item_id else None
        line = MinuteLine.objects.create(
            dialogue=dialogue,
            position=last + 1,
            kind=kind,
            text=text,
            item=item,
            corrects=corrected,
            written_by_id=actor.user_id,
            written_at=now,
        )
        if promised is not None:
            ActionItem.objects.create(line=line, **_promise_fields(promised, now))
        append_entry(
            stream=name_stream(dialogue.pk),
            act="write_line",
            actor=actor.label,
            at=now,
            facts={"line": line.pk, "corrects": corrects, "promise": promised is not None},
        )
    return line


def change_line(
    actor: Actor, line_id: int, text: str, *, now: datetime, promised: Promised | None = None
) -> MinuteLine:
    """Change a line that is not agreed; an agreement of one side to the earlier words falls away. An agreed line is
    refused: write a correction.
    """
    with transaction.atomic():
        line = _locked_line(actor, line_id, "writes")
        if line.is_agreed:
            raise Refused(
                "agreed_line",
                gettext(
                    "Both sides agreed to this line, so it stays as it is. Write a correction, which both agree to again."
                ),
            )
        line.text = _check_line(line.kind, text, promised)
        for side in SIDES:
            setattr(line, f"{side}_agreed_at", None)
            setattr(line, f"{side}_agreed_by", None)
        line.written_by_id, line.written_at = actor.user_id, now
        line.save()
        if promised is not None:
            ActionItem.objects.update_or_create(line=line, defaults=_promise_fields(promised, now))
        append_entry(
            stream=name_stream(line.dialogue_id), act="change_line", actor=actor.label, at=now, facts={"line": line.pk}
        )
    return line


def agree_line(actor: Actor, line_id: int, text: str, *, now: datetime) -> MinuteLine:
    """Agree to a line as the chair of one's side; `text` is what was read, so that nobody agrees to other words. When both
    have, its promise counts from now on and its desk is told.
    """
    with transaction.atomic():
        line = _locked_line(actor, line_id, "side")
        side = find_rights_needed(actor, line.dialogue, "side").side
        if text != line.text:
            raise Refused("line_changed", gettext("The line was changed since you read it. Read it again, then agree."))
        if getattr(line, f"{side}_agreed_at"):
            return line
        setattr(line, f"{side}_agreed_at", now)
        setattr(line, f"{side}_agreed_by_id", actor.user_id)
        line.save(update_fields=[f"{side}_agreed_at", f"{side}_agreed_by"])
        append_entry(
            stream=name_stream(line.dialogue_id),
            act="agree_line",
            actor=actor.label,
            at=now,
            facts={"line": line.pk, "side": side},
        )
        action = ActionItem.objects.select_related("owner__office").filter(line=line).first()
        if line.is_agreed and action is not None:
            ActionItem.objects.filter(line=line.corrects_id).update(replaced_at=now)
            action.agreed_at = now
            action.save(update_fields=["agreed_at"])
            append_entry(
                stream=name_promise_stream(action.pk),
                act="promise",
                actor=actor.label,
                at=now,
                facts={"owner": action.owner_id, "due": action.due.isoformat(), "barrier": action.barrier_id},
                first=True,
            )
            tell_owner(action, "promise_made", now=now, once="made")
    return line


def _locked_line(actor: Actor, line_id: int, what: str) -> MinuteLine:
    line = MinuteLine.objects.select_related("dialogue").get(pk=line_id)
    find_rights_needed(actor, lock_dialogue(line.dialogue_id), what)
    return MinuteLine.objects.select_for_update(of=("self",)).select_related("dialogue").get(pk=line_id)


def _check_line(kind: str, text: str, promised: Promised | None) -> str:
    if kind not in LineKind.values:
        raise Refused("no_kind", gettext("Choose whether the line is a note or a decision."))
    if not text.strip():
        raise Refused("empty", gettext("Write the words of the line."))
    if promised is not None and kind != LineKind.DECISION:
        raise Refused("note_promises", gettext("Only a decision can promise something. Make the line a decision."))
    return text.strip()


def _promise_fields(promised: Promised, now: datetime) -> dict:
    if not promised.what.strip():
        raise Refused("no_what", gettext("Say what will be done."))
    owner = directory_access.find_desk(promised.owner) if promised.owner else None
    if owner is None and promised.owner:
        raise Refused("no_owner", gettext("Pick one of the desks that are offered."))
    if owner is None:
        raise Refused("no_owner", gettext("Name the desk that will do it: an action without an owner is nobody's."))
    if promised.due is None or promised.due <= find_day(owner, now):
        raise Refused("no_day", gettext("Choose a day yet to come by which it will be done."))
    if not promised.success.strip():
        raise Refused("no_success", gettext("Say what will be different, so that everybody can see whether it helped."))
    return {
        "what": promised.what.strip()[:300],
        "owner": owner,
        "due": promised.due,
        "success": promised.success.strip()[:300],
        "barrier_id": promised.barrier_id,
    }
