"""Notes in audit and log how people sign in: that they did, that they were refused, that they were held, what they changed.

The log names accounts by number and networks by a digest of our key: no address of a person, no password, no code.
"""

import logging
from datetime import datetime

from django.db import transaction

from landsea.base.actors import ANONYMOUS
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.limits.spending import Limit, spend_named_limit

logger = logging.getLogger("landsea.sign_ins")
NOBODYS = "sign_ins"
"""The stream of tries at addresses that no account has."""
REFUSALS = frozenset({"sign_in_refused", "sign_in_held", "second_factor_refused"})
MOST_NOTED = Limit(300, 3600)
"""Refusals an hour of one account, and of all addresses without one: a flood of guesses may fill the log, and not the audit.
What succeeded is noted always, or whoever guessed right after a flood would have come in without an entry.
"""


def note_sign_in(
    act: str, *, user_id: int | None, network: str, now: datetime, by: int | None = None, **facts: str
) -> None:
    """Write an entry into the account's stream, `sign_ins` for none, and a line into the log. What succeeded was done by the
    account. What was refused was done by who is signed in (`by`), else by nobody known: hardly by the account it was tried at.
    """
    stream = f"user:{user_id}" if user_id else NOBODYS
    logger.info("%s: %s from network %s %s", act, stream, network, facts or "")
    if act in REFUSALS and not spend_named_limit("sign_in_noted", stream, MOST_NOTED):
        return
    with transaction.atomic():
        wait_for_turn(stream)
        who = by if act in REFUSALS else user_id
        actor = f"user:{who}" if who else ANONYMOUS.label
        append_entry(stream=stream, act=act, actor=actor, at=now, facts={"network": network, **facts})
