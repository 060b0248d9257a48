"""Routing: from what is known of a problem to the one desk that is accountable for it, with the reasons.

`route_question` decides over `Competence` rows (or a prepared `CompetenceIndex`), `choose_accountable` who is accountable
where nobody is there yet; `explain_reason` puts its reasons into words; `find_outside_body` names the place for what is out
of scope. Where the rows come from is not its business
(`landsea_core.reference` reads them from files, the directory app from its tables). `evaluate` measures it all.
"""

from landsea_core.routing.accountable import Accountable, choose_accountable
from landsea_core.routing.index import CompetenceIndex
from landsea_core.routing.model import (
    COORDINATOR_MATTERS,
    Competence,
    DeskMatch,
    Routing,
    RoutingQuestion,
    RoutingReason,
    Specificity,
)
from landsea_core.routing.outside_bodies import OutsideBody, find_outside_body, list_outside_bodies
from landsea_core.routing.reasons import SENTENCES, explain_reason
from landsea_core.routing.route import route_question

__all__ = [
    "COORDINATOR_MATTERS",
    "SENTENCES",
    "Accountable",
    "Competence",
    "CompetenceIndex",
    "DeskMatch",
    "OutsideBody",
    "Routing",
    "RoutingQuestion",
    "RoutingReason",
    "Specificity",
    "choose_accountable",
    "explain_reason",
    "find_outside_body",
    "list_outside_bodies",
    "route_question",
]
