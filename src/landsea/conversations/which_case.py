"""Which case a message means that names none: the one whose message it quotes, the one whose question was the last thing that
its writer was shown, or the one that they chose when we asked.
"""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext

from landsea.base.messengers.handling import Received
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.cases.actions.say_whether_solved import SOLVED, find_lone_number
from landsea.cases.gist import say_gist
from landsea.conversations.models import Conversation

MOST_ASKED = 9
"""Of cases to choose from: each number is one figure."""


def find_quoted_conversation(received: Received) -> Conversation | None:
    """Return the conversation that filed the case which the quoted message of ours was about."""
    if not received.quoted:
        return None
    told = Delivery.objects.filter(
        channel=received.channel, address=received.remote, remote_id=received.quoted, facts__has_key="ref"
    ).last()
    return find_conversation_about(received, told.facts["ref"]) if told else None


def find_conversation_about(received: Received, ref: str) -> Conversation | None:
    """Return this account's conversation that filed a case."""
    mine = Conversation.objects.filter(channel=received.channel, remote=received.remote, case__ref=ref)
    return mine.select_related("case").last()


def choose_case(received: Received, waiting: Sequence[Conversation]) -> tuple[Conversation, int] | None:
    """Return the conversation whose case is meant, and SOLVED or NOT_SOLVED, where the last thing that this account was told
    was which case it means. A button below a message that names its case means that one.
    """
    # That it is no mail is said for the index, which holds no mails.
    told = Delivery.objects.filter(~Q(channel="mail"), channel=received.channel, address=received.remote)
    last = told.exclude(state=DeliveryState.WITHDRAWN).order_by("pk").last()
    number = find_lone_number(received.choice or received.text)
    if last is None or number is None:
        return None
    asked = last.facts.get("which")
    if asked:
        ref = asked["refs"][number - 1] if 1 <= number <= len(asked["refs"]) else ""
        number = asked["number"]
    else:
        ref = last.facts.get("ref", "") if received.choice else ""
    found = next((talk for talk in waiting if talk.case and talk.case.ref == ref), None)
    return (found, number) if found else None


def ask_which_case(waiting: Sequence[Conversation], number: int) -> dict:
    """Return what is said to somebody who says "solved" or "not solved" while several cases wait for that: the words, the
    choices, and what to remember with them.
    """
    cases = [talk.case for talk in waiting[:MOST_ASKED] if talk.case]
    is_solved = number == SOLVED
    words = (
        gettext("Several cases wait for your word. Which one is solved?")
        if is_solved
        else gettext("Several cases wait for your word. Which one is not solved?")
    )
    has_buttons = waiting[0].channel == "telegram"
    code = "solved" if is_solved else "unsolved"
    choices = [
        [f"say:{code}:{case.ref}" if has_buttons else str(place), f"{case.ref} {say_gist(case)}".strip()]
        for place, case in enumerate(cases, start=1)
    ]
    return {"text": words, "choices": choices, "which": {"number": number, "refs": [case.ref for case in cases]}}
