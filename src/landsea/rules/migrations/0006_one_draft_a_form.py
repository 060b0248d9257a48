from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rules", "0005_words_in_other_languages")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="form_key",
            field=models.UUIDField(help_text="the same form twice is one draft", null=True, unique=True),
        ),
    ]
