"""A change of a rule against 100,000 watches and 50,000 open cases, also killed with -9 in the middle; a day's digest.

Run: `python -m bench.rules_spread`. It makes a store of its own on the embedded server (or the one of DATABASE_URL), puts
watches and cases into it by SQL, publishes a change, and tells those whom it concerns. Then the same in a child process
that is killed with SIGKILL while it works, several times, and at last left alone: each watch must have one notice and
one mail. At the end the digests of 10,000 readers. Prints one table.
"""

import os
import subprocess
import sys
import time
from datetime import timedelta

WATCHES, CASES, READERS, KILLS = 100_000, 50_000, 10_000, 4

MAKE_WATCHES = """
INSERT INTO rules_watch (nonce, digest, feed_nonce, feed_digest, email, of_cases, language, frequency, name, question,
  kinds, hs, origins, destinations, places, modes, created_at, confirmed_at)
SELECT gen_random_uuid(), md5('d' || n) || md5('e' || n), gen_random_uuid(), md5('f' || n) || md5('g' || n),
  'reader' || n || '@bench.example.org', false, (ARRAY['en','zh-hans','vi'])[1 + n %% 3],
  CASE WHEN n <= %(readers)s THEN 'daily' ELSE 'at_once' END, 'Watch ' || n, '{}', '{}',
  (ARRAY['{081060}','{0810}','{08,11}','{090111}','{870380}','{1006}','{}','{03}','{72,73}','{110814}'])
    [1 + n %% 10]::varchar[],
  (ARRAY['{}','{VN}','{TH,VN}','{LA}','{MY}'])[1 + (n / 10) %% 5]::varchar[],
  (ARRAY['{CN}','{}','{CN,VN}'])[1 + (n / 50) %% 3]::varchar[], '{}', (ARRAY['{}','{rail}'])[1 + (n / 150) %% 2]::varchar[],
  now(), now()
FROM generate_series(1, %(watches)s) n
"""

MAKE_CASES = """
INSERT INTO cases_case (ref, filed_at, visibility, language, title, text, filer_country, country, place_text, topic, matter,
  goods, hs, direction, lane_reason, routing, lane, state, step, desk_id, desk_since, hand_offs, due_at, extended,
  proposed_outcome, outcome, handed_on_to, is_joint, touched_at, version, is_demo)
SELECT 'LS-2026-8' || lpad(n::text, 6, '0'), now(), 'named', 'en', 'Bench', 'Bench', (ARRAY['VN','LA','TH'])[1 + n %% 3],
  'CN', '', 'sps_tbt', 'laboratory', '', (ARRAY['081060','090111','110814',''])[1 + n %% 4], 'import', '', '[]', 'normal',
  'filed', 'admit', (ARRAY(SELECT id FROM directory_desk ORDER BY id))[1 + n %% 500], now(), 0, now() + interval '3 days',
  false, '', '', '', false, now(), 1, true
FROM generate_series(1, %(cases)s) n
"""


def prepare() -> None:
    """Make the schema, the reference data, the watches and the cases, from nothing."""
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    call_command("load_measures", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(MAKE_WATCHES, {"watches": WATCHES, "readers": READERS})
        cursor.execute(MAKE_CASES, {"cases": CASES})
        cursor.execute(
            "INSERT INTO accounts_user (email, name, password, language, time_zone, is_active, is_demo, created_at) "
            "SELECT 'officer' || n || '@bench.example.org', 'Officer', '!', 'en', 'UTC', true, true, now() "
            "FROM generate_series(1, 500) n"
        )
        cursor.execute(
            "INSERT INTO directory_appointment (user_id, role, desk_id, starts_at) SELECT u.id, 'holder', d.id, now() "
            "FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM accounts_user) u "
            "JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM directory_desk) d USING (n)"
        )
        cursor.execute(
            "UPDATE rules_watch w SET of_cases = true, user_id = u.id, hs = '{}' FROM (SELECT id, row_number() OVER () AS n "
            "FROM accounts_user) u WHERE w.email = 'reader' || (50000 + u.n) || '@bench.example.org'"
        )
        cursor.execute("ANALYZE")


def change(code: str = "M012"):
    """Publish a change of a measure without telling anybody yet; return its version's id."""
    from django.db import transaction
    from django.utils import timezone

    from landsea.rules import access
    from landsea.rules.actions.drafting import make_version
    from landsea.rules.models import Version, VersionState

    access.forget_book()
    with transaction.atomic():
        version = make_version(access.find_measure(code), now=timezone.now())
    Version.objects.filter(pk=version.pk).update(state=VersionState.PUBLISHED, published_at=timezone.now())
    access.forget_book()
    return version.pk


def waiting_for_all() -> None:
    """Give every daily reader five changes that no digest told of yet."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO rules_notice (watch_id, version_id, cases, created_at) SELECT w.id, v.id, 0, now() "
            "FROM rules_watch w, (SELECT id FROM rules_version ORDER BY id LIMIT 5) v WHERE w.frequency = 'daily' "
            "ON CONFLICT DO NOTHING"
        )


def counts(version: int) -> tuple[int, int, int]:
    """Notices of a version, watches that have one, mails queued for it."""
    from landsea.base.outbox.models import Delivery
    from landsea.rules.models import Notice

    notices = Notice.objects.filter(version_id=version)
    mails = Delivery.objects.filter(once__startswith=f"rule:{version}:")
    return notices.count(), notices.values("watch").distinct().count(), mails.count()


def killed(version: int, url: str) -> int:
    """Tell of a version in child processes, of which the first ones are killed; return how many died in the middle."""
    died = 0
    for attempt in range(KILLS + 1):
        environment = os.environ | {"DATABASE_URL": url}
        child = subprocess.Popen(
            [sys.executable, "-m", "bench.rules_spread", "--tell"], env=environment, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()  # it says when it begins, after Python and Django have started
        if attempt < KILLS:
            time.sleep(0.2 + 0.25 * attempt)
            died += child.poll() is None
            child.kill()
        child.wait()
    return died


def main() -> None:
    """Measure and print."""
    from bench.site import database_url

    url = database_url("bench_rules")
    os.environ |= {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        "LANDSEA_SECRET_KEY": "bench",
    }
    import django

    django.setup()
    from django.utils import timezone

    from landsea.consequences.actions.spread import spread_version, spread_waiting
    from landsea.rules.actions.digest import send_digests

    if "--tell" in sys.argv:
        print("begins", flush=True)
        spread_waiting(timezone.now())
        return
    prepare()
    print(f"{WATCHES:,} watches (500 of officers' cases), {CASES:,} open cases; seconds")
    took = []
    for _ in range(3):
        version = change()
        start = time.perf_counter()
        spread_version(version, timezone.now())
        took.append(time.perf_counter() - start)
    print(
        f"{'matched and queued, best of 3':32}{min(took):8.2f}   target 5    notices, watches, mails: {counts(version)}"
    )
    version = change()
    died = killed(version, url)
    print(f"{'killed with -9 in the middle':32}{died:8}   times       notices, watches, mails: {counts(version)}")
    waiting_for_all()
    start = time.perf_counter()
    digests = send_digests(timezone.now() + timedelta(minutes=1))
    print(f"{'digests':32}{time.perf_counter() - start:8.2f}   target 30   mails: {digests}")


if __name__ == "__main__":
    main()
