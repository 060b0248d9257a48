"""Open cases as other apps count on them: those that wait for a dialogue, those that a change of a rule touches. Without a
word of a case and without its filer.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from landsea.cases.models import AgendaRequest, Case
from landsea.cases.parties import find_party_keys
from landsea_core.caseflow import Step


@dataclass(frozen=True)
class AgendaFact:
    """A case that waits for a dialogue, as its agenda needs it: no words, no filer. `firms` counts its parties."""

    case_id: int
    filed_at: datetime
    country: str
    filer_country: str
    hs: str
    firms: int


def find_late(now: datetime) -> Q:
    """Return which open cases are late at `now` (aware): somebody kept silent beyond a deadline, or one has just passed."""
    return Q(silent_since__isnull=False) | Q(due_at__lt=now)


def list_agenda_facts() -> list[AgendaFact]:
    """Return open cases that a dialogue should take up: those whose time for a solution passed, and those unanswered."""
    asked = AgendaRequest.objects.filter(taken_at=None, withdrawn_at=None).values("case_id")
    rows = list(
        Case.objects.filter(Q(pk__in=asked) | Q(step=Step.ANSWER, silent_since__isnull=False), closed_at=None)
        .order_by("filed_at")
        .values_list("pk", "filed_at", "country", "filer_country", "hs")
    )
    keys = find_party_keys([row[0] for row in rows])
    return [AgendaFact(*row, firms=len(keys[row[0]])) for row in rows]


def count_open_cases_of(desk_id: int) -> int:
    """Return how many open cases this desk is accountable for, which keep it in service."""
    return Case.objects.filter(desk_id=desk_id, closed_at=None).count()


def list_waiting_cases() -> list[int]:
    """Return the open cases that ask for the next dialogue, whether one is planned or not, the longest waiting first."""
    waiting = AgendaRequest.objects.filter(taken_at=None, withdrawn_at=None, case__closed_at=None)
    return list(waiting.order_by("asked_at", "pk").values_list("case_id", flat=True))


def put_aside(most: int) -> tuple[list[Case], int]:
    """Return the first `most` cases that the watcher could not look at, those tried most often first, and how many there
    are.
    """
    found = Case.objects.filter(wake_failures__gt=0, closed_at=None).order_by("-wake_failures", "pk")
    return list(found.only("ref", "wake_failures", "wake_error", "wakes_at")[:most]), found.count()


def find_countries(case_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return, by case id, where the problem is and where its filer is; empty text where that is not known."""
    rows = Case.objects.filter(pk__in=case_ids).values_list("pk", "country", "filer_country")
    return {pk: (country, filer_country) for pk, country, filer_country in rows}


@dataclass(frozen=True)
class OpenCase:
    """An open case that a change of a rule touches: whose it is, without a word of it."""

    case_id: int
    desk_id: int
    association_id: int | None


def open_cases_about(hs: Collection[str], origins: Collection[str], destinations: Collection[str]) -> list[OpenCase]:
    """Return open cases whose goods meet one of the HS prefixes, and of whose two countries each group that is not
    empty names one. Without prefixes none: a rule for all goods would be about every case.
    """
    if not hs:
        return []
    meets = Q()
    for prefix in hs:
        shorter = [prefix[:length] for length in range(2, len(prefix))]
        meets |= Q(hs__startswith=prefix[:6]) | Q(hs__in=shorter)
    cases = Case.objects.filter(meets, closed_at=None)
    for group in (origins, destinations):
        if group:
            cases = cases.filter(Q(country__in=group) | Q(filer_country__in=group))
    return [OpenCase(*row) for row in cases.values_list("pk", "desk_id", "association_id")]
