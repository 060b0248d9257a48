"""A delivery keeps the number of its contact and no foreign key: the outbox knows no directory."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial")]

    operations = [
        migrations.RenameField("delivery", "contact", "contact_id"),
        migrations.AlterField("delivery", "contact_id", models.BigIntegerField(null=True, db_index=True, help_text="the contact it goes to, for who keeps contacts")),
    ]
