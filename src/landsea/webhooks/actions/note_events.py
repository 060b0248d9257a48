"""Notes what happened for receivers: one post for each that wants this kind of event and whose person may see what it is about.

1. Take the acts since the last look, and those of ten minutes before it: an act is written at its instant and committed later.
2. Of each receiver's person ask once what they are now, and which of these cases they may see.
3. Write the posts; one that is there already stays one (`webhooks_one_post`).
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from landsea.base.audit.models import Entry
from landsea.cases import access as cases_access
from landsea.corridor import access as corridor_access
from landsea.directory.actors import make_actor
from landsea.webhooks.event_kinds import CASE, DISRUPTION, OF_CASES, OF_DISRUPTIONS, find_kind
from landsea.webhooks.models import EventPost, LookedUntil, Receiver

OVERLAP = timedelta(minutes=10)
KEPT = timedelta(days=30)


def note_events(now: datetime) -> int:
    """Write what is to be posted of what happened since the last look; return how many posts there were to write."""
    with transaction.atomic():
        last, fresh = LookedUntil.objects.select_for_update().get_or_create(pk=1, defaults={"at": now})
        receivers = list(
            Receiver.objects.filter(off_why__in=["", "silent"], user__is_active=True).select_related("user")
        )
        entries = [] if fresh or not receivers else _entries_since(last.at - OVERLAP)
        posts = _posts_of(entries, receivers, now)
        EventPost.objects.bulk_create(posts, batch_size=1000, ignore_conflicts=True)
        last.at = now
        last.save(update_fields=["at"])
    return len(posts)


def forget_old_posts(now: datetime) -> int:
    """Delete what was posted, or waited in vain, for longer than thirty days; return how many."""
    return EventPost.objects.filter(noted_at__lt=now - KEPT).delete()[0]


def _entries_since(then: datetime) -> list[Entry]:
    found = Entry.objects.filter(at__gt=then, act__in=[*OF_CASES, *OF_DISRUPTIONS])
    return [one for one in found.order_by("at", "pk") if find_kind(one.stream, one.act, one.facts)]


def _posts_of(entries: list[Entry], receivers: list[Receiver], now: datetime) -> list[EventPost]:
    cases, disruptions = _numbers(entries, CASE), _numbers(entries, DISRUPTION)
    standing = corridor_access.find_disruptions(disruptions) if disruptions else {}
    refs: dict[int, dict[int, str]] = {}
    found: list[EventPost] = []
    for receiver in receivers if entries else ():
        if receiver.user_id not in refs:
            seen = cases_access.list_visible_cases(make_actor(receiver.user, now)).filter(pk__in=cases)
            refs[receiver.user_id] = dict(seen.values_list("pk", "ref")) if cases else {}
        for entry in entries:
            kind, number = find_kind(entry.stream, entry.act, entry.facts), _number_in(entry.stream)
            if kind not in receiver.kinds or entry.at < receiver.made_at:
                continue
            if entry.stream.startswith(CASE):
                ref = refs[receiver.user_id].get(number, "")
                said = {"ref": ref, "address": _address(f"cases/{ref}")}
            else:
                ref = standing.get(number, "")
                said = {"id": number, "at": ref, "address": _address("disruptions")}
            if ref:
                found.append(_post_of(receiver, entry, kind, ref, said, now))
    return found


def _post_of(receiver: Receiver, entry: Entry, kind: str, about: str, said: dict[str, Any], now: datetime) -> EventPost:
    body = json.dumps({"type": kind, "timestamp": entry.at.isoformat(), "data": said}, ensure_ascii=False)
    return EventPost(
        receiver=receiver, entry=entry.pk, kind=kind, about=about[:60], body=body, noted_at=now, not_before=now
    )


def _address(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}/api/v1/{path}"


def _numbers(entries: Iterable[Entry], beginning: str) -> set[int]:
    grouped: dict[str, set[int]] = defaultdict(set)
    for one in entries:
        kind, _colon, _number = one.stream.partition(":")
        grouped[f"{kind}:"].add(_number_in(one.stream))
    return grouped[beginning]


def _number_in(stream: str) -> int:
    return int(stream.partition(":")[2])
