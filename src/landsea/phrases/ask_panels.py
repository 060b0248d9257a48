"""Asks as a page shows them to one reader: the sentence in their language, what may be pressed, what is promised,
the papers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy

from landsea.base.actors import Actor
from landsea.base.ui.times import date_words
from landsea.cases.models import Case
from landsea.phrases.access import Standing, find_standing, list_asks, list_checklist
from landsea.phrases.book import get_phrasebook
from landsea.phrases.languages import find_language_of_book, find_language_of_reader
from landsea.phrases.models import CaseAsk, LineState, PaperLine
from landsea.phrases.said import Reader, say_answer, say_paper, write_ask
from landsea.phrases.slot_fields import SlotField, make_fields
from landsea_core.phrasebook import Answer
from landsea_core.phrasebook.meanings import OF_PAPERS, WITH_FILE

LINE_STATES = {
    LineState.ASKED: ("waits", gettext_lazy("asked for")),
    LineState.HELD: ("waits", gettext_lazy("they have it and will send it")),
    LineState.PROMISED: ("waits", gettext_lazy("promised by %(day)s")),
    LineState.HERE: ("done", gettext_lazy("here")),
    LineState.NONE: ("silent", gettext_lazy("not to be had")),
}
FOR_LINES = ("file_attached", "will_send", "cannot_get")
Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class ShownAnswer:
    """An answer that may be given: its sentence with blanks, and the fields for them."""

    code: str
    words: str
    fields: tuple[SlotField, ...]
    with_file: bool = False
    fits_all: bool = False

    @property
    def is_press(self) -> bool:
        """Whether one press is all that it needs."""
        return not self.fields and not self.with_file


@dataclass(frozen=True)
class ShownLine:
    """A paper of the checklist; `answers` are what this reader may say of it, empty for who only waits for it."""

    line: PaperLine
    paper: str
    state: tuple[str, str]
    answers: tuple[ShownAnswer, ...]
    due: datetime | None
    is_broken: bool


@dataclass(frozen=True)
class ShownAsk:
    """An ask. `own` is the sentence in the reader's language `language`, `sent` as it was sent where that is
    another. `answers` are those of the ask, `others` those that fit every ask; both empty for who waits. `due` is
    when the answer was promised.
    """

    ask: CaseAsk
    own: str
    language: str
    sent: str
    sent_language: str
    answers: tuple[ShownAnswer, ...]
    others: tuple[ShownAnswer, ...]
    mine: bool
    due: datetime | None
    is_broken: bool
    is_open_form: str = ""


@dataclass(frozen=True)
class Panels:
    """What one page shows of the phrases of a case."""

    asks: list[ShownAsk]
    lines: list[ShownLine]


def make_panels(actor: Actor, case: Case, now: datetime, typed: Typed | None = None) -> Panels:
    """Return what waits on a case and its checklist, as this actor sees them: asks that this actor may answer come
    first. `typed` are the fields of an answer that was refused, which comes back open.
    """
    waiting = [ask for ask in list_asks(actor, case) if ask.is_waiting and case.closed_at is None]
    lines = list_checklist(actor, case)
    if not waiting and not lines:
        return Panels([], [])
    standing, typed = find_standing(actor, case, now), typed or {}
    reader = Reader(find_language_of_reader(actor, case), now, timezone.get_current_timezone())
    asks = [_shown(standing, ask, reader, typed) for ask in waiting]
    return Panels(
        sorted(asks, key=lambda one: not one.others), [_shown_line(standing, line, reader, typed) for line in lines]
    )


def shape_every_ask(actor: Actor, case: Case, now: datetime) -> list[ShownAsk]:
    """Return all asks of a case as this actor sees them, those that wait first."""
    standing = find_standing(actor, case, now)
    reader = Reader(find_language_of_reader(actor, case), now, timezone.get_current_timezone())
    return [_shown(standing, ask, reader, {}) for ask in list_asks(actor, case)]


def _shown(standing: Standing, ask: CaseAsk, reader: Reader, typed: Typed) -> ShownAsk:
    own = write_ask(ask, reader)
    sent, sent_language = ask.message.body, find_language_of_book(ask.message.language) or ask.message.language
    is_other = own is not None and sent_language != reader.language
    promise = next((one for one in ask.promises.all() if one.ended_at is None and one.line_id is None), None)
    here = typed if _first(typed, "ask_id") == str(ask.pk) and not _first(typed, "line_id") else {}
    answers = _answers_of(ask, reader, here) if standing.may_answer(ask) else []
    return ShownAsk(
        ask=ask,
        own=own or sent,
        language=reader.language if own else sent_language,
        sent=sent if is_other else "",
        sent_language=sent_language,
        answers=tuple(one for one in answers if not one.fits_all),
        others=tuple(one for one in answers if one.fits_all),
        mine=standing.side is not None and standing.side.value == ask.side,
        due=promise.due_at if promise else None,
        is_broken=bool(promise and promise.broken_at),
        is_open_form=_first(here, "answer"),
    )


def _answers_of(ask: CaseAsk, reader: Reader, typed: Typed) -> list[ShownAnswer]:
    book = get_phrasebook()
    in_book = book.asks.get(ask.code)
    allowed = book.answers_to(in_book) if in_book else [one for one in book.answers.values() if one.fits_all]
    has_lines = any(line.owed_by != ask.side for line in ask.lines.all())
    return [
        _shown_answer(answer, reader, typed, ask) for answer in allowed if not (has_lines and answer.code in OF_PAPERS)
    ]


def _shown_answer(answer: Answer, reader: Reader, typed: Typed, ask: CaseAsk) -> ShownAnswer:
    in_book = get_phrasebook().asks.get(ask.code)
    filled = typed if _first(typed, "answer") == answer.code else {}
    fields = make_fields(answer.says["en"], filled, reader.language, answer=answer.code, ask=in_book)
    words = say_answer(answer, {}, reader, in_book)
    return ShownAnswer(answer.code, words, tuple(fields), answer.code in WITH_FILE, answer.fits_all)


def _shown_line(standing: Standing, line: PaperLine, reader: Reader, typed: Typed) -> ShownLine:
    kind, words = LINE_STATES[LineState(line.state)]
    day = date_words(line.day, get_language() or "en") if line.day else ""
    promise = next((one for one in line.promises.all() if one.ended_at is None), None)
    here = typed if _first(typed, "line_id") == str(line.pk) else {}
    answers: list[ShownAnswer] = []
    if standing.may_bring(line):
        book = get_phrasebook()
        answers = [_shown_answer(book.answers[code], reader, here, line.ask) for code in FOR_LINES]
    return ShownLine(
        line=line,
        paper=say_paper(line.paper, reader.language),
        state=(kind, str(words) % {"day": day}),
        answers=tuple(answers),
        due=promise.due_at if promise else None,
        is_broken=bool(promise and promise.broken_at),
    )


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, ())), "")
