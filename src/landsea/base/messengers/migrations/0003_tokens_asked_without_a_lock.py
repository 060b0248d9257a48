from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messengers", "0002_renewed_tokens")]

    operations = [
        migrations.AddField("renewedtoken", "claimed_at", models.DateTimeField(null=True)),
        migrations.AddField("renewedtoken", "failing_since", models.DateTimeField(null=True)),
        migrations.AddField("renewedtoken", "failure", models.CharField(blank=True, db_default="", default="", max_length=200)),
    ]
