"""The only reads of barriers. A barrier's page is public; its cases are seen by those who may see each of them."""

from landsea.barriers.access.barriers import (
    add_tallies,
    count_tallies,
    find_barrier,
    find_barrier_of_case,
    find_barrier_opened_with,
    find_barriers,
    find_barriers_of_cases,
    find_costs,
    find_sides,
    list_barriers,
    list_cases_in_barriers,
    list_cases_of_barriers,
    list_filed_days,
    list_members,
    may_answer,
)
from landsea.barriers.access.closing import decide_on_closing, find_last_cases
from landsea.barriers.access.finding import open_barriers_like
from landsea.barriers.access.proposing import find_cases_like_it, find_evidence, list_proposals

__all__ = [
    "add_tallies",
    "count_tallies",
    "decide_on_closing",
    "find_barrier",
    "find_barrier_of_case",
    "find_barrier_opened_with",
    "find_barriers",
    "find_barriers_of_cases",
    "find_cases_like_it",
    "find_costs",
    "find_evidence",
    "find_last_cases",
    "find_sides",
    "list_barriers",
    "list_cases_in_barriers",
    "list_cases_of_barriers",
    "list_filed_days",
    "list_members",
    "list_proposals",
    "may_answer",
    "open_barriers_like",
]
