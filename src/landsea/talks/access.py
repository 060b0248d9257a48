"""The only reads of talks: that of a case somebody sees, those that are agreed, and those that wait for the clock."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from landsea.cases.access import has_none
from landsea.cases.models import Case
from landsea.talks.models import OPEN, Talk, TalkState


def open_talk_of(case: Case) -> Talk | None:
    """Return the talk of a case that is offered or agreed, or None. Whoever asks was given the case by `cases.access`."""
    if has_none(case, "talk"):
        return None
    return Talk.objects.filter(case=case, state__in=OPEN).first()


def list_unanswered_talks(now: datetime, waited: timedelta) -> QuerySet[Talk]:
    """Return talks whose offer nobody answered for so long and of which nobody was reminded yet, of open cases."""
    rows = Talk.objects.filter(state=TalkState.OFFERED, reminded_at=None, offered_at__lte=now - waited)
    return rows.filter(case__closed_at=None).select_related("case")


def list_talks_whose_times_passed(now: datetime) -> list[Talk]:
    """Return talks of which every offered time has passed."""
    rows = Talk.objects.filter(state=TalkState.OFFERED).select_related("case")
    return [talk for talk in rows if max(talk.times) <= now]


def list_agreed_talks(cases: QuerySet[Case], since: datetime) -> QuerySet[Talk]:
    """Return the talks that are agreed about these open cases, which somebody sees, from `since` (aware) on."""
    rows = Talk.objects.filter(case__in=cases, case__closed_at=None, state__in=OPEN, starts_at__gte=since)
    return rows.select_related("case").order_by("starts_at", "pk")
