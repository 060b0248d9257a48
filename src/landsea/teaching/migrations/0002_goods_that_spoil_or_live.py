"""How goods bear waiting: what a coordinator says of goods that the files do not know."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Words so far say nothing of it, as goods that keep."""

    dependencies = [("teaching", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="wordentry",
            name="keep",
            field=models.CharField(
                blank=True,
                choices=[("", ""), ("perishable", "perishable"), ("live", "live")],
                default="",
                max_length=10,
            ),
        ),
    ]
