"""How equal cases become one barrier: proposals, a tally that one person cannot push, when a barrier closes, and when cases
pile up beyond the usual.

Nothing here merges anything: a proposal is shown to a coordinator with its evidence, a person decides. No Django, no
database; time is an argument.
"""

from landsea_core.grouping.case_facts import CaseFacts
from landsea_core.grouping.closing import QUIET, ClosingDecision, ClosingVerdict, decide_closing
from landsea_core.grouping.proposals import LEAST_PARTIES, WITHIN, Proposal, propose_barriers
from landsea_core.grouping.stars import GroupLikeness, find_stars, measure_group_likeness
from landsea_core.grouping.surges import WEEK, WEEKS_BEFORE, Surge, compute_chance, find_surge
from landsea_core.grouping.tally import (
    HIDDEN_BELOW,
    CostOfDelay,
    MemberFacts,
    ShownTally,
    Tally,
    compute_cost_of_delay,
    count_distinct_parties,
    count_parties,
    hide_small_counts,
)

__all__ = [
    "HIDDEN_BELOW",
    "LEAST_PARTIES",
    "QUIET",
    "WEEK",
    "WEEKS_BEFORE",
    "WITHIN",
    "CaseFacts",
    "ClosingDecision",
    "ClosingVerdict",
    "CostOfDelay",
    "GroupLikeness",
    "MemberFacts",
    "Proposal",
    "ShownTally",
    "Surge",
    "Tally",
    "compute_chance",
    "compute_cost_of_delay",
    "count_distinct_parties",
    "count_parties",
    "decide_closing",
    "find_stars",
    "hide_small_counts",
    "measure_group_likeness",
    "propose_barriers",
    "find_surge",
]
