"""Talks in a private calendar: those agreed about cases of a person's desks, or of their association."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.calendars.moments import MOMENTS, Moment
from landsea.cases.access import list_visible_cases
from landsea.talks.access import list_agreed_talks

SHOWN_BACK = timedelta(days=7)


def find_talks(actor: Actor, now: datetime) -> Iterator[Moment]:
    """Yield the talks to come, and those of the last week."""
    if not actor.desks and not actor.associations:
        return
    for talk in list_agreed_talks(list_visible_cases(actor), now - SHOWN_BACK):
        case = talk.case
        if case.desk_id not in actor.desks and case.association_id not in actor.associations:
            continue
        yield Moment(
            uid=f"talk-{talk.pk}",
            begins=talk.starts_at,
            ends=talk.starts_at + timedelta(minutes=talk.minutes),
            title=gettext("Talk about %(ref)s") % {"ref": case.ref},
            page=reverse("case_talk", args=[case.ref]),
            place=talk.call_link,
            is_busy=True,
        )


MOMENTS.put(find_talks, order=4)
