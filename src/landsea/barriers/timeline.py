"""What happened about a barrier, for its public page: from its own chain, the dialogues that took it up, and promises."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from landsea.barriers.models import Barrier
from landsea.barriers.stream import stream_of
from landsea.barriers.words import HAPPENED
from landsea.base.audit.access import entries_of
from landsea.dialogues import access as dialogues_access
from landsea.directory.models.names import name_in


@dataclass(frozen=True)
class Happened:
    """Something that happened, in words, with a page to read on where there is one."""

    at: datetime
    words: str
    url: str = ""


def timeline(barrier: Barrier, language: str) -> list[Happened]:
    """Return what happened, oldest first. Single reports are left out: their times could tell who sent them."""
    rows = [Happened(barrier.since, gettext("First case filed"))]
    rows += [
        Happened(entry.at, str(HAPPENED[entry.act]))
        for entry in entries_of(stream_of(barrier.pk))
        if entry.act in HAPPENED
    ]
    for dialogue in dialogues_access.dialogues_of_barrier(barrier.pk):
        words = gettext("On the agenda of %(title)s") % {"title": name_in(dialogue.titles, language)}
        rows.append(Happened(dialogue.starts_at, words, reverse("dialogue", args=[dialogue.pk])))
    for promise in dialogues_access.promises(barrier_id=barrier.pk):
        url = reverse("promise", args=[promise.pk])
        rows.append(Happened(promise.agreed_at, gettext("Promised: %(what)s") % {"what": promise.what}, url))
        if promise.done_at:
            rows.append(Happened(promise.done_at, gettext("Done: %(what)s") % {"what": promise.what}, url))
    return sorted(rows, key=lambda row: row.at)
