"""Dialogues and agreed promises for the search: shown with where they stand now."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, Max, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.findable import FINDABLE, FindableKind, FoundLine
from landsea.base.ui import times
from landsea.dialogues import access
from landsea.dialogues.labels import KINDS, STATES
from landsea.dialogues.promise_rows import list_promise_rows
from landsea.directory.models.names import choose_title
from landsea_core.finding import Text

DIALOGUE, PROMISE = frozenset({"same:dialogue", "same:forum"}), frozenset({"same:promise"})


def _read_dialogue_mark() -> tuple:
    """The changes of all are added up: the most that any had stays when another one is changed."""
    rows = access.list_dialogues().order_by()
    changed = rows.aggregate(all=Count("pk"), last=Max("pk"), changes=Sum("sequence"))
    return (*changed.values(), tuple(rows.order_by("-pk").values_list("titles", flat=True)[:1]))


def _texts_of_dialogues() -> Iterable[Text]:
    for row in access.list_dialogues():
        yield Text(str(row.pk), tuple(row.titles.values()), (row.ref,), DIALOGUE)


def _show_dialogues(keys: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    lines = []
    for row in access.list_dialogues().filter(pk__in=keys):
        kind, words = STATES[row.state]
        when = times.write_moment(row.starts_at, timezone.get_current_timezone(), now, language)
        said = f"{KINDS[row.kind]} · {when}"
        url = reverse("dialogue", args=[row.pk])
        lines.append(FoundLine(str(row.pk), url, choose_title(row, language), said, state=(kind, str(words))))
    return lines


def _read_promise_mark() -> tuple:
    rows = access.list_agreed_promises().order_by()
    return tuple(rows.aggregate(all=Count("pk"), last=Max("pk"), agreed=Max("agreed_at")).values())


def _texts_of_promises() -> Iterable[Text]:
    for row in access.list_agreed_promises():
        barrier = tuple(row.barrier.titles.values()) if row.barrier else ()
        yield Text(str(row.pk), (row.what,), (row.ref, row.success, row.line.text, *barrier), PROMISE)


def _show_promises(keys: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    return [
        FoundLine(
            str(row.promise.pk),
            reverse("promise", args=[row.promise.pk]),
            row.what,
            " · ".join((row.owner, times.date_words(row.promise.due, language), row.promise.success)),
            row.promise.owner.office.country,
            (row.kind, row.words),
        )
        for row in list_promise_rows(access.list_agreed_promises().filter(pk__in=keys), now)
    ]


FINDABLE.put(FindableKind("dialogues", _read_dialogue_mark, _texts_of_dialogues, _show_dialogues), order=60)
FINDABLE.put(FindableKind("promises", _read_promise_mark, _texts_of_promises, _show_promises), order=61)
