"""What is said of the outcome that a desk proposes: on the filer's page, in mails and in messengers."""

from django.utils.translation import gettext

from landsea.cases.labels import OUTCOMES
from landsea_core.caseflow import Outcome


def explain_outcome(outcome: str) -> str:
    """Return what confirming a proposed outcome says, in one sentence; empty when none is proposed."""
    return {
        Outcome.FIXED: gettext("Confirm if what was stuck moves again, or what was wrong is put right."),
        Outcome.WORKAROUND: gettext("Confirm if you were shown another way that works for you, though the rule stays."),
        Outcome.EXPLAINED_NO_CHANGE: gettext("Confirm if you understand the reason, though nothing changes."),
        Outcome.NOT_A_BARRIER: gettext("Confirm if you agree that no rule or office stood in your way."),
    }.get(outcome, "")


def say_proposed_outcome(outcome: str) -> str:
    """Return what the desk says of how a case ended, and when that is to be confirmed; empty when it says nothing.

    Example: "The desk says: fixed" and on the next line "Confirm if what was stuck moves again, ...".
    """
    if not explain_outcome(outcome):
        return ""
    return f"{gettext('The desk says: %(proposed)s') % {'proposed': OUTCOMES[Outcome(outcome)]}}\n{explain_outcome(outcome)}"
