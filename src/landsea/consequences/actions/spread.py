"""Tells everybody whom a published version concerns: one notice a watch, whatever happens in between.

1. Take versions that are published and not spread yet, oldest first; lock the row, so that two workers never do one twice.
2. One statement compares the version's reach with every confirmed watch and inserts the notices; a notice that is there
   already (an earlier try) is left alone. Watches of people's open cases follow, with how many of theirs are touched.
3. Mails for those who want them at once, and for those who keep a plan that is touched, are queued from the plans and from
   the notices that have none yet, one an address with all its reasons, and marked in the same transaction; the outbox's
   `once` would stop a second one anyway. Webhook deliveries likewise.
4. When an editor withdraws a version, it goes through these steps again: only the people and receivers who got the version
   are told.
5. `spread_at` is set in that same transaction. A process killed before that commit leaves the version open, and the
   sweeper of the next seconds begins again at step 1.

The comparing in SQL is that of `landsea_core.rules.is_concerned_by`; a test runs both over the same rows.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from landsea.base.outbox.actions.queue import Mail, queue_alike
from landsea.base.outbox.delivery_states import find_queued
from landsea.base.outbox.once import compute_short_digest
from landsea.cases.open_cases import OpenCase, open_cases_about
from landsea.consequences.actions.tell_receivers import queue_hooks, queue_withdrawals
from landsea.corridor.mapping import WatchedPlan, list_watched_plans
from landsea.directory import access as directory_access
from landsea.directory.name_search import find_codes_of_places_called
from landsea.rules.mapping import make_measure
from landsea.rules.models import Frequency, Notice, Version, VersionState, Watch
from landsea_core.rules import touches_plan

CONCERNED = """
    INSERT INTO rules_notice (watch_id, version_id, cases, created_at)
    SELECT w.id, v.id, 0, %(now)s
    FROM rules_watch w, rules_version v
    WHERE v.id = %(version)s AND w.ended_at IS NULL AND w.confirmed_at IS NOT NULL AND NOT w.of_cases
      AND (w.kinds = '{}' OR v.kind = ANY (w.kinds))
      AND (w.modes = '{}' OR v.modes = '{}' OR w.modes && v.modes)
      AND (w.places = '{}' OR v.places = '{}' OR w.places && (v.places || %(places)s::varchar[]))
      AND (w.origins = '{}' OR v.origins = '{}' OR w.origins && v.origins)
      AND (w.destinations = '{}' OR v.destinations = '{}' OR w.destinations && v.destinations)
      AND (v.either = '{}' OR w.origins || w.destinations = '{}' OR (w.origins || w.destinations) && v.either)
      AND (w.hs = '{}' OR v.hs = '{}' OR EXISTS (
            SELECT FROM unnest(w.hs) AS ours, unnest(v.hs) AS theirs
            WHERE starts_with(ours, theirs) OR starts_with(theirs, ours)))
    ON CONFLICT DO NOTHING
