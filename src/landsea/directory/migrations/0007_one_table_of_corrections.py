"""What readers say is wrong moves into the one table of corrections, with its words and what became of it."""

from django.db import migrations

MOVE = """
INSERT INTO corrections_correction (about_kind, about_key, text, email, language, by_id, sender, form_key,
    suggested_at, settled_at, settled_by_id, result, reply)
SELECT 'desk', desk.code, old.text, old.email, old.language, old.by_id, old.sender, old.form_key,
    old.suggested_at, old.handled_at, old.handled_by_id, old.result, old.reply
FROM directory_correctionsuggestion old JOIN directory_desk desk ON desk.id = old.desk_id
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0006_office_telephones"), ("corrections", "0001_corrections")]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel("CorrectionSuggestion"),
    ]
