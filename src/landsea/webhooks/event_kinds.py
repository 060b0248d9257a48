"""Which acts of the audit are events for receivers, and what people call them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

KINDS = {
    "case.accepted": _("A desk took a case"),
    "case.answered": _("A desk answered a case"),
    "case.asked": _("A desk asked the filer"),
    "case.outcome": _("An outcome was proposed, confirmed, or the case was handed on"),
    "case.late": _("A deadline passed without an answer"),
    "disruption.opened": _("A place or a service is stopped"),
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
    "ask_by_phrase": "case.asked",
    "propose_outcome": "case.outcome",
    "confirm": "case.outcome",
    "hand_on": "case.outcome",
    "expire": "case.late",
}
BY_PHRASE = frozenset({"answer_by_phrase", "ask_by_phrase"})
"""Acts of either side and of offices among themselves: the fact `to_filer` says that a desk speaks to the filer."""
OF_STEPS = {"accept": "case.late", "answer": "case.late", "solve": "case.late", "confirm": "case.outcome"}
"""What the end of a step's time is. `admit` ends by itself: a case counts as complete when nobody asks for more."""
OF_DISRUPTIONS = {"open": "disruption.opened", "end": "disruption.ended"}


def find_kind(stream: str, act: str, facts: Mapping[str, Any]) -> str:
    """Return the kind of event that an act with these facts is, empty for none.

    >>> find_kind("case:7", "accept", {}), find_kind("disruption:7", "end", {}), find_kind("desk:7", "accept", {})
    ('case.accepted', 'disruption.ended', '')
    >>> [find_kind("case:7", "expire", {"step": step}) for step in ("admit", "answer", "confirm")]
    ['', 'case.late', 'case.outcome']
    >>> [find_kind("case:7", "answer_by_phrase", facts) for facts in ({"to_filer": True}, {})]
    ['case.answered', '']
    """
    if stream.startswith(DISRUPTION):
        return OF_DISRUPTIONS.get(act, "")
    if not stream.startswith(CASE) or (act in BY_PHRASE and not facts.get("to_filer")):
        return ""
    return OF_STEPS.get(facts.get("step", ""), "") if act == "expire" else OF_CASES.get(act, "")
