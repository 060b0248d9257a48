"""What somebody who was woken replies or presses, recognised among all that comes in."""

import re

from landsea.base.messengers.actions.answer_sender import answer_sender
from landsea.base.messengers.handling import Received
from landsea.base.outbox.actions.queue import Mail
from landsea.waking.access import find_last_try, find_try_for_press
from landsea.waking.actions.take_case import take_case

PRESS = re.compile(r"wake:(\d{1,18})")
YES = re.compile(r"\W*(1|ok|okay|yes|có|co|好|是|收到|ຕົກລົງ|ໂດຍ)\W*", re.IGNORECASE)
"""What a reply is read as taking the case; anything else is no answer."""


def take_reply(received: Received) -> bool:
    """Take a press of a button or key, or a reply of one word, by whoever was tried at this address; False for all else. It
    acts only by what was sent to that very number or account.
    """
    pressed = PRESS.fullmatch(received.choice)
    if pressed:
        asked = find_try_for_press(int(pressed[1]), received.channel, received.remote)
    elif received.choice == "1" or (not received.choice and YES.fullmatch(received.text)):
        asked = find_last_try(received.channel, received.remote, received.at)
    else:
        return False
    if asked is None:
        return bool(pressed)
    how = "press" if received.choice else "reply"
    taken = take_case(asked.pk, how, now=received.at)
    if received.channel != "call":
        facts = {"ref": asked.wake.case.ref, "first": taken.first, "by": taken.by}
        answer_sender(received, "wake_answered", now=received.at, language=find_asked_language(asked), **facts)
    return True


def is_told_by_waking(mail: Mail) -> bool:
    """Say whether a mail announces an urgent case: whoever is woken hears of it by that, and nobody hears twice."""
    return mail.template == "case_arrived" and bool(mail.facts.get("urgent"))


def find_asked_language(asked) -> str:
    """Return the language of whoever was tried."""
    return asked.user.language if asked.user_id else "en"
