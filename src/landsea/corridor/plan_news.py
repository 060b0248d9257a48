"""What has become of a kept way, in the reader's words: for its mails and its page."""

from datetime import timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.numbers import format_number
from landsea.base.ui import times
from landsea_core.planner.network.kept_ways import Range, WayNews


def say_news(told: WayNews) -> list[str]:
    """Return what is new, a sentence each: the way first, then its arrival, then its cost."""
    ways = {
        "gone": _("It no longer goes, and no other way was found."),
        "back": _("There is a way again."),
        "other": _("It goes another way now."),
        "as_chosen": _("It goes by the services that were chosen again."),
    }
    said = [ways[told.way]] if told.way in ways else []
    if told.minutes:
        length = {"length": times.write_span(timedelta(minutes=told.minutes), get_language() or "en")}
        later, earlier = _("It arrives %(length)s later."), _("It arrives %(length)s earlier.")
        said.append((later if told.minutes > 0 else earlier) % length)
    return [*said, _cost(*told.cost)] if told.cost else said


def _cost(before: Range, now: Range) -> str:
    if now[0] is None:
        return _("What it costs is not known any more.")
    if before[0] is None:
        return _("It costs %(now)s; that was not known before.") % {"now": _dollars(now)}
    dearer, cheaper = (
        _("It becomes dearer: %(now)s, before %(before)s."),
        _("It becomes cheaper: %(now)s, before %(before)s."),
    )
    return (dearer if sum(now) > sum(before) else cheaper) % {"now": _dollars(now), "before": _dollars(before)}


def _dollars(cost: Range) -> str:
    return _("USD %(low)s to %(high)s") % {"low": format_number(cost[0]), "high": format_number(cost[1])}