"""


def spread_waiting(now: datetime) -> int:
    """Tell of every published or withdrawn version that was not spread yet; return how many."""
    news = [VersionState.PUBLISHED, VersionState.WITHDRAWN]
    waiting = Version.objects.filter(state__in=news, spread_at=None).order_by("published_at", "id")
    return sum(spread_version(pk, now) for pk in list(waiting.values_list("pk", flat=True)))


def spread_version(pk: int, now: datetime) -> bool:
    """Tell of one version; False when somebody else did or does."""
    with transaction.atomic():
        rows = Version.objects.select_for_update(skip_locked=True).filter(pk=pk, spread_at=None)
        version = rows.first()
        if version is None:
            return False
        if version.state == VersionState.WITHDRAWN:
            _take_word_back(version, now)
        else:
            _spread_news(version, now)
        version.spread_at = now
        version.save(update_fields=["spread_at"])
    return True


def _spread_news(version: Version, now: datetime) -> None:
    with connection.cursor() as cursor:
        codes = list(find_codes_of_places_called(version.places))  # a watch may say the same place in another language
        cursor.execute(CONCERNED, {"version": version.pk, "now": now, "places": codes})
    _concerned_by_cases(version, now)
    _queue_mails(version, now)
    queue_hooks(version, now)


def _take_word_back(version: Version, now: datetime) -> None:
    """Whoever was mailed the version is mailed its withdrawal, at once; a digest that was not sent yet leaves it out."""
    queue_withdrawals(version, now)
    told = Notice.objects.filter(version=version, watch__ended_at=None)
    told.filter(mailed_at=None).delete()
    rows = told.exclude(watch__frequency=Frequency.NEVER).order_by("watch_id")
    reasons: dict[str, _Told] = {}
    for plan in _plans_told(version, now):
        reasons.setdefault(plan.email, _Told(plan.language)).plans.append(plan.pk)
    for watch, email, language in rows.values_list("watch_id", "watch__email", "watch__language"):
        reasons.setdefault(email, _Told(language)).watches.append(watch)
    mails = [
        Mail(
            template="rule_withdrawn",
            address=email,
            once=f"rule:{version.pk}:withdrawn:{compute_short_digest(email)}",
            stream=one.stream,
            language=one.language,
            facts={"version": version.pk, "watch": one.watch, "plans": one.plans},
        )
        for email, one in reasons.items()
    ]
    queue_alike("rule_withdrawn", mails, now=now)


def _concerned_by_cases(version: Version, now: datetime) -> None:
    """Notices for watches of people's open cases, with how many of theirs the version touches."""
    watches = list(Watch.objects.filter(of_cases=True, ended_at=None, confirmed_at__isnull=False, user__is_active=True))
    if not watches:
        return
    touched = open_cases_touched(version)
    by_desk = Counter(case.desk_id for case in touched)
    by_both = Counter((case.desk_id, case.association_id) for case in touched if case.association_id)
    answers_for = directory_access.find_responsibilities({watch.user_id for watch in watches}, now)
    notices = []
    for watch in watches:
        desks, associations = answers_for[watch.user_id]
        mine = sum(by_desk[desk] for desk in desks)
        mine += sum(
            count for (desk, association), count in by_both.items() if association in associations and desk not in desks
        )
        if mine:
            notices.append(Notice(watch=watch, version=version, cases=mine, created_at=now))
    Notice.objects.bulk_create(notices, ignore_conflicts=True)


def open_cases_touched(version: Version) -> list[OpenCase]:
    """The open cases that a version touches; also what an editor is told before approving it."""
    return open_cases_about(version.hs, version.origins, version.destinations)


@dataclass
class _Told:
    """What one address is told of a version, and why."""

    language: str
    watches: list[int] = field(default_factory=list)
    plans: list[int] = field(default_factory=list)
    cases: int = 0

    @property
    def watch(self) -> int:
        """The watch whose page the mail leads to; 0 when only plans are the reason."""
        return self.watches[0] if self.watches else 0

    @property
    def stream(self) -> str:
        """The chain that the mail belongs to."""
        return f"watch:{self.watch}" if self.watches else f"plan:{self.plans[0]}"


def _queue_mails(version: Version, now: datetime) -> None:
    """One mail an address, however many of its watches and kept plans the change concerns. Whoever is told of a plan
    hears at once, so their digests need not name the change again.
    """
    told: dict[str, _Told] = {}
    for plan in _plans_touched(version, now):
        told.setdefault(plan.email, _Told(plan.language)).plans.append(plan.pk)
    waiting = Notice.objects.filter(version=version, mailed_at=None)
    at_once = waiting.filter(Q(watch__frequency=Frequency.AT_ONCE) | Q(watch__email__in=list(told)))
    rows = at_once.order_by("watch_id").values_list("watch_id", "watch__email", "watch__language", "cases")
    for watch, email, language, cases in rows:
        one = told.setdefault(email, _Told(language))
        one.watches.append(watch)
        one.cases = max(one.cases, cases)
    mails = [
        Mail(
            template="rule_changed",
            address=email,
            once=_once_key(version, email),
            stream=one.stream,
            language=one.language,
            facts={
                "versions": [version.pk],
                "watch": one.watch,
                "watches": one.watches,
                "plans": one.plans,
                "cases": one.cases,
            },
        )
        for email, one in told.items()
    ]
    queue_alike("rule_changed", mails, now=now)
    at_once.update(mailed_at=now)


def _plans_touched(version: Version, now: datetime) -> list[WatchedPlan]:
    """The kept plans whose goods, places or ways the version names."""
    rule = make_measure(version)
    return [plan for plan in list_watched_plans(now) if touches_plan(plan.interest, rule)]


def _plans_told(version: Version, now: datetime) -> list[WatchedPlan]:
    """The kept plans that the version touches and whose keeper was mailed it."""
    touched = _plans_touched(version, now)
    mailed = find_queued({_once_key(version, plan.email) for plan in touched})
    return [plan for plan in touched if _once_key(version, plan.email) in mailed]


def _once_key(version: Version, email: str) -> str:
    return f"rule:{version.pk}:{compute_short_digest(email)}"
