"""Deadlines in a private calendar: of the open cases of a person's desks, and of those that their association filed.

An entry carries number, step and gist, as a mail does: what a case says stands on its page only.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.calendars.moments import MOMENTS, Moment
from landsea.cases.access import list_visible_cases
from landsea.cases.gist import make_kept_gist, say_kept_gist
from landsea.cases.labels import STEPS
from landsea_core.caseflow import Step

MOST = 300
"""The deadlines that come next; a calendar is no queue."""
LENGTH = timedelta(minutes=15)


def find_deadlines(actor: Actor, now: datetime) -> Iterator[Moment]:
    """Yield the next deadlines, those of late cases too: each ends when the case is due."""
    if not actor.desks and not actor.associations:
        return
    own = Q(desk_id__in=actor.desks) | Q(association_id__in=actor.associations)
    rows = list_visible_cases(actor).filter(own, closed_at=None, due_at__isnull=False).select_related("place")
    for case in rows.order_by("due_at", "pk")[:MOST]:
        step = STEPS[Step(case.step)] if case.step in {one.value for one in Step} else ""
        title = gettext("Due: %(ref)s, %(step)s") % {"ref": case.ref, "step": step} if step else case.ref
        gist = say_kept_gist(make_kept_gist(case))
        yield Moment(
            uid=f"due-{case.pk}",
            begins=case.due_at - LENGTH,
            ends=case.due_at,
            title=f"{title} · {gist}" if gist else title,
            page=reverse("case", args=[case.ref]),
        )


MOMENTS.put(find_deadlines, order=1)
