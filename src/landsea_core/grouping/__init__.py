"""How equal cases become one barrier: proposals, a tally that one person cannot push, and when a barrier closes.

Nothing here merges anything: a proposal is shown to a coordinator with its evidence, a person decides. No Django, no
database; time is an argument.
"""

from landsea_core.grouping.closing import QUIET, Decision, Verdict, decide
from landsea_core.grouping.proposals import LEAST_PARTIES, WITHIN, CaseFacts, Proposal, propose
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
    "HIDDEN_BELOW", "LEAST_PARTIES", "QUIET", "WITHIN", "CaseFacts", "CostOfDelay", "Decision", "MemberFacts", "Proposal",
    "ShownTally", "Tally", "Verdict", "cost_of_delay", "decide", "distinct_parties", "propose", "shown", "tally",
]  # fmt: skip
