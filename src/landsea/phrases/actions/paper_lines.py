"""Lines of the checklist: added with an ask or an answer that names papers, settled by answers to them. Part of an act."""

from collections.abc import Iterable
from datetime import date, datetime

from landsea.phrases.models import CaseAsk, LineState, PaperLine
from landsea_core.caseflow import MessageKind, Side
from landsea_core.phrasebook import Values

STATE_AFTER = {
    "have_it": LineState.HELD,
    "file_attached": LineState.HERE,
    "will_send": LineState.PROMISED,
    "cannot_get": LineState.NONE,
    "no_never": LineState.NONE,
}
"""What is known of a paper after an answer, by the answer's code."""


def add_lines(ask: CaseAsk, papers: Iterable[str], *, owed_by: Side) -> None:
    """Add a line for each of these papers that has none yet. The checklist stands between filer and desk: what offices ask
    each other for is answered as a sentence.
    """
    if ask.kind == MessageKind.OFFICES:
        return
    known = set(PaperLine.objects.filter(ask=ask).values_list("paper", flat=True))
    PaperLine.objects.bulk_create(
        PaperLine(case_id=ask.case_id, ask=ask, paper=paper, owed_by=owed_by, changed_at=ask.asked_at)
        for paper in papers
        if paper not in known
    )


def settle_line(line: PaperLine, answer: str, values: Values, now: datetime, *, with_file: bool) -> None:
    """Write what an answer says of a paper; one that somebody has is here only once its file is."""
    line.state = LineState.HERE if answer == "have_it" and with_file else STATE_AFTER[answer]
    line.day = date.fromisoformat(values["day"]) if line.state == LineState.PROMISED else None
    line.changed_at = now
    line.save(update_fields=["state", "day", "changed_at"])
