"""Reads of wakes: for the card on the case's page, the coordinator's list, and whoever answers."""

from datetime import datetime, timedelta

from landsea.base.outbox.delivery_states import find_states
from landsea.base.secret_links import compute_digest
from landsea.waking.models import Wake, WakeTry

ANSWERS_COUNT_FOR = timedelta(hours=12)
SHOWN_FOR = timedelta(days=14)
MOST_SHOWN = 100


def find_last_try(way: str, address: str, at: datetime) -> WakeTry | None:
    """Return the newest try to this address, which a reply of one word at `at` (aware) answers; None for none of late."""
    tries = WakeTry.objects.filter(way=way, address=address, tried_at__gte=at - ANSWERS_COUNT_FOR)
    return tries.select_related("wake__case", "user").order_by("-id").first()


def find_try_for_press(try_id: int, way: str, address: str) -> WakeTry | None:
    """Return the try whose button was pressed, if it was sent to this account."""
    tries = WakeTry.objects.filter(pk=try_id, way=way, address=address)
    return tries.select_related("wake__case", "user").first()


def try_behind(secret: str) -> WakeTry | None:
    """Return the try whose link this is."""
    return WakeTry.objects.filter(digest=compute_digest(secret)).select_related("wake__case", "user").first()


def list_wakes_of_case(case_id: int) -> list[Wake]:
    """Return the wakes of a case, the first one first, each with `shown_tries`; for whoever may see the case's inside."""
    return _with_tries(Wake.objects.filter(case_id=case_id).order_by("began_at", "id"))


def list_recent_wakes(now: datetime) -> list[Wake]:
    """Return the wakes of the last two weeks, the newest first, for the coordinator."""
    rows = Wake.objects.filter(began_at__gte=now - SHOWN_FOR).select_related("case__place", "desk__office")
    return _with_tries(rows.order_by("-began_at", "-id")[:MOST_SHOWN])


def _with_tries(wakes) -> list[Wake]:
    found = list(wakes.prefetch_related("tries"))
    states = find_states([one.once for wake in found for one in wake.tries.all()])
    for wake in found:
        wake.shown_tries = []
        for one in sorted(wake.tries.all(), key=lambda row: row.pk):
            one.came_back, one.reply = states.get(one.once, ("", ""))
            wake.shown_tries.append(one)
    return found
