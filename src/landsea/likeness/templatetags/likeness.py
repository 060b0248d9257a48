"""Similar cases on a case's page."""

from django import template

from landsea.cases.words import OUTCOMES
from landsea.likeness.similar import similar_cases
from landsea.likeness.words import DEGREES, SAME

register = template.Library()
MOST_OF_ANSWER = 300


@register.inclusion_tag("likeness/similar.html", takes_context=True)
def similar_to(context, case) -> dict:
    """What reads alike among the cases that this reader may see, for people at desks; nothing for anybody else."""
    actor = context["request"].actor
    found = similar_cases(actor, case)
    return {
        "offered": actor.works_at_desks,
        "waits": found is None,
        "similar": [
            {
                "case": one.case,
                "degree": DEGREES[one.degree],
                "same": [SAME[name] for name in one.same],
                "words": one.words,
                "outcome": OUTCOMES.get(one.case.outcome, ""),
                "answer": one.answer[:MOST_OF_ANSWER],
                "more": len(one.answer) > MOST_OF_ANSWER,
            }
            for one in found or ()
        ],
    }
