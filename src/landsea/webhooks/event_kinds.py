"""Which acts of the audit are events for receivers, and what people call them."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "case.accepted": _("A desk took a case"),
    "case.answered": _("A desk answered a case"),
    "case.asked": _("A desk asked the filer"),
    "case.outcome": _("An outcome was proposed, confirmed, or the case was handed on"),
    "case.late": _("A deadline passed without an answer"),
    "disruption.opened": _("A place or a service stands still"),
    "disruption.ended": _("It moves again"),
}
TEST = "test"
CASE, DISRUPTION = "case:", "disruption:"
"""How the streams of the audit begin."""
OF_CASES = {
    "accept": "case.accepted",
    "answer": "case.answered",
    "answer_by_phrase": "case.answered",
    "ask_filer": "case.asked",
    "ask_missing": "case.asked",
    "propose_outcome": "case.outcome",
    "confirm": "case.outcome",
    "hand_on": "case.outcome",
    "expire": "case.late",
}
OF_DISRUPTIONS = {"open": "disruption.opened", "end": "disruption.ended"}


def kind_of(stream: str, act: str) -> str:
    """Return the kind of event that an act is, empty for none.

    >>> kind_of("case:7", "accept"), kind_of("disruption:7", "end"), kind_of("desk:7", "accept")
    ('case.accepted', 'disruption.ended', '')
    """
    if stream.startswith(CASE):
        return OF_CASES.get(act, "")
    return OF_DISRUPTIONS.get(act, "") if stream.startswith(DISRUPTION) else ""
