"""A filer says by messenger whether a case is solved: by a button, or by 1 or 2 where people type, as in a mail.

1. A message that asks lists both answers (`list_answers_to_outcome`); a button names its case.
2. A button, or 1 or 2 alone, is such an answer, unless the open conversation has choices of its own below its last message.
3. Where several cases wait for it, a number means the case whose message it quotes; without that we ask which one.
4. It confirms or disputes in the filer's name; what is refused comes back as the sentence that says why.
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
    find_lone_number,
    find_number_of_outcome,
    say_whether_solved,
)
from landsea.cases.models import Case
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.conversations.sayings import CHOICES
from landsea.conversations.which_case import (
    ask_which_case,
    choose_case,
    find_conversation_about,
    find_quoted_conversation,
)
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
    _say, _colon, press = received.choice.partition("say:")
    code, _colon, ref = press.partition(":")
    if code in NUMBER_OF and ref:
        return _answer_about(find_conversation_about(received, ref), NUMBER_OF[code], received)
    typed, number = received.choice or received.text, find_number_of_outcome(received.choice or received.text)
    quoted = find_quoted_conversation(received) if number else None
    if quoted:
        return _answer_about(quoted, number, received)
    mine = Conversation.objects.filter(channel=received.channel, remote=received.remote)
    if find_lone_number(typed) is None or mine.filter(ended_at=None, stage__in=HAVE_CHOICES).exists():
        return False
    waiting = mine.filter(case__state=State.PROPOSED).select_related("case").order_by("case__desk_since", "pk")
    return _answer_by_number(received, number, list(waiting))


def _answer_by_number(received: Received, number: int | None, waiting: list[Conversation]) -> bool:
    """Take a lone number of somebody for whose word these cases wait: of several, ask which one is meant."""
    chosen = choose_case(received, waiting) if len(waiting) > 1 else None
    if chosen:
        return _answer_about(*chosen, received)
    if not waiting or number is None:
        return False
    if len(waiting) == 1:
        return _answer_about(waiting[0], number, received)
    with override(waiting[0].language):
        said = ask_which_case(waiting, number)
    answer_sender(received, "said", now=received.at, language=waiting[0].language, **said)
    return True


def _answer_about(talk: Conversation | None, number: int, received: Received) -> bool:
    """Confirm or dispute the outcome of the conversation's case, and answer; False where there is none."""
    if talk is None or talk.case is None:
        return False
    with override(talk.language):
        said = say_outcome(talk.case, number, "", received)
    answer_sender(received, "said", now=received.at, language=talk.language, text=said, choices=[])
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
