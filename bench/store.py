"""Generated stores: the reference directory, then cases with realistic skew and twenty messages each in four scripts.

Written by PostgreSQL itself (INSERT ... SELECT), minutes for 100,000 cases. A store is kept and used again while the
generator and the schema stay the same.
"""

import hashlib
from pathlib import Path

from django.core.management import call_command
from django.db import connection

GENERATOR = Path(__file__)

TEXTS = {
    "en": "Our lorry with fresh fruit waits at the gate since yesterday and the laboratory report is not accepted. "
    "We were told of a new list but nobody can show it. What do we have to do, and who decides? ",
    "zh-hans": "我们的货车从昨天起在口岸等候，检测报告不被接受。听说有新的名单，但没有人能给我们看。请问应该怎么办，由谁决定？",
    "lo": "ລົດບັນທຸກໝາກໄມ້ຂອງພວກເຮົາລໍຖ້າຢູ່ດ່ານແຕ່ມື້ວານ ແລະ ໃບກວດຫ້ອງທົດລອງບໍ່ໄດ້ຮັບການຍອມຮັບ. ຕ້ອງເຮັດແນວໃດ ແລະ ໃຜເປັນຜູ້ຕັດສິນ? ",
    "th": "รถบรรทุกผลไม้ของเรารออยู่ที่ด่านตั้งแต่เมื่อวาน และผลตรวจห้องปฏิบัติการไม่ได้รับการยอมรับ ต้องทำอย่างไร และใครเป็นผู้ตัดสิน ",
}

CASES = """
INSERT INTO cases_case (ref, filed_at, visibility, language, title, text, filer_country, country, place_text, topic,
  matter, goods, hs, direction, lane_reason, routing, lane, state, step, desk_id, desk_since, hand_offs, due_at,
  paused_at, extended, silent_since, proposed_outcome, outcome, handed_on_to, closed_at, is_joint, touched_at, version,
  is_demo)
SELECT 'LS-2026-9' || lpad(n::text, 7, '0'), filed, (ARRAY['named','named','named','coordinator_only','pseudonymous'])[1 + n %% 5],
  lang, left(txt, 90), repeat(txt, 1 + n %% 4), (ARRAY['VN','LA','TH','CN','KH','MY'])[1 + n %% 6],
  (ARRAY['CN','CN','CN','VN','LA','TH'])[1 + (n / 7) %% 6], '', 'sps_tbt', 'laboratory', 'fresh fruit',
  (ARRAY['081060','071410','400122','090111',''])[1 + n %% 5], 'import', '', '[]', CASE WHEN n %% 12 = 0 THEN 'urgent' ELSE 'normal' END,
  st, CASE st WHEN 'filed' THEN 'admit' WHEN 'admitted' THEN 'accept' WHEN 'accepted' THEN 'answer' WHEN 'answered' THEN 'solve'
     WHEN 'proposed' THEN 'confirm' ELSE '' END,
  desks[1 + floor(power(random(), 4) * cardinality(desks))::int %% cardinality(desks)], filed, 0,
  CASE WHEN st = 'closed' OR (st <> 'proposed' AND n %% 19 = 0) THEN NULL ELSE now() + (random() * 30 - 2) * interval '1 day' END,
  CASE WHEN st NOT IN ('proposed', 'closed') AND n %% 19 = 0 THEN now() END, false, NULL, CASE st WHEN 'proposed' THEN 'fixed' ELSE '' END,
  CASE st WHEN 'closed' THEN (ARRAY['fixed','workaround','explained_no_change','withdrawn'])[1 + n %% 4] ELSE '' END, '',
  CASE st WHEN 'closed' THEN filed + interval '20 days' END, false, filed, 1, true
FROM (SELECT n, now() - random() * 700 * interval '1 day' AS filed, (ARRAY['en','zh-hans','lo','th'])[1 + n %% 4] AS lang,
        (%(texts)s::text[])[1 + n %% 4] AS txt, ARRAY(SELECT id FROM directory_desk ORDER BY code) AS desks,
        (ARRAY['filed','admitted','accepted','answered','proposed','closed','closed','closed','closed','closed','closed','closed'])[1 + (n * 7) %% 12] AS st
      FROM generate_series(1, %(cases)s) n) rows
"""
REST = [
    """INSERT INTO cases_fileridentity (case_id, name, party, email, phone)
       SELECT id, 'Filer ' || id, CASE visibility WHEN 'pseudonymous' THEN '' ELSE 'Party ' || id END,
         'filer' || id || '@bench.example.org', '' FROM cases_case WHERE is_demo""",
    """INSERT INTO cases_filerlink (case_id, nonce, digest, created_at)
       SELECT id, md5(ref)::uuid, md5(ref) || md5('x' || ref), filed_at FROM cases_case WHERE is_demo""",
    """INSERT INTO cases_involvement (case_id, desk_id, kind, since, act, reason)
       SELECT id, desk_id, 'accountable', filed_at, 'file', '' FROM cases_case WHERE is_demo""",
    """INSERT INTO cases_steprecord (case_id, step, desk_id, began_at, due_at, calendar, counted, predicted, pauses,
         extended_by_days, extension_reason, ended_by, paused_at)
       SELECT id, step, desk_id, filed_at, coalesce(due_at, filed_at + interval '30 days'), 'CN', '[]', false, '[]', 0, '', '', paused_at
       FROM cases_case WHERE is_demo AND state <> 'closed'""",
    """INSERT INTO cases_message (case_id, kind, side, desk_id, act, body, language, created_at)
       SELECT c.id, (ARRAY['all','all','all','offices','internal'])[1 + m %% 5],
         CASE WHEN m %% 5 < 2 THEN 'filer' ELSE 'office' END, CASE WHEN m %% 5 < 2 THEN NULL ELSE c.desk_id END, '',
         repeat((%(texts)s::text[])[1 + (c.id + m) %% 4], 1 + (c.id + m)::int %% 3), c.language,
         c.filed_at + m * interval '5 hours'
       FROM cases_case c, generate_series(1, 20) m WHERE c.is_demo""",
    """INSERT INTO audit_entry (stream, position, at, act, actor, facts, previous, digest)
       SELECT 'case:' || id, 1, filed_at, 'file', 'filer', '{}', repeat('0', 64), md5(ref) || md5(ref)
       FROM cases_case WHERE is_demo""",
]


def make_store(cases: int) -> None:
    """Fill the configured database with `cases` cases unless it holds just them already."""
    call_command("migrate", verbosity=0, interactive=False)
    mark = f"{cases}:{hashlib.sha256(GENERATOR.read_bytes()).hexdigest()[:16]}"
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_mark (mark text)")
        cursor.execute("SELECT mark FROM bench_mark")
        if cursor.fetchone() == (mark,):
            return
        cursor.execute("TRUNCATE bench_mark, cases_case, audit_entry, outbox_delivery CASCADE")
    call_command("load_reference", verbosity=0)
    from django.utils import timezone

    from landsea_demo.people import create_demo_people

    create_demo_people(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.42)")
        values = {"cases": cases, "texts": list(TEXTS.values())}
        cursor.execute(CASES, values)
        for statement in REST:
            cursor.execute(statement, values)
        cursor.execute("INSERT INTO bench_mark VALUES (%s)", [mark])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
