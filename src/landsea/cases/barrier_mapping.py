"""What the rules of barriers need of cases, as the core's values: of what kind they are, when they were filed, how many
parties stand behind them. Without a word of a case.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, Value
from django.db.models.functions import Coalesce

from landsea.cases.models import Case
from landsea.cases.parties import find_party_keys
from landsea_core.grouping import CaseFacts, MemberFacts, count_distinct_parties

OVER_WITHOUT_TROUBLE = ("withdrawn", "not_a_barrier", "handed_on")
"""Outcomes that say that there was no barrier of ours: such cases are neither grouped nor counted."""

CLEARED = ("fixed", "workaround")


def list_grouping_facts(since: datetime) -> list[CaseFacts]:
    """Return what the grouping rule needs of the cases filed since then (aware), without a word of theirs."""
    found = list_kinds_filed(since)
    keys = find_party_keys([fact.id for fact in found])
    return [replace(fact, parties=frozenset().union(*keys[fact.id])) for fact in found]


def list_kinds_filed(since: datetime, matters: Collection[str] | None = None) -> list[CaseFacts]:
    """Return of what kind the cases filed since then (aware) are, without their parties; of these matters, if given."""
    rows = Case.objects.filter(filed_at__gte=since, merged_into=None).exclude(outcome__in=OVER_WITHOUT_TROUBLE)
    if matters is not None:
        rows = rows.filter(matter__in=matters)
    return [
        CaseFacts(pk, filed_at, matter, country, place or "", hs[:2])
        for pk, filed_at, matter, country, place, hs in rows.values_list(
            "pk", "filed_at", "matter", "country", "place__code", "hs"
        )
    ]


@dataclass(frozen=True)
class WeekOfKind:
    """What came of one matter at one place (empty: not known) within a week, by ids, and how many in the weeks before it."""

    matter: str
    place: str
    country: str
    case_ids: tuple[int, ...]
    before: int


def count_weeks_of_kinds(*, week: datetime, since: datetime, least: int) -> list[WeekOfKind]:
    """Return the kinds of which at least `least` cases were filed from `week` on, with how many came from `since` to then
    (aware), those with most first. Without a word of a case.
    """
    rows = Case.objects.filter(filed_at__gte=since, merged_into=None).exclude(matter="")
    kinds = (
        rows.exclude(outcome__in=OVER_WITHOUT_TROUBLE)
        .values_list("matter", Coalesce("place__code", Value("")), "country")
        .annotate(
            ids=ArrayAgg("pk", filter=Q(filed_at__gte=week)),
            now=Count("pk", filter=Q(filed_at__gte=week)),
            before=Count("pk", filter=Q(filed_at__lt=week)),
        )
        .filter(now__gte=least)
        .order_by("-now", "matter")
    )
    return [
        WeekOfKind(matter, place, country, tuple(ids), before) for matter, place, country, ids, _now, before in kinds
    ]


def count_parties(groups: Sequence[Collection[int]]) -> list[int]:
    """Return, for each of these groups of cases, how many distinct parties are behind them; each member of a joint case is one.
    One statement, however many groups.
    """
    keys = find_party_keys({case for group in groups for case in group}) if groups else {}
    return [count_distinct_parties(party for case in group for party in keys.get(case, ())) for group in groups]


def list_filed_times(case_ids: Collection[int], since: datetime) -> dict[int, datetime]:
    """Return when each of these cases was filed, those before `since` (aware) and those that do not count left out."""
    rows = Case.objects.filter(pk__in=case_ids, filed_at__gte=since, merged_into=None)
    return dict(rows.exclude(outcome__in=OVER_WITHOUT_TROUBLE).values_list("pk", "filed_at"))


def find_member_facts(case_ids: Collection[int]) -> dict[int, list[MemberFacts]]:
    """Return, by case id, what the tally of a barrier needs: a row for each party. Cases that turned out to be none of
    ours are left out.
    """
    rows = Case.objects.filter(pk__in=case_ids, merged_into=None).exclude(outcome__in=OVER_WITHOUT_TROUBLE)
    keys = find_party_keys(case_ids)
    return {
        pk: [MemberFacts(one, outcome in CLEARED) for one in keys[pk]]
        for pk, outcome in rows.values_list("pk", "outcome")
    }
