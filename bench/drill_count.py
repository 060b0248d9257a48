"""What drills count afterwards: what was acknowledged and is gone, what is there twice, what never ended, and the audit."""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from bench.drill_people import WORDS, Acknowledged


def wait_until_done(patience: float = 420, *, revive: Callable[[], None] = lambda: None) -> None:
    """Wait until nothing is open, or until for so many seconds nothing of it was done; what a killed worker left in flight is
    freed by the sweeps after three minutes. `revive` starts again what ended by itself meanwhile.
    """
    from django.db import connections

    connections.close_all()  # ours was lost with the server that was killed
    fewest, until = sum(count_open().values()), time.monotonic() + patience
    while fewest and time.monotonic() < until:
        revive()
        time.sleep(2)
        left = sum(count_open().values())
        if left < fewest:
            fewest, until = left, time.monotonic() + patience


def count_open() -> dict[str, int]:
    """Return how many mails out, mails in and jobs are open that should have ended: due, in flight, or begun."""
    from django.utils import timezone
    from procrastinate.contrib.django.models import ProcrastinateJob

    from landsea.base.outbox.models import Delivery
    from landsea.mailroom.models import InboundMail, MailState

    now = timezone.now()
    deliveries = Delivery.objects.exclude(state__in=["sent", "failed", "bounced"])
    return {
        "deliveries without end": deliveries.exclude(state__in=["queued", "waiting"], not_before__gt=now).count(),
        "mails in that nobody sorted": InboundMail.objects.filter(state=MailState.QUEUED).count(),
        "jobs begun long ago that never ended": ProcrastinateJob.objects.filter(
            status="doing",
            procrastinateevent__type="started",
            procrastinateevent__at__lt=now - timedelta(minutes=10),
        ).count(),
    }


def count_words(texts: Iterable[str], kind: str) -> Counter[str]:
    """Return how often each word of this kind is in these texts.

    >>> count_words(["Drill " + "0" * 32 + " our lorry waits.", "another"], "filed")
    Counter({'Drill 00000000000000000000000000000000': 1})
    """
    found = (re.search(rf"{WORDS[kind]} [0-9a-f]{{32}}", text) for text in texts)
    return Counter(one.group(0) for one in found if one)


def count_said(acknowledged: Acknowledged) -> tuple[dict[str, object], dict[str, int]]:
    """Return (what is only told, what must be 0) about all that people and mail servers handed over."""
    from landsea.cases.models import Case, Message
    from landsea.mailroom.models import InboundMail, MailState

    texts = list(Case.objects.values_list("text", flat=True))
    bodies = list(Message.objects.filter(side="filer").values_list("body", flat=True))
    kept = InboundMail.objects.filter(
        state__in=[MailState.HELD, MailState.QUEUED]
    )  # the latter are told by `count_open`
    waiting = [bytes(raw).decode() for raw in kept.values_list("raw", flat=True)]
    told: dict[str, object] = {}
    wrong: dict[str, int] = {}
    for kind, words in acknowledged.items():
        there = count_words(texts if kind.startswith("filed") else bodies, kind)
        held = count_words(waiting, kind)
        told[f"{kind}, acknowledged"] = len(words)
        wrong[f"{kind}, lost"] = len(words - set(there) - set(held))
        wrong[f"{kind}, there twice"] = sum(there.values()) - len(there)
    told["mails in, kept"] = InboundMail.objects.count()
    told["mails in, held for a person"] = kept.filter(state=MailState.HELD).count()
    return told, wrong


def count_house(*mails: Path) -> tuple[dict[str, object], dict[str, int]]:
    """Return (what is only told, what must be 0) about cases, deliveries, their mails in these folders, and the audit."""
    from landsea.base.audit.verify import find_broken_anchors, find_broken_entries
    from landsea.base.outbox.models import Delivery
    from landsea.cases.models import Case, Involvement, StepRecord

    sent = Delivery.objects.filter(state="sent").count()
    told: dict[str, object] = {"deliveries": Delivery.objects.count(), "  sent": sent}
    wrong = {
        "cases without one accountable desk": Case.objects.count()
        - Involvement.objects.filter(kind="accountable", until=None).count(),
        "cases without one running step": Case.objects.filter(closed_at=None).count()
        - StepRecord.objects.filter(ended_at=None).count(),
        **count_open(),
        "deliveries given up": Delivery.objects.filter(state__in=["failed", "bounced"]).count(),
        "mails missing or double": abs(sent - len({file.stem for folder in mails for file in folder.glob("*.eml")})),
        "places where the audit does not hold": len([*find_broken_entries(), *find_broken_anchors()]),
    }
    return told, wrong


def print_table(told: dict[str, object], wrong: dict[str, int]) -> int:
    """Print both and return 1 when something is wrong."""
    for name, value in {**told, **wrong}.items():
        print(f"{name.strip():<42} {value}")
    return 1 if any(wrong.values()) else 0
