"""Similar cases on a case's page: contributed to the room of cases below."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from landsea.base.ui.cards import card
from landsea.cases.labels import OUTCOMES
from landsea.likeness.labels import DEGREES, SAME
from landsea.likeness.similar import find_similar_cases
from landsea_core.gist import is_in_letters_of

MOST_OF_ANSWER = 300


@card("case_similar", order=10)
def show_similar_cases(context, case) -> str:
    """What reads alike among the cases that this reader may see, for people at desks; nothing for anybody else. Words that both
    say are shown to whoever reads their letters.
    """
    actor = context["request"].actor
    if not actor.works_at_desks:
        return ""
    found, language = find_similar_cases(actor, case), get_language() or "en"
    rows = [
        {
            "case": one.case,
            "degree": DEGREES[one.degree],
            "same": [SAME[name] for name in one.same],
            "words": [word for word in one.words if is_in_letters_of(word, language)],
            "outcome": OUTCOMES.get(one.case.outcome, ""),
            "answer": one.answer[:MOST_OF_ANSWER],
            "answer_language": one.answer_language or one.case.language,
            "more": len(one.answer) > MOST_OF_ANSWER,
        }
        for one in found or ()
    ]
    return render_to_string("likeness/similar.html", {"offered": True, "waits": found is None, "similar": rows})
