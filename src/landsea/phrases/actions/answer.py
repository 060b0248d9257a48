"""Answers an ask that waits, by one of the answers that the book allows: an act on the case. A promise keeps the ask open and
starts a clock of its own; every other answer closes it. What an answer means for the case itself is done with it: the filer's
reply lets the clock run again, a desk's first answer in substance is its answer, "Is the problem solved?" confirms or disputes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.access import find_entry_with_key
from landsea.base.files.storage import Stored
from landsea.base.refusal import Refused
from landsea.base.set_based import take_keys
from landsea.cases.access import Need, find_case
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.move import make_move
from landsea.cases.actions.open_act import act_key, open_act
from landsea.cases.actions.reply import hear_filer
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import Case
from landsea.cases.notices import tell_office
from landsea.cases.possible_acts import list_possible_acts
from landsea.phrases.access import find_ask_to_answer, find_side_in_phrases, find_standing
from landsea.phrases.actions.paper_lines import add_lines, settle_line
from landsea.phrases.actions.promises import end_promises, start_promise
from landsea.phrases.book import get_phrasebook
from landsea.phrases.languages import find_language_of_reader
from landsea.phrases.models import CaseAnswer, CaseAsk, LineState, PaperLine
from landsea.phrases.models.paper_lines import SETTLED
from landsea.phrases.notices import tell_answered
from landsea.phrases.said import Reader, say_answer
from landsea.phrases.typed_values import read_typed
from landsea_core.caseflow import Act, MessageKind, Side, State
from landsea_core.phrasebook import Answer, Values
from landsea_core.phrasebook.meanings import (
    FREE_WORDS,
    IS_IT_SOLVED,
    OF_PAPERS,
    OUTCOMES,
    WITH_FILE,
    WITHDRAWN,
    find_papers_needed,
    is_final,
)

MOVES_OF_FILER = (Act.CONFIRM, Act.DISPUTE, Act.WITHDRAW)
"""What an answer to "Is the problem solved?" may be for the case."""


def answer_by_phrase(
    actor: Actor,
    ref: str,
    ask_id: int,
    code: str,
    typed: Mapping[str, Sequence[str]],
    *,
    line_id: int | None = None,
    files: Sequence[Stored] = (),
    now: datetime,
    key: str = "",
) -> Case:
    """Answer an ask by the answer with this code; `line_id` is the line of the checklist that it is about. Raises
    Refused with a sentence, Http404 for an ask that is not on this case, PermissionDenied for who may not answer it.
    """
    act = _act_of(actor, ref, ask_id, code, typed, key)
    with open_act(actor, ref, act.value if act else "answer_by_phrase", now=now, need=Need.READ, key=key) as work:
        ask = _ask_of(work, ask_id)
        line = _owed_line(work, ask, line_id) if line_id else _only_line(ask, code)
        if line_id is None:
            _refuse_unless_waiting(work, ask)
        answer = _allowed_answer(ask, code, line)
        if code in WITH_FILE and not files:
            raise Refused("no_file", gettext("Attach the file first, then send this answer."))
        in_book = get_phrasebook().asks.get(ask.code)
        values = read_typed(answer.says["en"], typed, answer=code, ask=in_book)
        _move(work, act, ask, code)
        paper = line.paper if line and (len(ask.lines.all()) > 1 or line.owed_by == ask.side) else ""
        row = put_answer(work, ask, answer, values, paper=paper, files=files)
        if line:
            settle_line(line, code, values, now, with_file=bool(files))
        add_lines(ask, find_papers_needed(answer, values), owed_by=Side(ask.side))
        _close_or_wait(work, ask, code, values, line)
        work.facts |= {"ask": ask.code, "answer": code}
        if _is_told_filer(work, ask, code):
            work.facts["to_filer"] = True
        _tell(work, act, ask, row)
    return work.case


def put_answer(
    work: Work, ask: CaseAsk, answer: Answer, values: Values, *, paper: str = "", files: Sequence[Stored] = ()
) -> CaseAnswer:
    """Write an answer in the actor's language, as part of an act."""
    language, side = find_language_of_reader(work.actor, work.case), find_side_in_phrases(work.actor, work.case)
    if side is Side.FILER:
        work.side = side
    in_book = get_phrasebook().asks.get(ask.code)
    words = say_answer(answer, values, Reader(language, work.now), in_book, paper)
    kind = MessageKind(ask.kind)
    message = work.write(kind, words, language=language)
    take_keys([message])
    attach_files(work, list(files), kind=kind, message=message)
    return CaseAnswer.objects.create(
        ask=ask,
        message=message,
        paper=paper,
        code=answer.code,
        book_version=answer.version,
        values=dict(values),
        answered_at=work.now,
    )


