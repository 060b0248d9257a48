"""Tells everybody whom a published version concerns: one notice a watch, whatever happens in between.

1. Take versions that are published and not spread yet, oldest first; lock the row, so that two workers never do one twice.
2. One statement compares the version's reach with every confirmed watch and inserts the notices; a notice that is there
   already (an earlier try) is left alone. Watches of people's open cases follow, with how many of theirs are touched.
3. Mails for those who want them at once are queued from the notices that have none yet, one an address, and marked in
   the same transaction; the outbox's `once` would stop a second one anyway. Webhook deliveries likewise.
4. `spread_at` is set in that same transaction. A process killed before that commit leaves the version open, and the
   sweeper of the next seconds begins again at step 1.

The comparing in SQL is that of `landsea_core.rules.concerns`; a test runs both over the same rows.
"""

import hashlib
from collections import Counter, defaultdict
from datetime import datetime

from django.db import connection, transaction

from landsea.cases.facts import OpenCase, open_cases_about
from landsea.directory import access as directory_access
from landsea.outbox.actions.queue import Mail, queue_alike
from landsea.rules.models import Frequency, Hook, HookDelivery, Notice, Version, VersionState, Watch

CONCERNED = """
    INSERT INTO rules_notice (watch_id, version_id, cases, created_at)
    SELECT w.id, v.id, 0, %(now)s
    FROM rules_watch w, rules_version v
    WHERE v.id = %(version)s AND w.ended_at IS NULL AND w.confirmed_at IS NOT NULL AND NOT w.of_cases
      AND (w.kinds = '{}' OR v.kind = ANY (w.kinds))
      AND (w.modes = '{}' OR v.modes = '{}' OR w.modes && v.modes)
      AND (w.places = '{}' OR v.places = '{}' OR w.places && v.places)
      AND (w.origins = '{}' OR v.origins = '{}' OR w.origins && v.origins)
      AND (w.destinations = '{}' OR v.destinations = '{}' OR w.destinations && v.destinations)
      AND (v.either = '{}' OR w.origins || w.destinations = '{}' OR (w.origins || w.destinations) && v.either)
      AND (w.hs = '{}' OR v.hs = '{}' OR EXISTS (
            SELECT FROM unnest(w.hs) AS ours, unnest(v.hs) AS theirs
            WHERE starts_with(ours, theirs) OR starts_with(theirs, ours)))
    ON CONFLICT DO NOTHING
"""


def spread_waiting(now: datetime) -> int:
    """Tell of every published version that was not spread yet; return how many."""
    waiting = Version.objects.filter(state=VersionState.PUBLISHED, spread_at=None).order_by("published_at", "id")
    return sum(spread(pk, now) for pk in list(waiting.values_list("pk", flat=True)))


def spread(pk: int, now: datetime) -> bool:
    """Tell of one version; False when somebody else did or does."""
    with transaction.atomic():
        rows = Version.objects.select_for_update(skip_locked=True).filter(pk=pk, spread_at=None)
        version = rows.first()
        if version is None:
            return False
        with connection.cursor() as cursor:
            cursor.execute(CONCERNED, {"version": pk, "now": now})
        _concerned_by_cases(version, now)
        _queue_mails(version, now)
        _queue_hooks(version, now)
        version.spread_at = now
        version.save(update_fields=["spread_at"])
    return True


def _concerned_by_cases(version: Version, now: datetime) -> None:
    """Notices for watches of people's open cases, with how many of theirs the version touches."""
    watches = list(Watch.objects.filter(of_cases=True, ended_at=None, confirmed_at__isnull=False, user__is_active=True))
    if not watches:
        return
    touched = open_cases_touched(version)
    by_desk = Counter(case.desk_id for case in touched)
    by_both = Counter((case.desk_id, case.association_id) for case in touched if case.association_id)
    answers_for = directory_access.responsibilities({watch.user_id for watch in watches}, now)
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


def _queue_mails(version: Version, now: datetime) -> None:
    """One mail an address, however many of its watches the change concerns."""
    at_once = Notice.objects.filter(version=version, mailed_at=None, watch__frequency=Frequency.AT_ONCE)
    rows = at_once.order_by("watch_id").values_list("watch_id", "watch__email", "watch__language", "cases")
    by_address: dict[str, list[tuple]] = defaultdict(list)
    for row in rows:
        by_address[row[1]].append(row)
    mails = [
        Mail(
            template="rule_changed",
            address=email,
            once=f"rule:{version.pk}:{short_digest(email)}",
            stream=f"watch:{mine[0][0]}",
            language=mine[0][2],
            facts={
                "versions": [version.pk],
                "watch": mine[0][0],
                "watches": [row[0] for row in mine],
                "cases": max(row[3] for row in mine),
            },
        )
        for email, mine in by_address.items()
    ]
    queue_alike("rule_changed", mails, now=now)
    at_once.update(mailed_at=now)


def short_digest(email: str) -> str:
    """What stands for an address in the key of a mail: the outbox's `once` is no place for addresses."""
    return hashlib.sha256(email.encode()).hexdigest()[:24]


def _queue_hooks(version: Version, now: datetime) -> None:
    hooks = Hook.objects.filter(watch__notices__version=version, paused_at=None).values_list("pk", flat=True)
    rows = [HookDelivery(hook_id=pk, version=version, not_before=now) for pk in hooks]
    HookDelivery.objects.bulk_create(rows, ignore_conflicts=True)
