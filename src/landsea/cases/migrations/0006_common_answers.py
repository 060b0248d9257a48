"""Common answers come to the cases, so that barriers and rules give them by one mechanism."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_message_cites"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CommonAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=60)),
                ("body", models.TextField()),
                ("language", models.CharField(blank=True, max_length=10)),
                ("outcome", models.CharField(blank=True, max_length=25)),
                ("cites", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                ("form_key", models.UUIDField(help_text="the same form twice is one answer", unique=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["about", "at"], name="common_answer_about")]},
        ),
        migrations.CreateModel(
            name="CommonAnswerItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seen_version", models.PositiveIntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("sent", "Sent"),
                            ("not_sent", "Not Sent"),
                            ("taken_back", "Taken Back"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="cases.commonanswer"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("answer", "case"), name="one_item_a_case")],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["answer"], name="common_answer_waiting"
                    )
                ],
            },
        ),
    ]
