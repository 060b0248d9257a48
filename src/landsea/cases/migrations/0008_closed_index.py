"""The closed cases, the last one first: without it each page of them sorted all that ever were."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_words_to_read")]

    operations = [
        migrations.AddIndex(
            "Case",
            models.Index(fields=["-closed_at", "-id"], name="case_all_closed", condition=Q(closed_at__isnull=False)),
        ),
    ]
