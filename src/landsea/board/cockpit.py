"""All open cases together, for the coordinator: numbers, which desks, posts and countries hold what is late, ages, weeks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case as When
from django.db.models import Count, QuerySet, Value
from django.db.models import When as If
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.ui.countries import name_country
from landsea.cases.access import list_visible_cases
from landsea.cases.open_cases import find_late
from landsea.directory import access as directory_access
from landsea.directory.access.names import place_names
from landsea.directory.display_names import name_desk
from landsea.directory.models.names import name_in
from landsea_core.backlog import AGES, Share, Tally, Week, count_weeks, find_culprits, sum_shares

WEEKS = 12
MOST = 5


@dataclass(frozen=True)
class ShareLine:
    """What one desk, post or country holds, in words, with the list of its late cases."""

    name: str
    beneath: str
    open: int
    late: int
    url: str


@dataclass(frozen=True)
class Shares:
    """The shares of one kind: `said` names how few hold how much of what is late, empty where nothing is late."""

    title: str
    said: str
    lines: list[ShareLine]


@dataclass(frozen=True)
class Cockpit:
    """`open`, `late` and `urgent_late` count open cases, `weeks` are the last ones, the newest last."""

    open: int
    late: int
    urgent_late: int
    shares: list[Shares]
    ages: list[ShareLine]
    weeks: list[Week]

    @property
    def late_percent(self) -> int:
        """How many of a hundred open cases are late."""
        return round(100 * self.late / self.open) if self.open else 0

    @property
    def this_week(self) -> Week:
        """The last seven days, today among them."""
        return self.weeks[-1]

    @property
    def week_before(self) -> Week:
        """The seven days before those."""
        return self.weeks[-2]

    @property
    def grown(self) -> int:
        """How many more are open than seven days ago."""
        return self.this_week.filed - self.this_week.ended

    @property
    def fewer(self) -> int:
        """How many fewer are open than seven days ago."""
        return -self.grown


def make_cockpit(actor: Actor, now: datetime, language: str) -> Cockpit:
    """Return what the coordinator sees of all open cases at `now` (aware)."""
    cases = list_visible_cases(actor)
    tallies = _read_tallies(cases.filter(closed_at=None), now)
    opened, late = sum(one.open for one in tallies), sum(one.late for one in tallies)
    kinds = [
        (gettext("Desks"), lambda one: one.desk, _desk_lines),
        (gettext("Posts"), lambda one: one.place, _place_lines),
        (gettext("Countries"), lambda one: one.country, _country_lines),
    ]
    return Cockpit(
        open=opened,
        late=late,
        urgent_late=sum(one.late for one in tallies if one.lane == "urgent"),
        shares=[_shares(title, tallies, key_of, late, lines, language) for title, key_of, lines in kinds],
        ages=_age_lines(tallies),
        weeks=_read_weeks(cases, opened, now),
    )


def _read_tallies(running: QuerySet[Any], now: datetime) -> list[Tally]:
    """Count by all that cases have in common, in one query."""
    older = [If(filed_at__lte=now - timedelta(days=days), then=Value(number)) for number, days in enumerate(AGES, 1)]
    age = When(*reversed(older), default=Value(0))
    rows = running.annotate(age=age).values_list("desk__code", "place__code", "country", "lane", "age").order_by()
    counted = rows.annotate(open=Count("pk"), late=Count("pk", filter=find_late(now)))
    return [Tally(desk, place or "", *more) for desk, place, *more in counted]


def _read_weeks(cases: QuerySet[Any], opened: int, now: datetime) -> list[Week]:
    since, today = now - timedelta(days=7 * WEEKS), timezone.localdate(now)  # TruncDate's days are the reader's too

    def by_day(field: str) -> dict[date, int]:
        late_enough = cases.filter(**{f"{field}__gte": since}).annotate(day=TruncDate(field)).order_by()
        return dict(late_enough.values("day").annotate(n=Count("pk")).values_list("day", "n"))

    return count_weeks(opened, by_day("filed_at"), by_day("closed_at"), today, WEEKS)


def _shares(title: str, tallies: list[Tally], key_of: Callable, late: int, lines: Callable, language: str) -> Shares:
    found = [one for one in sum_shares(tallies, key_of) if one.late]
    number, percent = find_culprits(found, late)
    said = gettext("%(number)s of %(all)s hold %(percent)s %% of what is late")
    words = said % {"number": number, "all": len(found), "percent": percent} if found else ""
    return Shares(title, words, lines(found[:MOST], language))


def _queue(**narrowed: str) -> str:
    return f"{reverse('queue')}?{urlencode({'scope': 'all', 'step': 'late', **narrowed})}"


def _desk_lines(shares: list[Share], language: str) -> list[ShareLine]:
    desks = directory_access.find_desks(str(one.key) for one in shares)
    found = []
    for share in shares:
        code = str(share.key)
        name, office = name_desk(desks[code], language) if code in desks else (code, gettext("out of service"))
        found.append(ShareLine(name, office, share.open, share.late, _queue(desk=code)))
    return found


def _place_lines(shares: list[Share], language: str) -> list[ShareLine]:
    names = place_names([str(one.key) for one in shares])
    return [
        ShareLine(name_in(names[one.key], language), "", one.open, one.late, _queue(place=str(one.key)))
        for one in shares
    ]


def _country_lines(shares: list[Share], language: str) -> list[ShareLine]:
    return [
        ShareLine(name_country(str(one.key), language), "", one.open, one.late, _queue(country=str(one.key)))
        for one in shares
    ]


def _age_lines(tallies: list[Tally]) -> list[ShareLine]:
    """Return every age, the youngest first, also those without a case."""
    held = {one.key: one for one in sum_shares(tallies, lambda one: one.age)}
    names = [gettext("under %(days)s days") % {"days": AGES[0]}]
    pairs = zip(AGES, AGES[1:], strict=False)
    names += [gettext("%(first)s to %(last)s days") % {"first": first, "last": last - 1} for first, last in pairs]
    names.append(gettext("%(days)s days and more") % {"days": AGES[-1]})
    return [
        ShareLine(name, "", held[age].open if age in held else 0, held[age].late if age in held else 0, "")
        for age, name in enumerate(names)
    ]
