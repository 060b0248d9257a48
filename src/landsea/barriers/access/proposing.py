"""What may become a barrier: proposals of the rule with their evidence, and cases that are like one that stands."""

from datetime import datetime, timedelta

from landsea.barriers.access.barriers import list_cases_in_barriers
from landsea.barriers.models import Barrier, BarrierMember, RefusedProposal
from landsea.base.actors import Actor
from landsea.cases.barrier_mapping import list_grouping_facts, list_kinds_filed
from landsea.likeness.access import find_vectors_of_cases
from landsea_core.grouping import (
    WITHIN,
    CaseFacts,
    GroupLikeness,
    Proposal,
    measure_group_likeness,
    propose_barriers,
)

LOOK_BACK = timedelta(days=180)
REFUSED_FOR = timedelta(days=30)
MOST_COMPARED, MOST_IN_EVIDENCE = 1_500, 60


def list_proposals(actor: Actor, now: datetime) -> list[Proposal]:
    """Return what the rule proposes at `now` (aware) to the coordinator; nobody else is shown any. Cases that are in a
    barrier, and patterns refused within the last 30 days, are left out. Of cases that no field brings together the newest
    of the last 30 days are compared by their words.
    """
    if not actor.is_coordinator:
        return []
    taken = list_cases_in_barriers()
    refused = set(RefusedProposal.objects.filter(at__gt=now - REFUSED_FOR).values_list("signature", flat=True))
    facts = [fact for fact in list_grouping_facts(now - LOOK_BACK) if fact.id not in taken]
    recent = sorted((fact.filed_at, fact.id) for fact in facts if fact.filed_at > now - WITHIN)[-MOST_COMPARED:]
    found = propose_barriers(facts, within=WITHIN, vectors=find_vectors_of_cases([pk for _filed, pk in recent]))
    return [one for one in found if one.signature not in refused]


def find_evidence(actor: Actor, found: list[Proposal]) -> list[GroupLikeness | None]:
    """Return how alike the cases of each proposal read, for the coordinator; None where fewer than two were read."""
    if not actor.is_coordinator:
        return [None] * len(found)
    looked_at = [one.cases[-MOST_IN_EVIDENCE:] for one in found]
    vectors = find_vectors_of_cases([case for cases in looked_at for case in cases])
    return [measure_group_likeness(cases, vectors) for cases in looked_at]


def fits_barrier(barrier: Barrier, fact: CaseFacts) -> bool:
    """True when a case is like this barrier: same matter and country, and the same place and goods where it names any."""
    place = barrier.place.code if barrier.place else ""
    return (
        bool(barrier.matter and barrier.country)
        and (fact.matter, fact.country) == (barrier.matter, barrier.country)
        and place in ("", fact.place)
        and barrier.chapter in ("", fact.chapter)
    )


def find_cases_like_it(actor: Actor, barrier: Barrier, now: datetime) -> list[int]:
    """Return ids of cases that are like this barrier and in none, for the coordinator to add."""
    if not actor.is_coordinator:
        return []
    taken = list_cases_in_barriers()
    left = set(BarrierMember.objects.filter(barrier=barrier).values_list("case_id", flat=True))
    since = max(barrier.since, now - LOOK_BACK)
    found = list_kinds_filed(since, {barrier.matter})
    return [fact.id for fact in found if fact.id not in taken | left and fits_barrier(barrier, fact)]
