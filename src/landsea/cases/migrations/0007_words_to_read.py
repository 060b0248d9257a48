"""Words of filed cases that are still to be read for evidence."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_common_answers"),
    ]

    operations = [
        migrations.CreateModel(
            name="WordsToRead",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words_to_read",
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                ("chosen", models.JSONField()),
            ],
        ),
    ]
