from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messengers", "0003_tokens_asked_without_a_lock")]

    operations = [
        migrations.AddField(
            "incoming",
            "quoted",
            models.CharField(
                blank=True, db_default="", default="", help_text="the messenger's number of the message it answers", max_length=120
            ),
        ),
    ]
