"""Routing: from what is known of a problem to the one desk that is accountable for it, with the reasons.

`route` decides over `Competence` rows (or a prepared `CompetenceIndex`); `sentence` puts its reasons into words;
`handed_on_place` names the place for what is out of scope. Where the rows come from is not its business
(`landsea_core.reference` reads them from files, the directory app from its tables). `evaluate` measures it all.
"""

from landsea_core.routing.elsewhere import Elsewhere, handed_on_place, handed_on_places
from landsea_core.routing.index import CompetenceIndex
from landsea_core.routing.model import COORDINATOR_MATTERS, Competence, Match, Question, Reason, Routing, Specificity
from landsea_core.routing.reasons import SENTENCES, sentence
from landsea_core.routing.route import route

__all__ = [
    "COORDINATOR_MATTERS",
    "SENTENCES",
    "Competence",
    "CompetenceIndex",
    "Elsewhere",
    "Match",
    "Question",
    "Reason",
    "Routing",
    "Specificity",
    "handed_on_place",
    "handed_on_places",
    "route",
    "sentence",
]
