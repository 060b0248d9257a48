"""What is reckoned of trips is kept until they change; keepers of plans hear when a line's time moved by trips."""

import uuid

from django.db import migrations, models


def mark(apps, schema_editor):
    """Let what is on record be reckoned: without a mark there are no trips."""
    if apps.get_model("corridor", "Trip").objects.exists():
        now = uuid.uuid4()
        apps.get_model("corridor", "TripsMark").objects.create(pk=1, plans=now, every=now)


class Migration(migrations.Migration):
    dependencies = [("corridor", "0005_editions_reach_plans")]

    operations = [
        migrations.CreateModel(
            name="TripsMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plans", models.UUIDField()),
                ("every", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="MeasuredLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.CharField(max_length=40, unique=True)),
                ("hours", models.FloatField(null=True)),
                ("number", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("spread_at", models.DateTimeField(help_text="when the kept plans had been looked at", null=True)),
            ],
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
