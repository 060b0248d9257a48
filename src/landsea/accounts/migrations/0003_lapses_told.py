from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_invitation")]

    operations = [
        migrations.AddField("invitation", "lapse_told_at", models.DateTimeField(null=True)),
    ]
