"""The only reads of barriers. A barrier's page is public; its cases are seen by those who may see each of them."""

from landsea.barriers.access.barriers import (
    all_barriers,
    barrier_of_case,
    barrier_opened_with,
    barrier_with_id,
    barriers_with_ids,
    cases_in_barriers,
    cases_of_barriers,
    costs_of,
    count_tallies,
    filed_days,
    may_answer,
    members_for,
    members_of,
    sides_of,
    with_tallies,
)
from landsea.barriers.access.closing import closing_decision, last_cases
from landsea.barriers.access.finding import open_barriers_like
from landsea.barriers.access.proposing import evidence_for, like_it, proposals_for

__all__ = [
    "all_barriers",
    "barrier_of_case",
    "barrier_opened_with",
    "barrier_with_id",
    "barriers_with_ids",
    "cases_in_barriers",
    "cases_of_barriers",
    "closing_decision",
    "costs_of",
    "count_tallies",
    "evidence_for",
    "filed_days",
    "last_cases",
    "like_it",
    "may_answer",
    "members_for",
    "members_of",
    "open_barriers_like",
    "proposals_for",
    "sides_of",
    "with_tallies",
]
