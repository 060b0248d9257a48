"""The only reads of phrases: the asks of a case that somebody sees, what they may ask and answer, the checklist, promises that
fall due, and the work list of whoever writes asks. Whoever asks about a case was given it by `cases.access`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet

from landsea.base.actors import Actor
from landsea.cases.access import answers_by_link, find_side, has_none, match_visible_kinds
from landsea.cases.models import Case, Message
from landsea.cases.possible_acts import list_possible_acts
from landsea.phrases.models import AnswerPromise, CaseAnswer, CaseAsk, FreeWords, LineState, PaperLine
from landsea.phrases.own_words import match_own_words
from landsea_core.caseflow import MessageKind, Side, State
from landsea_core.phrasebook.meanings import IS_IT_SOLVED

OVERTAKEN = Q(code=IS_IT_SOLVED) & ~Q(case__state=State.PROPOSED)
"""Asks whether a proposed outcome holds, after it was disputed, or confirmed, another way."""
TO_FILER, TO_OFFICE, TO_OFFICES = "filer", "office", "offices"
"""Whom one asks: the filer, the accountable desk, or the other offices among themselves."""


def find_side_in_phrases(actor: Actor, case: Case) -> Side | None:
    """Return for which side this actor asks and answers; None for who only reads."""
    side = find_side(actor, case)
    return Side.OFFICE if side is Side.COORDINATOR else side


def list_whom_to_ask(actor: Actor, case: Case, now: datetime) -> tuple[str, ...]:
    """Return whom this actor may ask on an open case at `now` (aware): whoever may write to somebody may ask them."""
    if case.closed_at is not None:
        return ()
    acts = list_possible_acts(actor, case, now)
    if find_side_in_phrases(actor, case) is Side.FILER:
        return (TO_OFFICE,) if "reply" in acts else ()
    if "message" not in acts:
        return ()
    return (TO_FILER, TO_OFFICES) if _speaks_for_case(actor, case) else (TO_OFFICES,)


@dataclass(frozen=True)
class Standing:
    """What somebody may do on one case now: for which side, and whom they may ask; found once, whatever is asked of it."""

    actor: Actor
    case: Case
    side: Side | None
    whom: tuple[str, ...]

    def may_answer(self, ask: CaseAsk) -> bool:
        """True for an ask that waits, and that this side was asked: whoever may write to who asked, and is not who asked."""
        if not ask.is_waiting or self.case.closed_at is not None:
            return False
        if ask.kind == MessageKind.OFFICES:
            own = self.actor.desks | {self.actor.link_desk}
            return TO_OFFICES in self.whom and (ask.desk_id not in own or self.actor.is_coordinator)
        if self.side is Side.FILER:
            return ask.side == Side.OFFICE and bool(self.whom)
        return ask.side == Side.FILER and TO_FILER in self.whom

    def may_bring(self, line: PaperLine) -> bool:
        """True for a paper of the checklist that is not here, and that this side is to bring."""
        if line.state == LineState.HERE or self.side is None or self.side.value != line.owed_by:
            return False
        return (TO_OFFICE if line.owed_by == Side.FILER else TO_FILER) in self.whom


def find_standing(actor: Actor, case: Case, now: datetime) -> Standing:
    """Return what this actor may do on a case at `now` (aware)."""
    return Standing(actor, case, find_side_in_phrases(actor, case), list_whom_to_ask(actor, case, now))


def list_asks(actor: Actor, case: Case) -> list[CaseAsk]:
    """Return the asks of a case that this actor sees, the open ones first, then the newest; with answers, lines and
    promises. What was blacked out is left out.
    """
    if has_none(case, "ask"):
        return []
    rows = CaseAsk.objects.filter(match_visible_kinds(actor, case), case=case, message__redacted_at=None)
    rows = rows.exclude(OVERTAKEN, closed_at=None).annotate(was_answered_freely=match_own_words())
    rows = rows.select_related("message", "case").prefetch_related("lines", "promises")
    return sorted(rows, key=lambda row: (not row.is_waiting, -row.asked_at.timestamp(), -row.pk))


def find_ask_to_answer(actor: Actor, case: Case, ask_id: int) -> CaseAsk | None:
    """Return an ask of this case that this actor sees by its number, for an act that then asks `may_answer`."""
    rows = CaseAsk.objects.filter(match_visible_kinds(actor, case), case=case, pk=ask_id, message__redacted_at=None)
    return rows.select_related("message").prefetch_related("lines").first()


def is_ask_among_offices(case: Case, ask_id: int | None) -> bool:
    """Whether this ask of the case stands among offices, so that own words in answer to it belong there too."""
    return ask_id is not None and CaseAsk.objects.filter(case=case, pk=ask_id, kind=MessageKind.OFFICES).exists()


def find_phrases_of_messages(messages: Iterable[Message]) -> tuple[dict[int, CaseAnswer], dict[int, CaseAsk]]:
    """Return the answers and asks that these messages say, by message; what was blacked out says nothing."""
    ids = [message.pk for message in messages if message.redacted_at is None]
    answers = CaseAnswer.objects.filter(message__in=ids).select_related("ask")
    return {row.message_id: row for row in answers}, {
        row.message_id: row for row in CaseAsk.objects.filter(message__in=ids)
    }


def list_waiting_asks(case_ids: Iterable[int]) -> list[CaseAsk]:
    """Return the asks between filer and desk that wait, of open cases, the oldest first: for lists of cases somebody sees."""
    rows = CaseAsk.objects.filter(
        case__in=list(case_ids), closed_at=None, case__closed_at=None, kind=MessageKind.ALL, message__redacted_at=None
    )
    return list(rows.exclude(OVERTAKEN).exclude(match_own_words()).order_by("asked_at", "pk"))


def list_checklist(actor: Actor, case: Case) -> list[PaperLine]:
    """Return the papers that were asked for on a case, as far as this actor sees who asked."""
    if has_none(case, "ask"):
        return []
    seen = CaseAsk.objects.filter(match_visible_kinds(actor, case), case=case, message__redacted_at=None)
    return list(
        PaperLine.objects.filter(ask__in=seen).select_related("ask").prefetch_related("promises").order_by("pk")
    )


def list_promises_to_remind(before: datetime) -> QuerySet[AnswerPromise]:
    """Return promises that fall due before a moment (aware) and of which nobody was reminded yet."""
    return _running_promises().filter(reminded_at=None, broken_at=None, due_at__lte=before)


def list_broken_promises(now: datetime) -> QuerySet[AnswerPromise]:
    """Return promises whose moment has passed at `now` (aware) and that are not marked as broken yet."""
    return _running_promises().filter(broken_at=None, due_at__lte=now)


def _running_promises() -> QuerySet[AnswerPromise]:
    about_paper = Q(line__isnull=False)
    rows = AnswerPromise.objects.filter(about_paper | Q(ask__closed_at=None), ended_at=None, ask__case__closed_at=None)
    rows = rows.filter(ask__message__redacted_at=None)  # what is blacked out is said in no mail
    rows = rows.exclude(match_own_words("ask__"), line=None)
    return rows.select_related("ask__case").order_by("due_at", "pk")


def list_free_words_to_settle(actor: Actor) -> QuerySet[FreeWords]:
    """Return what was written because no ask fitted and no editor has seen to, the newest first: for coordinators, who read all
    cases. Raises PermissionDenied for others.
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    rows = FreeWords.objects.filter(settled_at=None, message__redacted_at=None)
    return rows.select_related("message__case").order_by("-written_at", "-pk")


def count_phrases(actor: Actor) -> dict[str, int]:
    """Return how often the book was used: asks sent and answered, promises made and broken, messages written freely."""
    if not actor.is_coordinator:
        raise PermissionDenied
    asks = CaseAsk.objects.aggregate(
        sent=Count("pk"), answered=Count("pk", filter=Q(answers__isnull=False), distinct=True)
    )
    promises = AnswerPromise.objects.aggregate(made=Count("pk"), broken=Count("pk", filter=~Q(broken_at=None)))
    spoken = Message.objects.filter(kind=MessageKind.ALL, ask=None, phrase_answer=None, redacted_at=None)
    return {
        "asks": CaseAsk.objects.count(),
        "answered": asks["answered"],
        "promises": promises["made"],
        "broken": promises["broken"],
        "free": spoken.count(),
        "unfitted": FreeWords.objects.count(),
    }


def _speaks_for_case(actor: Actor, case: Case) -> bool:
    """True for the accountable side, which alone writes to all."""
    return case.desk_id in actor.desks or actor.is_coordinator or answers_by_link(actor, case)
