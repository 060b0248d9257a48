from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rules", "0004_hooks_hear_of_withdrawals")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="words",
            field=models.JSONField(
                default=dict, help_text="what an editor put into other languages: by language and English wording"
            ),
        ),
    ]