def _act_of(actor: Actor, ref: str, ask_id: int, code: str, typed: Mapping[str, Sequence[str]], key: str) -> Act | None:
    """Return the filer's move that an answer to "Is the problem solved?" is while an outcome is proposed, or that the same
    press has made; None for others, as for a promise to answer later.
    """
    case = find_case(actor, ref)
    ask = find_ask_to_answer(actor, case, ask_id)
    if (
        ask is None
        or ask.code != IS_IT_SOLVED
        or find_side_in_phrases(actor, case) is not Side.FILER
        or not is_final(code)
    ):
        return None
    if case.state != State.PROPOSED:
        return next((one for one in MOVES_OF_FILER if key and _has_acted(case, one, key)), None)
    said = next(iter(typed.get("outcome", ())), "")
    if said == WITHDRAWN:
        return Act.WITHDRAW
    return Act.CONFIRM if OUTCOMES.get(said) == case.proposed_outcome else Act.DISPUTE


def _has_acted(case: Case, act: Act, key: str) -> bool:
    return find_entry_with_key(name_stream(case), act_key(act.value, key)) is not None


def _ask_of(work: Work, ask_id: int) -> CaseAsk:
    ask = find_ask_to_answer(work.actor, work.case, ask_id)
    if ask is None:
        raise Http404
    if work.case.closed_at is not None:
        raise Refused("closed", gettext("The case is closed. Open it again before you answer."))
    return ask


def _refuse_unless_waiting(work: Work, ask: CaseAsk) -> None:
    if ask.closed_at is not None:
        raise Refused("answered", gettext("This was answered meanwhile. Look at the case as it is now."))
    if not find_standing(work.actor, work.case, work.now).may_answer(ask):
        raise PermissionDenied


def _allowed_answer(ask: CaseAsk, code: str, line: PaperLine | None) -> Answer:
    book = get_phrasebook()
    in_book, answer = book.asks.get(ask.code), book.answers.get(code)
    allowed = book.answers_to(in_book) if in_book else [one for one in book.answers.values() if one.fits_all]
    if answer is None or (code not in OF_PAPERS if line else answer not in allowed):
        raise Refused("no_answer", gettext("Choose one of the answers that are offered."))
    return answer


def _owed_line(work: Work, ask: CaseAsk, line_id: int) -> PaperLine:
    """Return the line of the checklist with this number, which the actor's side is to bring and has not brought yet."""
    line = next((one for one in ask.lines.all() if one.pk == line_id), None)
    if line is None:
        raise Http404
    if line.state == LineState.HERE:
        raise Refused("here", gettext("This paper is here already. Send another one as a message."))
    if not find_standing(work.actor, work.case, work.now).may_bring(line):
        raise PermissionDenied
    return line


def _only_line(ask: CaseAsk, code: str) -> PaperLine | None:
    """Return the one line that an answer about papers settles; None for an answer about something else."""
    lines = [line for line in ask.lines.all() if line.owed_by != ask.side]
    if code not in OF_PAPERS or not lines:
        return None
    if len(lines) > 1:
        raise Refused("which_paper", gettext("Several papers were asked for. Answer for each of them."))
    return lines[0]


def _move(work: Work, act: Act | None, ask: CaseAsk, code: str) -> None:
    """Do what the answer means for the case; one among offices, which the filer does not read, means nothing for it."""
    if find_side_in_phrases(work.actor, work.case) is Side.FILER:
        work.side = Side.FILER
        if act is not None:
            make_move(work, act)
        else:
            hear_filer(work)
        return
    if ask.kind == MessageKind.OFFICES:
        return
    fits_all = get_phrasebook().answers[code].fits_all and code != FREE_WORDS
    if is_final(code) and not fits_all and "answer" in list_possible_acts(work.actor, work.case, work.now):
        make_move(work, Act.ANSWER)
        work.rows.answered.append((work.now, work.case.desk_id, work.actor.user_id))


def _is_told_filer(work: Work, ask: CaseAsk, code: str) -> bool:
    """Return whether a desk answers the filer; a promise to answer is no answer, nor is what offices tell each other."""
    return is_final(code) and ask.kind == MessageKind.ALL and find_side_in_phrases(work.actor, work.case) is Side.OFFICE


def _close_or_wait(work: Work, ask: CaseAsk, code: str, values: Values, line: PaperLine | None) -> None:
    if not is_final(code):
        start_promise(work, ask, code, values, line)
        return
    end_promises(ask, line, work.now)
    open_lines = PaperLine.objects.filter(ask=ask).exclude(state__in=SETTLED)
    if ask.closed_at is None and (line is None or not open_lines.filter(owed_by=line.owed_by).exists()):
        end_promises(ask, None, work.now)
        ask.closed_at = work.now
        ask.save(update_fields=["closed_at"])


def _tell(work: Work, act: Act | None, ask: CaseAsk, row: CaseAnswer) -> None:
    if act is not None:
        tell_office(work, f"case_{act.value}_by_filer")
    else:
        tell_answered(work, ask, row)
