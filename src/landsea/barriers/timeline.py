"""What happened about a barrier, for its public page: from its own chain, the dialogues that took it up, and promises."""

from django.utils.translation import gettext

from landsea.barriers.contributed import HAPPENINGS, Happened
from landsea.barriers.labels import HAPPENED
from landsea.barriers.models import Barrier
from landsea.barriers.stream import name_stream
from landsea.base.audit.access import list_entries


def list_events(barrier: Barrier, language: str) -> list[Happened]:
    """Return what happened, oldest first. Single reports are left out: their times could tell who sent them."""
    rows = [Happened(barrier.since, gettext("First case filed"))]
    rows += [
        Happened(entry.at, str(HAPPENED[entry.act]))
        for entry in list_entries(name_stream(barrier.pk))
        if entry.act in HAPPENED
    ]
    for read in HAPPENINGS:
        rows += read(barrier, language)
    return sorted(rows, key=lambda row: row.at)
