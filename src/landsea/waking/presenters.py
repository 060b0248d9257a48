"""Draws wakes for the pages of those who may see them."""

from landsea.base.outbox.kinds import name_channel
from landsea.waking.labels import ANSWERS, CAME_BACK, STATES
from landsea.waking.models import Wake

SAID_BACK = frozenset({"failed", "bounced", "waiting"})


def shape_wake(wake: Wake) -> dict:
    """Return a wake as its template draws it: who was tried, when, how, and what came back."""
    return {
        "wake": wake,
        "state": (STATES[wake.state][0], str(STATES[wake.state][1])),
        "tries": [
            {
                "at": one.tried_at,
                "name": one.name,
                "way": name_channel(one.way),
                "came_back": str(CAME_BACK.get(one.came_back, "")),
                "reply": one.reply if one.came_back in SAID_BACK else "",
                "answer": str(ANSWERS.get(one.answer, "")),
                "answered_at": one.answered_at,
            }
            for one in wake.shown_tries
        ],
    }
