"""Goes on with wakes whose time has come: looks what came back from the last try, and tries the next one or gives up.

1. Lock one wake that is due; what another watcher holds is skipped.
2. The case was accepted, moved to another desk, made normal or closed: the wake is over.
3. Ask the core (`landsea_core.waking`) by whom and how to go on, from who is there now and what became of the tries.
4. A try is one row and one delivery, in the same transaction; the delivery's key makes a second one impossible.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override

from landsea.base.actors import SYSTEM
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.delivery_states import find_states
from landsea.base.translation.languages import find_page_language
from landsea.cases.access import Need
from landsea.cases.actions.open_act import open_act
from landsea.cases.audit_stream import name_stream_of_id
from landsea.cases.notices import tell_coordinator, tell_people
from landsea.cases.recipients import RecipientLookup
from landsea.cases.urgent_waiting import waits_for_somebody
from landsea.waking.callees import Reachable, list_callees
from landsea.waking.models import Wake, WakeTry
from landsea.waking.models.wakes import WakeState
from landsea.waking.wake_links import WAKE_LINKS
from landsea_core.waking import NextTry, Tried, find_next_try

FAILED = frozenset({"failed", "bounced", "withdrawn"})
LOOK_EVERY = timedelta(seconds=20)
"""How soon a wake looks again whether its last try has failed meanwhile."""


def continue_wakes(now: datetime, *, most: int = 1000) -> int:
    """Go on with up to `most` wakes that are due at `now` (aware); return how many tries were made."""
    tries = 0
    for _one in range(most):
        with transaction.atomic():
            due = Wake.objects.select_for_update(skip_locked=True, of=("self",)).filter(
                state=WakeState.RUNNING, next_look_at__lte=now
            )
            wake = due.select_related("case", "desk__office").order_by("next_look_at", "id").first()
            if wake is None:
                break
            tries += _go_on(wake, now)
    return tries


def _go_on(wake: Wake, now: datetime) -> int:
    if not waits_for_somebody(wake.case) or wake.case.desk_id != wake.desk_id:
        _end(wake, WakeState.OVER, now)
        return 0
    people = list_callees(wake.desk, now)
    tried = _tried(wake)
    patience = timedelta(minutes=settings.WAKE_MINUTES)
    following = find_next_try([one.callee for one in people], tried, now, patience)
    if following.is_over:
        _give_up(wake, now)
        return 0
    if following.wait_until is not None:
        wake.next_look_at = min(following.wait_until, now + LOOK_EVERY)
        wake.save(update_fields=["next_look_at"])
        return 0
    _make_try(wake, next(one for one in people if one.callee.person == following.person), following, now, patience)
    return 1


def _tried(wake: Wake) -> list[Tried]:
    rows = list(wake.tries.order_by("id"))
    states = find_states([one.once for one in rows])
    return [Tried(one.person, one.way, one.tried_at, states.get(one.once, ("", ""))[0] in FAILED) for one in rows]


def _make_try(wake: Wake, whom: Reachable, following: NextTry, now: datetime, patience: timedelta) -> None:
    """Write the try and queue its message, which is given up when the next one is to begin."""
    person, way = whom.person, following.way
    once = f"wake:{wake.pk}:{person.key}:{way}"
    link, language = WAKE_LINKS.new_link(), find_page_language([person.language])
    made = WakeTry.objects.create(
        wake=wake,
        person=person.key,
        name=person.name,
        user_id=person.user_id,
        way=way,
        address=whom.addresses[way],
        once=once,
        tried_at=now,
        **link,
    )
    queue_mail(
        template="wake",
        channel=way,
        address=made.address,
        once=once,
        stream=name_stream_of_id(wake.case_id),
        language=language,
        user_id=person.user_id,
        give_up_at=now + patience,
        facts={
            "ref": wake.case.ref,
            "link": str(link["nonce"]),
            "way": way,
            "choices": _choices(made, language),
        },
        now=now,
    )
    wake.next_look_at = now + min(patience, LOOK_EVERY)
    wake.save(update_fields=["next_look_at"])


def _choices(made: WakeTry, language: str) -> list[list[str]]:
    """Return what may be pressed: a button of the messenger names the try, a telephone has its keys."""
    with override(language):
        return [[f"wake:{made.pk}" if made.way == "telegram" else "1", gettext("I take it")]]


def _give_up(wake: Wake, now: datetime) -> None:
    """All were tried: the desk's people and the coordinator are told by mail that nobody was heard, once."""
    _end(wake, WakeState.UNHEARD, now)
    with open_act(SYSTEM, wake.case.ref, "wake_unheard", now=now, need=Need.READ) as work:
        work.facts["tries"] = wake.tries.count()
        tell_coordinator(work, "case_unheard")
        tell_people(work, "case_unheard", RecipientLookup().called(wake.desk, "head", now))


def _end(wake: Wake, state: WakeState, now: datetime) -> None:
    wake.state, wake.ended_at, wake.next_look_at = state, now, None
    wake.save(update_fields=["state", "ended_at", "next_look_at"])
