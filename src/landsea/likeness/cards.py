"""Similar cases on a case's page: contributed to the room of cases below."""

from django.template.loader import render_to_string

from landsea.base.ui.cards import card
from landsea.cases.labels import OUTCOMES
from landsea.likeness.labels import DEGREES, SAME
from landsea.likeness.similar import similar_cases

MOST_OF_ANSWER = 300


@card("case_similar", order=10)
def show_similar_cases(context, case) -> str:
    """What reads alike among the cases that this reader may see, for people at desks; nothing for anybody else."""
    actor = context["request"].actor
    if not actor.works_at_desks:
        return ""
    found = similar_cases(actor, case)
    rows = [
        {
            "case": one.case,
            "degree": DEGREES[one.degree],
            "same": [SAME[name] for name in one.same],
            "words": one.words,
            "outcome": OUTCOMES.get(one.case.outcome, ""),
            "answer": one.answer[:MOST_OF_ANSWER],
            "answer_language": one.answer_language or one.case.language,
            "more": len(one.answer) > MOST_OF_ANSWER,
        }
        for one in found or ()
    ]
    return render_to_string("likeness/similar.html", {"offered": True, "waits": found is None, "similar": rows})
