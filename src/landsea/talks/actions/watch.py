"""What the clock does about talks: reminds once of an offer that nobody answers, and ends one whose times have all passed."""

from datetime import datetime, timedelta

from landsea.base.actors import SYSTEM
from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.open_act import open_act
from landsea.talks import access
from landsea.talks.models import Talk, TalkState
from landsea.talks.notices import tell_other_side
from landsea_core.caseflow import Side

WAITED = timedelta(hours=24)


def watch_talks(now: datetime) -> int:
    """Remind and end what is due at `now` (aware); return how many. Each talk in a transaction of its own, once."""
    done = sum(_remind(talk, now) for talk in access.list_unanswered_talks(now, WAITED))
    return done + sum(_let_lapse(talk, now) for talk in access.list_talks_whose_times_passed(now))


def _remind(talk: Talk, now: datetime) -> bool:
    try:
        with open_act(SYSTEM, talk.case.ref, "remind_talk", now=now, need=Need.READ) as work:
            row = _as_it_was_found(talk)
            row.reminded_at = now
            row.save(update_fields=["reminded_at"])
            tell_other_side(work, "talk_offered", Side(row.offered_by))
    except Refused:
        return False
    return True


def _let_lapse(talk: Talk, now: datetime) -> bool:
    """End an offer; what was agreed before it and is still to come is what holds then."""
    try:
        with open_act(SYSTEM, talk.case.ref, "lapse_talk", now=now, need=Need.READ) as work:
            row = _as_it_was_found(talk)
            if row.starts_at is not None and row.starts_at > now:
                row.state, row.times = TalkState.AGREED, [row.starts_at]
            else:
                row.state, row.ended_at = TalkState.LAPSED, now
            row.save()
            tell_other_side(work, "talk_lapsed", Side.OFFICE if row.offered_by == Side.FILER else Side.FILER)
    except Refused:
        return False
    return True


def _as_it_was_found(talk: Talk) -> Talk:
    """Return the talk as it is under the case's lock. Raises Refused when somebody answered meanwhile: nothing is done."""
    row = Talk.objects.get(pk=talk.pk)
    if (row.state, row.offered_at, row.reminded_at) != (talk.state, talk.offered_at, talk.reminded_at):
        raise Refused("answered", "")
    return row
