"""The filer writes; if something had been asked, the clock runs again."""

from landsea.cases.access import Need
from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.move import make_move, refuse_unless_allowed
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_office
from landsea_core.caseflow import Act, MessageKind, Side


def reply_as_filer(
    actor, ref: str, body: str, *, now, key: str = "", seen_version=None, files=(), language: str = ""
) -> Case:
    """Write as the filer's side, to all sides; files alone are enough. A closed case takes no reply: reopen it."""
    with open_act(actor, ref, "reply", now=now, need=Need.FILE_SIDE, key=key, seen_version=seen_version) as work:
        if not files:
            body = needs_words(body)
        work.side = Side.FILER
        if work.case.paused_at is not None:
            make_move(work, Act.FILER_REPLIES)
        else:
            refuse_unless_allowed(work, Act.FILER_REPLIES)
        message = work.write(MessageKind.ALL, body.strip(), language=language or work.case.language)
        attach_files(work, list(files), kind=MessageKind.ALL, message=message)
        tell_office(work, "case_reply")
    return work.case
