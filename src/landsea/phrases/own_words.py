"""Whether an ask was answered in own words: the side that was asked wrote to who asked, without pressing an answer of the book.

People answer a question by "Reply" as readily as by a press; then it waits for nobody. It is read from the thread, so that an
answer that is blacked out lets the question wait again.
"""

from django.db.models import Exists, OuterRef, Q

from landsea.cases.models import Message
from landsea.phrases.models import PaperLine
from landsea.phrases.models.paper_lines import SETTLED
from landsea_core.caseflow import MessageKind, Side
from landsea_core.phrasebook.meanings import IS_IT_SOLVED

ACTS_OF_WORDS = ("reply", "message", "answer")
"""Acts by which somebody writes what they want to say; the words of other acts are the act's own."""


def match_own_words(prefix: str = "") -> Q:
    """Return the condition that an ask was answered so; `prefix` leads from the rows asked to their ask (`ask__`).

    A paper that was asked for still waits for the paper, "Is the problem solved?" for the decision, and what offices ask among
    themselves is left to them.
    """
    asked = {name: OuterRef(f"{prefix}{name}") for name in ("case_id", "asked_at", "pk")}
    written = Message.objects.filter(
        case=asked["case_id"],
        created_at__gt=asked["asked_at"],
        kind=MessageKind.ALL,
        act__in=ACTS_OF_WORDS,
        redacted_at=None,
    )
    by_filer, by_office = written.filter(side=Side.FILER), written.exclude(side=Side.FILER)
    papers = PaperLine.objects.filter(ask=asked["pk"]).exclude(state__in=SETTLED)
    sides = Q(**{f"{prefix}side": Side.FILER}) & Exists(by_office) | Q(**{f"{prefix}side": Side.OFFICE}) & Exists(
        by_filer
    )
    others = Q(**{f"{prefix}kind": MessageKind.ALL}) & ~Q(**{f"{prefix}code": IS_IT_SOLVED})
    return others & sides & Q(~Exists(papers))
