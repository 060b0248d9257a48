"""What readers say is wrong moves into the one table of corrections, with its words and what became of it."""

from django.db import migrations

MOVE = """
INSERT INTO corrections_correction (about_kind, about_key, text, email, language, sender, form_key,
    suggested_at, settled_at, settled_by_id, result, reply)
SELECT 'measure', measure.code, old.text, old.email, old.language, old.sender, old.form_key,
    old.suggested_at, old.settled_at, old.settled_by_id, '', ''
FROM rules_rulecorrection old JOIN rules_measure measure ON measure.id = old.measure_id
"""


class Migration(migrations.Migration):
    dependencies = [("rules", "0006_one_draft_a_form"), ("corrections", "0001_corrections")]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel("RuleCorrection"),
    ]
