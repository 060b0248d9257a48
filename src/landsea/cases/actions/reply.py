"""The filer writes. If something had been asked, the clock runs again; if the case waits for the filer's word whether it is
solved, the time for that begins anew, for words alone neither confirm nor dispute.
"""

from landsea.cases.access import Need
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.move import make_move, refuse_unless_allowed
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer, tell_office
from landsea_core.caseflow import Act, MessageKind, Side, State


def reply_as_filer(
    actor,
    ref: str,
    body: str,
    *,
    now,
    key: str = "",
    seen_version=None,
    files=(),
    language: str = "",
    asks_back: bool = False,
) -> Case:
    """Write as the filer's side, to all sides; files alone are enough. A closed case takes no reply: reopen it. With
    `asks_back`, a filer whose word on an outcome is waited for is asked for it by mail once more: no page says so to them.
    """
    with open_act(actor, ref, "reply", now=now, need=Need.FILE_SIDE, key=key, seen_version=seen_version) as work:
        if not files:
            body = needs_words(body)
        work.side = Side.FILER
        hear_filer(work)
        message = work.write(MessageKind.ALL, body.strip(), language=language or work.case.language)
        attach_files(work, list(files), kind=MessageKind.ALL, message=message)
        tell_office(work, "case_reply")
        if asks_back and work.case.state == State.PROPOSED:
            tell_filer(work, "case_outcome_waits", outcome=work.case.proposed_outcome)
    return work.case


def hear_filer(work: Work) -> None:
    """Let the clock go on from the filer's words: one that stands runs again, and one that waits for a confirmation begins
    anew. Raises Refused where a filer cannot write.
    """
    if work.case.paused_at is not None or work.case.state == State.PROPOSED:
        make_move(work, Act.FILER_REPLIES)
    else:
        refuse_unless_allowed(work, Act.FILER_REPLIES)
