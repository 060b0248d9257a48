"""Editions reach the kept plans. Those made before are taken as spread: nobody is told of what is old."""

from django.db import migrations, models
from django.db.models import F


def note_as_spread(apps, schema_editor):
    apps.get_model("corridor", "Edition").objects.filter(spread_at=None).update(spread_at=F("at"))


class Migration(migrations.Migration):
    dependencies = [("corridor", "0004_whose_trips")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="spread_at",
            field=models.DateTimeField(help_text="when the kept plans had been looked at", null=True),
        ),
        migrations.RunPython(note_as_spread, migrations.RunPython.noop),
    ]
