"""What operators see of messages of messengers that no handler could deal with: by number and messenger only."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, gettext_lazy, ngettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.impossible_rows import IMPOSSIBLE_ROWS, MOST_SHOWN, ImpossibleRow, KindOfRow, find_number_of_row
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.messengers.actions.handle_incoming import MOST_FAILURES
from landsea.base.messengers.models import Incoming

STREAM = "messengers"


def _find() -> tuple[list[ImpossibleRow], int]:
    found = Incoming.objects.filter(handled_at=None, failures__gte=MOST_FAILURES).order_by("-pk")
    why = gettext("The program stopped at it; its log says where.")
    rows = [
        ImpossibleRow(str(one.pk), f"{one.channel} {one.pk}", why, tries=one.failures) for one in found[:MOST_SHOWN]
    ]
    return rows, found.count()


def deal_with_message_again(actor: Actor, key: str, now: datetime) -> bool:
    """Let a message be tried again by the next round; False when it is dealt with or tried anyway."""
    with transaction.atomic():
        wait_for_turn(STREAM)
        waiting = Incoming.objects.filter(handled_at=None, failures__gte=MOST_FAILURES)
        number = find_number_of_row(key)
        if number is None or not waiting.filter(pk=number).update(failures=0, claimed_at=None):
            return False
        append_entry(stream=STREAM, act="deal_again", actor=actor.label, at=now, facts={"message": number})
    return True


IMPOSSIBLE_ROWS.put(
    KindOfRow(
        "messages",
        lambda total: (
            ngettext("%(total)s message could not be dealt with", "%(total)s messages could not be dealt with", total)
            % {"total": total}
        ),
        gettext_lazy(
            "They are not tried again by themselves; those behind them went on. They are forgotten after 30 days."
        ),
        _find,
        deal_with_message_again,
        gettext_lazy("Try it again"),
    ),
    order=30,
)
