"""How equal cases become one barrier: proposals, a tally that one person cannot push, when a barrier closes, and when cases
pile up beyond the usual.

Nothing here merges anything: a proposal is shown to a coordinator with its evidence, a person decides. No Django, no
database; time is an argument.
"""

from landsea_core.grouping.alike import Evidence, evidence, stars
from landsea_core.grouping.closing import QUIET, Decision, Verdict, decide
from landsea_core.grouping.kinds import CaseFacts
from landsea_core.grouping.proposals import LEAST_PARTIES, WITHIN, Proposal, propose
from landsea_core.grouping.surges import WEEK, WEEKS_BEFORE, Surge, chance_of, surge_of
from landsea_core.grouping.tally import (
    HIDDEN_BELOW,
    CostOfDelay,
    MemberFacts,
    ShownTally,
    Tally,
    cost_of_delay,
    distinct_parties,
    shown,
    tally,
)

__all__ = [
    "HIDDEN_BELOW",
    "LEAST_PARTIES",
    "QUIET",
    "WEEK",
    "WEEKS_BEFORE",
    "WITHIN",
    "CaseFacts",
    "CostOfDelay",
    "Decision",
    "Evidence",
    "MemberFacts",
    "Proposal",
    "ShownTally",
    "Surge",
    "Tally",
    "Verdict",
    "chance_of",
    "cost_of_delay",
    "decide",
    "distinct_parties",
    "evidence",
    "propose",
    "shown",
    "stars",
    "surge_of",
    "tally",
]
