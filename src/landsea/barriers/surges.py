"""Surges for the coordinator's board: kinds of cases, and cases that read alike, which pile up beyond the usual.

The rule and its formula are the core's (`landsea_core.grouping.surges`). Shown to the coordinator only; nothing is grouped.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from landsea.barriers.access import find_barriers, find_barriers_of_cases
from landsea.barriers.models import Barrier
from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.barrier_mapping import (
    count_parties,
    count_weeks_of_kinds,
    list_grouping_facts,
)
from landsea.likeness.access import find_nearest_cases, find_vectors_of_cases
from landsea_core.grouping import WEEK, WEEKS_BEFORE, CaseFacts, Surge, find_stars, find_surge, measure_group_likeness
from landsea_core.grouping.surges import LEAST_PARTIES
from landsea_core.likeness import ALIKE

SHOWN = 12
MOST_COMPARED = 600
"""So many of a week's newest cases are compared by their words: about a tenth of a second."""
MOST_BEFORE = 200


@dataclass(frozen=True)
class SeenSurge:
    """A surge with what its cases share (`matter` and `place` may be empty), its `cases`, the oldest first, and the barrier
    that more than half of them are in. `by_words`: they read alike, and their fields alone would not show it.
    """

    surge: Surge
    matter: str
    place: str
    country: str
    cases: tuple[int, ...]
    barrier: Barrier | None
    by_words: bool = False


def find_surges(actor: Actor, now: datetime) -> list[SeenSurge]:
    """Return what surges at `now` (aware), the most parties first; nothing for anybody but the coordinator."""
    if not actor.is_coordinator:
        return []
    week = now - WEEK
    since = week - WEEKS_BEFORE * WEEK
    found = []
    kinds = list(count_weeks_of_kinds(week=week, since=since, least=LEAST_PARTIES))
    for kind, parties in zip(kinds, count_parties([kind.case_ids for kind in kinds]), strict=True):
        surge = find_surge(cases=len(kind.case_ids), parties=parties, before=kind.before)
        if surge:
            found.append(SeenSurge(surge, kind.matter, kind.place, kind.country, tuple(sorted(kind.case_ids)), None))
    found += _by_words(actor, week, since, {case for one in found for case in one.cases})
    shown = sorted(found, key=lambda one: (-one.surge.parties, one.surge.chance, one.cases))[:SHOWN]
    return _with_barriers(shown)


def _by_words(actor: Actor, week: datetime, since: datetime, shown: set[int]) -> list[SeenSurge]:
    """Surges among the newest cases of the week that no field shows: in one country, and all like one of them."""
    facts = [fact for fact in list_grouping_facts(week) if fact.country and fact.id not in shown]
    newest = sorted(facts, key=lambda fact: fact.filed_at)[-MOST_COMPARED:]
    if len(newest) < LEAST_PARTIES:
        return []
    vectors = find_vectors_of_cases([fact.id for fact in newest])
    groups = [
        group
        for country in sorted({fact.country for fact in newest})
        for group in find_stars(
            [fact for fact in newest if fact.country == country],
            vectors,
            least=ALIKE,
            within=WEEK,
            least_parties=LEAST_PARTIES,
        )
    ]
    found = []
    for group, parties in zip(groups, count_parties([[fact.id for fact in group] for group in groups]), strict=True):
        ids, country = tuple(fact.id for fact in group), group[0].country
        centre = measure_group_likeness(ids, vectors).centre
        earlier = list_visible_cases(actor).filter(country=country, filed_at__gte=since, filed_at__lt=week)
        before = len(find_nearest_cases(earlier, vectors[centre], most=MOST_BEFORE, least=ALIKE))
        surge = find_surge(cases=len(ids), parties=parties, before=before)
        if surge:
            matter, place = (_shared_value(group, name) for name in ("matter", "place"))
            found.append(SeenSurge(surge, matter, place, country, ids, None, by_words=True))
    return found


def _shared_value(group: list[CaseFacts], name: str) -> str:
    """The value of a field that all of a group have, or empty text."""
    values = {getattr(fact, name) for fact in group}
    return values.pop() if len(values) == 1 else ""


def _with_barriers(surges: list[SeenSurge]) -> list[SeenSurge]:
    """Return the surges with the barrier that more than half of the cases of each are in; two statements for all of them."""
    members = find_barriers_of_cases({case for one in surges for case in one.cases}) if surges else {}
    most_in = {one.cases: _barrier_of_most(one.cases, members) for one in surges}
    barriers = find_barriers({pk for pk in most_in.values() if pk is not None})
    return [replace(one, barrier=barriers.get(most_in[one.cases])) for one in surges]


def _barrier_of_most(case_ids: tuple[int, ...], members: dict[int, int]) -> int | None:
    counted = Counter(members[case] for case in case_ids if case in members)
    return next((barrier for barrier, cases in counted.most_common(1) if cases * 2 > len(case_ids)), None)
