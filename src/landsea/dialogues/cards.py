"""What dialogues contribute to barriers below: promises, whether they were kept, and when one was talked about."""

from collections.abc import Iterator
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from landsea.barriers.contributed import HAPPENINGS, REMEDIES, Happened
from landsea.barriers.models import Barrier
from landsea.base.actors import Actor
from landsea.base.ui.cards import card
from landsea.base.ui.demo_marks import mark_demo
from landsea.dialogues import access
from landsea.dialogues.promise_rows import list_promise_rows
from landsea.directory.models.names import choose_title
from landsea_core.agenda import PromiseState

SHOWN = 12
"""Rows of late promises on the coordinator's board, as its other lists show."""
SHOWN_OF_OWN = 5
"""Rows of one's own desks' promises on the first page, where a phone shows the cases below them."""


@card("barrier_promises", order=10)
def show_promises_of_barrier(context, barrier: Barrier, now: datetime) -> str:
    """The promises that shall end a barrier, each with where it stands."""
    rows = list_promise_rows(access.list_agreed_promises(barrier_id=barrier.pk), now)
    return render_to_string("dialogues/promise_list.html", {"rows": rows}) if rows else ""


@card("board", order=20)
def show_late_promises(context) -> str:
    """The promises of all desks whose day has passed, the longest late first: for the coordinator, who may say it is kept."""
    now = timezone.now()
    late = access.list_late_promises(now)
    if not late:
        return ""
    rows = list_promise_rows(late[:SHOWN], now)
    return render_to_string(
        "dialogues/late_on_board.html", {"rows": rows, "total": len(late), "more": len(late) > SHOWN}
    )


@card("own_work", order=10)
def show_own_promises(context, actor: Actor) -> str:
    """What one's own desks promised and have not kept yet, where it is late or due soon."""
    now, urgent = timezone.now(), (PromiseState.LATE, PromiseState.DUE_SOON)
    found = access.list_promises_not_kept(now, actor.desks) if actor.desks else ()
    rows = [row for row in list_promise_rows(found, now) if row.state in urgent]
    shown = {"rows": rows[:SHOWN_OF_OWN], "total": len(rows), "more": len(rows) > SHOWN_OF_OWN}
    return render_to_string("dialogues/own_promises.html", shown) if rows else ""


@card("case_silence", order=10)
def show_dialogue_of_case(context, case) -> str:
    """The planned dialogue on whose agenda a case stands that nobody answered."""
    found = access.find_dialogue_with_case(case.pk)
    return render_to_string("dialogues/case_waits.html", {"dialogue": found}) if found else ""


def read_happenings(barrier: Barrier, language: str) -> Iterator[Happened]:
    """Yield when a barrier came onto an agenda, and what was promised and done."""
    for dialogue in access.list_dialogues_of_barrier(barrier.pk):
        words = gettext("On the agenda of %(title)s") % {"title": choose_title(dialogue, language)}
        yield Happened(dialogue.starts_at, words, reverse("dialogue", args=[dialogue.pk]))
    for promise in access.list_agreed_promises(barrier_id=barrier.pk):
        url = reverse("promise", args=[promise.pk])
        what = mark_demo(promise.what, promise.line.dialogue.is_demo)
        yield Happened(promise.agreed_at, gettext("Promised: %(what)s") % {"what": what}, url)
        if promise.done_at:
            yield Happened(promise.done_at, gettext("Done: %(what)s") % {"what": what}, url)


REMEDIES.put(access.find_remedies)
HAPPENINGS.put(read_happenings)
