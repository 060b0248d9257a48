"""The open cases that a change of a rule may answer, for the desks that are responsible for them: each sees its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.http import Http404

from landsea.base.actors import Actor
from landsea.cases.answer_access import list_answerable_cases, list_cases_with_common_answer
from landsea.cases.models import Case
from landsea.cases.open_cases import open_cases_about
from landsea.rules.models import Version, VersionState
from landsea.rules.stream import measure_stream
from landsea_core.caseflow import State

RECENT = timedelta(days=60)
"""A change is proposed as an answer for so long; after that it is one of the rules that stand beside each case."""

MOST_CHANGES = 50


@dataclass(frozen=True)
class Proposal:
    """A change that may answer `count` open cases of the person who asks."""

    version: Version
    count: int


def find_version_that_answers(pk: int) -> Version:
    """A version that was published, or withdrawn again: both are news for whoever waits. Http404 for a draft."""
    told = [VersionState.PUBLISHED, VersionState.WITHDRAWN]
    found = Version.objects.select_related("measure").filter(pk=pk, state__in=told).first()
    if found is None:
        raise Http404
    return found


def list_cases_to_answer(actor: Actor, version: Version) -> list[Case]:
    """The open cases that the version touches and that this actor may answer, the longest waiting first; those that were told
    of it already are left out.
    """
    touched = {one.case_id for one in open_cases_about(version.hs, version.origins, version.destinations)}
    touched -= _told_of([version])[version.pk]
    cases = list_answerable_cases(actor).filter(pk__in=touched).select_related("desk__office", "place")
    return list(cases.order_by("filed_at", "pk"))


def find_proposals(actor: Actor, now: datetime) -> list[Proposal]:
    """Changes of the last 60 days that may answer open cases of this actor's desks, the newest first; cases that were
    answered by themselves do not count. What a first load brought is no change: it was spread in the instant of its
    publication.
    """
    cases = list_answerable_cases(actor).filter(desk_id__in=actor.desks).exclude(state=State.ANSWERED)
    mine = list(cases.values_list("pk", "hs", "country", "filer_country"))
    if not mine:
        return []
    since = now - RECENT
    recent = Q(published_at__gte=since) | Q(state=VersionState.WITHDRAWN, ended_at__gte=since)
    versions = Version.objects.filter(recent, state__in=[VersionState.PUBLISHED, VersionState.WITHDRAWN])
    versions = versions.exclude(spread_at=F("published_at")).select_related("measure").order_by("-published_at", "-id")
    latest = list(versions[:MOST_CHANGES])
    told = _told_of(latest)
    counts = [
        sum(pk not in told[version.pk] and _version_touches(version, *about) for pk, *about in mine)
        for version in latest
    ]
    return [Proposal(version, count) for version, count in zip(latest, counts, strict=True) if count]


def _told_of(versions: list[Version]) -> dict[int, set[int]]:
    """By version, the cases that were told of its measure by a common answer since it was published, or withdrawn."""
    rows = list_cases_with_common_answer({measure_stream(version.measure.code) for version in versions})
    return {
        version.pk: {
            case
            for about, case, at in rows
            if about == measure_stream(version.measure.code) and at >= (version.ended_at or version.published_at)
        }
        for version in versions
    }


def _version_touches(version: Version, hs: str, country: str, filer_country: str) -> bool:
    """The comparing of `cases.facts.open_cases_about`, for one case."""
    meets = any(hs.startswith(prefix[:6]) or (len(hs) >= 2 and prefix.startswith(hs)) for prefix in version.hs)
    return meets and all(
        _group_names_country(group, country, filer_country) for group in (version.origins, version.destinations)
    )


def _group_names_country(group: Iterable[str], country: str, filer_country: str) -> bool:
    group = set(group)
    return not group or bool(group & {country, filer_country})
