"""Dialogues and promises in a private calendar: where the person has a seat, and what the person's desks promised."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.calendars.moments import MOMENTS, Moment
from landsea.dialogues import access
from landsea.dialogues.models import DialogueState, Reply
from landsea.directory.models.names import choose_title


def find_dialogues(actor: Actor, now: datetime) -> Iterator[Moment]:
    """Yield the dialogues to come at which the person has a seat and did not say no; a cancelled one is said to be."""
    for dialogue, seat in access.list_own_dialogues(actor, now):
        if seat.reply == Reply.DECLINED:
            continue
        yield Moment(
            uid=f"dialogue-{dialogue.pk}",
            begins=dialogue.starts_at,
            ends=dialogue.ends_at,
            title=choose_title(dialogue, get_language() or "en"),
            page=reverse("dialogue", args=[dialogue.pk]),
            place=dialogue.where,
            is_busy=True,
            is_tentative=seat.reply != Reply.ACCEPTED,
            is_cancelled=dialogue.state == DialogueState.CANCELLED,
        )


def find_promises(actor: Actor, now: datetime) -> Iterator[Moment]:
    """Yield the days on which promises of the person's desks are due, as long as they are not kept."""
    if not actor.desks:
        return
    for promise in access.list_agreed_promises().filter(owner_id__in=actor.desks, done_at=None):
        title = gettext("Promise due: %(what)s") % {"what": promise.what}
        page = reverse("promise", args=[promise.pk])
        yield Moment(f"promise-{promise.pk}", promise.due, promise.due + timedelta(days=1), title, page)


MOMENTS.put(find_dialogues, order=2)
MOMENTS.put(find_promises, order=3)
