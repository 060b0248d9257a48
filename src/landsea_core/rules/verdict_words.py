"""A verdict in one sentence, no surer than what carries it: pages, the commands and the planner say it by these words."""

from landsea_core.rules.basis import WAYS
from landsea_core.rules.conditions import hangs_on_condition
from landsea_core.rules.findings import GateAnswer, KnowledgeGap, Verdict
from landsea_core.rules.reasons import STOP_OF_FEW
from landsea_core.sentences import Sentence

ANSWERS = {
    GateAnswer.FORBIDDEN: Sentence("These goods may not pass."),
    GateAnswer.ALLOWED: Sentence("These goods may pass; nothing special is needed as far as we know."),
    GateAnswer.ALLOWED_WITH: Sentence("These goods may pass, with what is listed below."),
    GateAnswer.UNKNOWN: Sentence("We do not know whether these goods may pass. Ask the authority before you ship."),
}
ANSWERS_WITH_GAPS = {
    GateAnswer.ALLOWED: Sentence("No rule known to us stops these goods. That is not a permission."),
    GateAnswer.ALLOWED_WITH: Sentence(
        "No rule known to us stops these goods. That is not a permission. What we know to be asked of them is listed here."
    ),
}
"""What is said where somebody has not looked at all that can stop the goods: such a verdict is no "may pass"."""
ANSWERS_WITH_OPEN_WAYS = {
    GateAnswer.ALLOWED: Sentence(
        "These goods may come in; nothing special is needed there as far as we know. The way there was not looked at as a "
        "whole: this is no permission to ship."
    ),
    GateAnswer.ALLOWED_WITH: Sentence(
        "These goods may come in, with what is listed below. The way there was not looked at as a whole: this is no permission "
        "to ship."
    ),
}
"""What is said where the destination was looked at, or admits the goods by name, and leaving or passing alone was not."""

FEW_STOPPED = Sentence(
    "Some goods of this code may not pass: they are named below. The others may pass, with what is listed below."
)
FEW_STOPPED_WITH_GAPS = Sentence(
    "Some goods of this code may not pass: they are named below. No rule known to us stops the others; that is not a "
    "permission."
)
"""What is said where a rule stops few goods of the code: older than ten years, right-hand drive, one plant among many."""

DEPENDS_ON_CONDITION = Sentence(
    "Whether these goods may pass depends on their state: say whether they are new or used."
)
"""What is said where rules stop goods in one state only, and nobody said in which these are."""


def say_answer(verdict: Verdict) -> Sentence:
    """Return what the verdict comes to; "may pass" only where all that can stop these goods was looked at."""
    if hangs_on_condition(verdict):
        return DEPENDS_ON_CONDITION
    if list_stops_of_few(verdict):
        return FEW_STOPPED_WITH_GAPS if verdict.not_looked_at else FEW_STOPPED
    if not verdict.not_looked_at:
        return ANSWERS[verdict.answer]
    words = ANSWERS_WITH_OPEN_WAYS if WAYS.issuperset(verdict.not_looked_at) else ANSWERS_WITH_GAPS
    return words.get(verdict.answer, ANSWERS[verdict.answer])


def list_stops_of_few(verdict: Verdict) -> tuple[KnowledgeGap, ...]:
    """Return the stops of few goods of the code that a permission leaves standing; none where the answer is another."""
    if verdict.answer not in ANSWERS_WITH_GAPS:
        return ()
    return tuple(gap for gap in verdict.gaps if gap.reason.code == STOP_OF_FEW)
