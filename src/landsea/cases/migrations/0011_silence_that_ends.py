"""Whom silence called last, since when a case is late, and what failed when a case was looked at. Cases that are late now go
on with the ladder where they stand: a due time to come becomes the one that was missed."""

import django.db.models
from django.db import migrations, models

CARRY_ON = """
UPDATE cases_case SET
  called = CASE step WHEN 'accept' THEN 'deputy' WHEN 'answer' THEN 'head' WHEN 'solve' THEN 'dialogue' ELSE '' END,
  due_at = least(due_at, silent_since),
  wakes_at = CASE WHEN due_at IS NOT NULL AND step IN ('accept', 'answer') THEN now() END
WHERE silent_since IS NOT NULL AND closed_at IS NULL
"""
CALLED = ("desk", "deputy", "head", "coordinator", "secretariat", "dialogue", "filer", "nobody")


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_answerable_desks")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="called",
            field=models.CharField(
                blank=True,
                choices=[(one, one) for one in CALLED],
                db_default="",
                default="",
                help_text="whom silence called last",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="wake_error",
            field=models.CharField(
                blank=True, db_default="", default="", help_text="what failed, without its words", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="agendarequest",
            name="step",
            field=models.CharField(default="solve", help_text="the step that nobody ended", max_length=10),
        ),
        migrations.AddField(
            model_name="agendarequest",
            name="withdrawn_at",
            field=models.DateTimeField(help_text="when somebody answered first", null=True),
        ),
        migrations.AlterField(
            model_name="agendarequest",
            name="asked_at",
            field=models.DateTimeField(
                help_text="when nobody was left to call, or the time for a solution had passed"
            ),
        ),
        migrations.RemoveConstraint(model_name="agendarequest", name="asked_once_at_a_time"),
        migrations.AddConstraint(
            model_name="agendarequest",
            constraint=models.UniqueConstraint(
                condition=django.db.models.Q(taken_at=None, withdrawn_at=None),
                fields=["case"],
                name="asked_once_at_a_time",
            ),
        ),
        migrations.RunSQL(CARRY_ON, migrations.RunSQL.noop),
    ]
