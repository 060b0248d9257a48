"""Ends what a mail was part of, by the acts of whoever keeps it."""

from collections.abc import Iterable
from datetime import datetime

from landsea.corridor.access import find_running_plan
from landsea.corridor.actions.keep_plan import end_plan
from landsea.rules.access.watches import watch_facts
from landsea.rules.actions.watch import end_watch


def end_subscriptions(kind: str, ids: Iterable[int], *, now: datetime) -> int:
    """End watches or kept plans by their numbers; return how many were still running."""
    find, end = (watch_facts, end_watch) if kind == "watch" else (find_running_plan, end_plan)
    running = [one for pk in ids if (one := find(pk)) is not None]
    for one in running:
        end(one, now=now)
    return len(running)
