"""`make bench`, digests: 10,000 readers who chose one mail a day, four mails each, gathered and queued as the sender does
it; and as many watches of rules with their daily mail. Run: `python -m bench.digests`.

The clock runs from the first mail that is looked at until the last digest stands in the outbox, committed. One process,
PostgreSQL on the same machine; its processor seconds are not counted. Ends with 1 when a digest is missing or doubled, or
10,000 took longer than the line.
"""

import argparse
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta

from bench.mail_site import file_cases, set_up

LINE_SECONDS = 30.0
EACH = 4
TEMPLATES = ("case_message", "case_reminder", "case_reply", "case_accepted")
DISTINCT = 2000
"""How many cases the mails are about."""
LANGUAGES = ("en", "zh-hans", "vi", "lo")
AS_THE_SENDER = 200
"""How many due mails a sender looks at at once (`base.outbox.actions.send.send_due`)."""


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.digests", description=__doc__)
    parser.add_argument("--readers", type=int, default=10_000, help="digests to build (default 10000)")
    count = parser.parse_args().readers
    with tempfile.TemporaryDirectory() as var:
        set_up(var)
        now = datetime.now(UTC).replace(hour=12, minute=0)
        rows = [measure_accounts(count, now), measure_watches(count, now)]
    print(f"{'':<44}{'digests':>10}{'seconds':>10}{'processor':>11}{'a second':>10}")
    for words, made, seconds, used in rows:
        print(f"{words:<44}{made:>10}{seconds:>10.1f}{used:>11.1f}{made / seconds:>10.0f}")
    line = LINE_SECONDS * count / 10_000
    whole = all(row[1] == count for row in rows)
    quick = all(row[2] <= line for row in rows)
    print(f"line: {line:.0f} s each; {'held' if whole and quick else 'NOT held'}")
    return 0 if whole and quick else 1


def measure_accounts(count: int, now: datetime) -> tuple[str, int, float, float]:
    """Return what the digests of accounts took: four mails of each reader become one."""
    from landsea.base.outbox.models import Delivery, DeliveryState
    from landsea.mailroom.actions.put_off import put_off_by_choice

    queue_mails_of_readers(count, now - timedelta(hours=20))
    start, used = time.monotonic(), time.process_time()
    while True:
        due = Delivery.objects.filter(state=DeliveryState.QUEUED, not_before__lte=now).exclude(template="mail_digest")
        chosen = list(due.order_by("not_before", "id").values_list("id", flat=True)[:AS_THE_SENDER])
        if not chosen:
            break
        if not put_off_by_choice(chosen, now):
            raise SystemExit("A mail of yesterday was neither gathered nor put off.")
    took, used = time.monotonic() - start, time.process_time() - used
    gathered = Delivery.objects.filter(template="mail_digest")
    named = sum(len(facts["mails"]) for facts in gathered.values_list("facts", flat=True))
    if named != count * EACH or Delivery.objects.filter(state=DeliveryState.WITHDRAWN).count() != count * EACH:
        raise SystemExit(f"{named} mails are named, {count * EACH} were queued.")
    return f"of accounts, {EACH} mails each ({count * EACH} named)", gathered.count(), took, used


def queue_mails_of_readers(count: int, at: datetime) -> None:
    """Make so many accounts that chose one mail a day, and queue their mails of yesterday."""
    from landsea.accounts.models import User
    from landsea.base.outbox.models import Delivery, DeliveryState
    from landsea.cases.gist import make_kept_gist
    from landsea.cases.models import Case
    from landsea.mailroom.models import MailChoice

    file_cases(20)
    Delivery.objects.all().delete()
    about = [(case.pk, make_kept_gist(case)) for case in Case.objects.select_related("place")]
    people = [
        User(
            email=f"reader{n}@demo.example.org",
            name=f"Reader {n}",
            language=LANGUAGES[n % 4],
            time_zone="Asia/Shanghai",
        )
        for n in range(count)
    ]
    User.objects.bulk_create(people, batch_size=2000)
    MailChoice.objects.bulk_create(
        [MailChoice(user=user, daily=True, daily_hour=9) for user in people], batch_size=2000
    )
    rows = []
    for number, user in enumerate(people):
        for turn in range(EACH):
            case, gist = about[(number + turn) % len(about)]
            ref = f"LS-2026-{(number + turn) % DISTINCT:06d}"
            facts = {"ref": ref, "urgent": False, "due": at.isoformat(), "late_since": "", "zone": "Asia/Shanghai"}
            rows.append(
                Delivery(
                    once=f"bench:{number}:{turn}",
                    stream=f"case:{case}",
                    template=TEMPLATES[turn],
                    address=user.email,
                    user=user,
                    language=user.language,
                    facts=facts | {"gist": gist, "step": "answer", "share": 0.5},
                    state=DeliveryState.QUEUED,
                    not_before=at,
                    created_at=at,
                )
            )
    Delivery.objects.bulk_create(rows, batch_size=2000)


def measure_watches(count: int, now: datetime) -> tuple[str, int, float, float]:
    """Return what the daily mails of watches took: each address has three changes to hear of."""
    from django.core.management import call_command

    from landsea.base.outbox.models import Delivery
    from landsea.rules.actions.digest import send_digests
    from landsea.rules.models import Frequency, Notice, Version, Watch

    call_command("load_measures", verbosity=0)
    versions = list(Version.objects.order_by("pk").values_list("pk", flat=True)[:3])
    watches = [
        Watch(
            email=f"watcher{n}@demo.example.org",
            digest=f"{n:064d}",
            feed_digest=f"{n:064d}",
            frequency=Frequency.DAILY,
            language=LANGUAGES[n % 4],
            created_at=now,
            confirmed_at=now,
        )
        for n in range(count)
    ]
    Watch.objects.bulk_create(watches, batch_size=2000)
    notices = [Notice(watch=watch, version_id=version, created_at=now) for watch in watches for version in versions]
    Notice.objects.bulk_create(notices, batch_size=5000)
    start, used = time.monotonic(), time.process_time()
    send_digests(now)
    took, used = time.monotonic() - start, time.process_time() - used
    return (
        f"of watches, {len(versions)} changes each",
        Delivery.objects.filter(template="rule_digest").count(),
        took,
        used,
    )


if __name__ == "__main__":
    sys.exit(main())
