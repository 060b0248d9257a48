from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("corridor", "0002_editions")]

    operations = [
        migrations.AddField(
            model_name="trip",
            name="is_demo",
            field=models.BooleanField(default=False),
        ),
    ]
