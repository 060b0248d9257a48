"""Turns of duty in a private calendar: those of the person's own desks that the person has."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.calendars.moments import MOMENTS, Moment
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.duty import LONGEST_TURN, SHOWN_AHEAD, list_duty_of_desks


def find_duty_moments(actor: Actor, now: datetime) -> Iterator[Moment]:
    """Yield the turns of duty that run or begin within four weeks; those of somebody on leave are none. They are looked up
    from the beginning of the day, and beyond the last one, so that a turn stays the same from one reading to the next.
    Duty at several desks at the same hours is one entry that names them all: the night is one, however many desks share it.
    """
    mine = directory_access.list_desks_in_service().filter(pk__in=actor.desks) if actor.desks else ()
    desks = {desk.pk: desk for desk in mine}
    since = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = list_duty_of_desks(desks.values(), since, since + SHOWN_AHEAD + LONGEST_TURN)
    shared: dict[tuple[datetime, datetime], list[int]] = defaultdict(list)
    for desk_id, stretches in found.items():
        for one in stretches:
            if one.person is None or one.person.user_id != actor.user_id or one.away:
                continue
            if one.ends <= now or one.begins >= since + SHOWN_AHEAD:
                continue
            shared[one.begins, one.ends].append(desk_id)
    for (begins, ends), desk_ids in shared.items():
        names = [name_desk(desks[desk_id], get_language() or "en")[0] for desk_id in sorted(desk_ids)]
        title = gettext("On duty: %(desk)s") % {"desk": "; ".join(names)}
        page = reverse("desk_duty", args=[desks[desk_ids[0]].code]) if len(names) == 1 else reverse("my_desks")
        yield Moment(f"duty-{min(desk_ids)}-{ends:%Y%m%dT%H%M}", begins, ends, title, page)


MOMENTS.put(find_duty_moments)
