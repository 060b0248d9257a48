"""What every act of the office side checks: that the person may act for the desk today."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.access import Need, answers_by_link
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.directory.acting_people import may_act_for


@contextmanager
def open_office_act(
    actor: Actor, ref: str, act: str, *, now: datetime, key: str = "", seen_version=None
) -> Iterator[Work]:
    """Open an act of the accountable desk: by its holder, or whoever stands in today; the coordinator always may."""
    with open_act(actor, ref, act, now=now, need=Need.OFFICE_SIDE, key=key, seen_version=seen_version) as work:
        refuse_unless_for_desk(actor, work.case, now)
        yield work


def refuse_unless_for_desk(actor: Actor, case: Case, now: datetime) -> None:
    """Raise Refused unless the actor acts for the accountable desk at `now` (aware), or is the coordinator."""
    if answers_by_link(actor, case):
        return
    if not actor.is_coordinator and not may_act_for(actor, case.desk, now, called=case.silent_since is not None):
        raise Refused("not_your_desk", find_refusal(actor, case))


def find_refusal(actor: Actor, case) -> str:
    """Return why this person may only read the case today."""
    if case.desk_id in actor.desks:
        return gettext(
            "The desk's holder is here today. You can read the case and write notes; act when the holder is away."
        )
    return gettext("Another desk is accountable for this case. You can write to the offices.")


def needs_words(body: str, sentence: str | None = None) -> str:
    """Return the text without outer blanks; raise Refused when nothing is left."""
    body = body.strip()
    if not body:
        raise Refused("empty", sentence or gettext("Write a few words first."))
    return body
