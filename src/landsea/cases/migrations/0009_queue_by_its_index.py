from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_closed_index")]

    operations = [
        migrations.RemoveIndex(model_name="case", name="case_all_queue"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["due_at", "id"],
                include=["desk", "state", "country", "lane", "hs", "silent_since", "paused_at"],
                name="case_all_queue",
                condition=models.Q(closed_at=None),
            ),
        ),
    ]
