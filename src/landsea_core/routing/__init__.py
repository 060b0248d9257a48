"""Which desk answers for a problem, and why. Pure: competences in, desks with reasons out; rows and words are elsewhere."""

from landsea_core.routing.competence import Competence, Question
from landsea_core.routing.reasons import SENTENCES, Reason
from landsea_core.routing.route import CompetenceIndex, Match, Routing, route

__all__ = ["SENTENCES", "Competence", "CompetenceIndex", "Match", "Question", "Reason", "Routing", "route"]
