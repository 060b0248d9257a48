"""A filer says by messenger whether a case is solved: by a button, or by 1 or 2 where people type, as in a mail.

1. A message that asks lists both answers (`list_answers_to_outcome`); a button names its case.
2. A button, or 1 or 2 alone, is such an answer, unless the open conversation has choices of its own below its last message.
3. It confirms or disputes in the filer's name; what is refused comes back as the sentence that says why.
"""

from collections.abc import Sequence

from django.utils.translation import gettext, override

from landsea.base.actors import make_filer
from landsea.base.messengers.actions.answer_sender import answer_sender
from landsea.base.messengers.handling import Received
from landsea.base.outbox.channels import MAIL
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.say_whether_solved import (
    NOT_SOLVED,
    SOLVED,
    find_number_of_outcome,
    say_whether_solved,
)
from landsea.cases.models import Case
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.conversations.sayings import CHOICES
from landsea_core.caseflow import State

ASK_WHETHER_SOLVED = frozenset({"case_outcome", "case_outcome_waits", "case_reminder_filer"})
HAVE_CHOICES = [Stage.CHECK, Stage.NAME, Stage.ADDING]
NUMBER_OF = {"solved": SOLVED, "unsolved": NOT_SOLVED}


def list_answers_to_outcome(delivery: Delivery) -> Sequence[tuple[str, str]]:
    """Return both answers below a message that asks whether a case is solved: what comes back, and its words."""
    if delivery.template not in ASK_WHETHER_SOLVED or delivery.channel == MAIL:
        return []
    has_buttons = delivery.channel == "telegram"
    return [
        (f"say:{code}:{delivery.facts['ref']}" if has_buttons else str(number), str(CHOICES[code]))
        for code, number in NUMBER_OF.items()
    ]


def answer_outcome(received: Received) -> bool:
    """Take what says whether a case is solved, and answer; False for everything else."""
    mine = Conversation.objects.filter(channel=received.channel, remote=received.remote)
    _say, _colon, press = received.choice.partition("say:")
    code, _colon, ref = press.partition(":")
    if code in NUMBER_OF and ref:
        talk, number = mine.filter(case__ref=ref).last(), NUMBER_OF[code]
    else:
        typed = find_number_of_outcome(received.choice or received.text)
        waiting = mine.filter(case__state=State.PROPOSED).order_by("case__desk_since", "pk")
        if typed is None or mine.filter(ended_at=None, stage__in=HAVE_CHOICES).exists():
            return False
        talk, number = _find_asked_last(received, list(waiting.select_related("case"))), typed
    if talk is None or talk.case is None:
        return False
    with override(talk.language):
        answer_sender(
            received,
            "said",
            now=received.at,
            language=talk.language,
            text=say_outcome(talk.case, number, "", received),
            choices=[],
        )
    return True


def say_outcome(case: Case, number: int, words: str, received: Received) -> str:
    """Confirm or dispute in the filer's name; return what is said of it. Words that are refused come back as they were."""
    try:
        act = say_whether_solved(
            make_filer(case.pk, case.language),
            case.ref,
            number,
            words,
            language=case.language,
            now=received.at,
            key=received.key,
        )
    except AlreadyDone:
        act = "confirm" if number == SOLVED else "dispute"
    except Refused as refused:
        return f"{case.ref}: {refused.sentence}\n{words}".strip()
    if act == "confirm":
        return f"{case.ref}: " + gettext("You confirmed the outcome. The case is closed; thank you for saying so.")
    said = gettext("You disputed the outcome. The desk was told, and its clock for a solution runs again.")
    more = "" if words else "\n" + gettext("What is missing? Write it here; it goes to the desk.")
    return f"{case.ref}: {said}{more}"


def _find_asked_last(received: Received, waiting: list[Conversation]) -> Conversation | None:
    """Return, among conversations whose cases wait for the filer's word, the one that this account was asked about last."""
    if len(waiting) < 2:
        return waiting[0] if waiting else None
    asked = Delivery.objects.filter(
        channel=received.channel, address=received.remote, template__in=ASK_WHETHER_SOLVED, ended_at__isnull=False
    )
    last = asked.order_by("ended_at", "pk").last()
    ref = last.facts.get("ref") if last else ""
    return next((talk for talk in waiting if talk.case and talk.case.ref == ref), waiting[-1])
