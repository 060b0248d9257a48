"""Common answers moved to the cases app: what was given is carried over, then the old tables go."""

from django.db import migrations

CARRY_OVER = """
    INSERT INTO cases_commonanswer (id, about, body, language, outcome, cites, by_id, at, form_key)
    SELECT id, 'barrier:' || barrier_id, body, language, outcome, '[]', by_id, at, form_key FROM barriers_commonanswer;
    INSERT INTO cases_commonansweritem (id, answer_id, case_id, state, note, done_at)
    SELECT id, answer_id, case_id, state, note, done_at FROM barriers_commonansweritem;
    SELECT setval(pg_get_serial_sequence('cases_commonanswer', 'id'), coalesce(max(id), 0) + 1, false)
    FROM cases_commonanswer;
    SELECT setval(pg_get_serial_sequence('cases_commonansweritem', 'id'), coalesce(max(id), 0) + 1, false)
    FROM cases_commonansweritem;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("barriers", "0001_initial"),
        ("cases", "0006_common_answers"),
    ]

    operations = [
        migrations.RunSQL(CARRY_OVER, migrations.RunSQL.noop),
        migrations.DeleteModel("CommonAnswerItem"),
        migrations.DeleteModel("CommonAnswer"),
    ]
