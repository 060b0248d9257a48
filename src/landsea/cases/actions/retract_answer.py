"""Takes back an answer, or a proposed outcome, that was given to many cases at once and does not fit this one."""

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.deadline_mapping import find_next_look
from landsea.cases.models import Case, Message, StepRecord
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import Act, MessageKind, State


def retract_answer(actor, ref: str, body: str, *, now, given_at=None, key: str = "", seen_version=None) -> Case:
    """Take back the last answer or proposed outcome, with words for the filer. What was read stays readable; the new words
    stand under it.

    The case waits for its own answer again, by the deadline it had before, so that answering and taking back wins no
    time. Refused once somebody has written to all sides since the answer: then there is something to reply to. With
    `given_at` (aware), when the answer that is meant was given, a later answer counts as such words.
    """
    with open_office_act(actor, ref, "retract_answer", now=now, key=key, seen_version=seen_version) as work:
        body = needs_words(body, gettext("Tell the filer why the answer does not fit this case."))
        if work.case.state in (State.ANSWERED, State.PROPOSED) and _went_on(work.case, given_at):
            raise Refused(
                "went_on", gettext("Somebody has written since the answer was given. Answer this case by itself.")
            )
        make_move(work, Act.RETRACT_ANSWER)
        _take_up_deadline(work)
        work.write(MessageKind.ALL, body)
        tell_filer(work, "case_message")
    return work.case


def _went_on(case: Case, given_at) -> bool:
    last = Message.objects.filter(case=case, kind=MessageKind.ALL).order_by("-created_at", "-id").first()
    if last is None:
        return False
    return last.act not in ("answer", "propose_outcome") or (given_at is not None and last.created_at > given_at)


def _take_up_deadline(work: Work) -> None:
    """Let the step that begins again run by the deadline it had before."""
    record = work.rows.steps_begun[-1]
    earlier = StepRecord.objects.filter(case=work.case, step=record.step).order_by("-began_at").first()
    if earlier is None:
        return
    record.due_at, record.calendar = earlier.due_at, earlier.calendar
    record.counted, record.predicted, record.reminders = earlier.counted, earlier.predicted, earlier.reminders
    work.change(due_at=record.due_at, wakes_at=find_next_look(record))
