"""What is going on along the corridor today, as a few lines that lead further. Counts only, and only public ones."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsea.barriers import access as barriers
from landsea.base.kept import Kept
from landsea.base.ui import times
from landsea.base.ui.demo_marks import mark_demo
from landsea.corridor import access as corridor
from landsea.corridor.access_diagram import mark_diagram_today
from landsea.corridor.diagram_overview import Overview, draw_overview
from landsea.dialogues import access as dialogues
from landsea.directory.models.names import choose_title
from landsea.rules import access as rules

KEPT_SECONDS = 60
RULES_AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Counts:
    """What was counted at one moment. `most_shared`: how many firms have the barrier that most have, None when under five;
    `dialogue`: the next one, or None. `demo_barriers`: whether a demonstration invented some of the barriers.
    """

    standing_still: int
    rules_beginning: int
    open_barriers: int
    most_shared: int | None
    dialogue: Any
    demo_barriers: bool


@dataclass(frozen=True)
class Line:
    """One sentence and where it leads; `is_drawn`: the picture of the corridor says the same, where it tells all."""

    words: str
    url: str
    is_drawn: bool = False


TODAY = Kept(lasts=KEPT_SECONDS)


def draw_overview_of_today(now: datetime, language: str) -> Overview:
    """Return the corridor's small picture as it stands at `now` (aware), in the reader's language."""
    marked = TODAY.get("diagram", lambda: mark_diagram_today(now))
    return TODAY.get(("overview", language), lambda: draw_overview(marked))


def list_lines_of_today(now: datetime, language: str) -> list[Line]:
    """Return today's lines in the reader's language; what does not happen is left out."""
    counts = TODAY.get("counts", lambda: _count_now(now))
    found = []
    if n := counts.standing_still:
        words = ngettext("%(n)s post or service stands still", "%(n)s posts or services stand still", n)
        found.append(Line(words % {"n": n}, reverse("disruptions"), is_drawn=True))
    if n := counts.rules_beginning:
        words = ngettext("%(n)s rule begins within two weeks", "%(n)s rules begin within two weeks", n)
        found.append(Line(words % {"n": n}, reverse("measures")))
    if n := counts.most_shared:
        words = _("%(n)s firms share one barrier") % {"n": n}
        found.append(Line(mark_demo(words, counts.demo_barriers), reverse("barriers")))
    elif n := counts.open_barriers:
        words = ngettext("%(n)s barrier is open", "%(n)s barriers are open", n)
        found.append(Line(mark_demo(words % {"n": n}, counts.demo_barriers), reverse("barriers")))
    if counts.dialogue:
        when = times.write_moment(counts.dialogue.starts_at, timezone.get_current_timezone(), now, language)
        words = _("The parties meet on %(when)s: %(title)s") % {
            "when": when,
            "title": choose_title(counts.dialogue, language),
        }
        found.append(Line(words, reverse("dialogues")))
    return found


def forget_counts() -> None:
    """Drop what this process keeps, so that the next page counts anew."""
    TODAY.forget()


def _count_now(now: datetime) -> Counts:
    today = now.date()
    seen = barriers.add_tallies(barriers.list_barriers(closed=False))
    still = [{*closure.places, *closure.services} or {closure.id} for closure in corridor.list_closures(today)]
    upcoming = dialogues.list_coming_dialogues(now).first()
    return Counts(
        standing_still=len(set().union(*still)),
        rules_beginning=sum(_begins_soon(measure, today) for measure in rules.read_published_book()),
        open_barriers=len(seen),
        most_shared=max((one.tally.reported for one in seen if one.tally.reported), default=None),
        dialogue=upcoming,
        demo_barriers=any(one.barrier.is_demo for one in seen),
    )


def _begins_soon(measure, today: date) -> bool:
    begins = measure.life.in_force
    return begins.known and today < begins.earliest <= today + RULES_AHEAD
