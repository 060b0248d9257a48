"""What a network spent is written without PostgreSQL's log: each count had waited for the disk before the act that it counts.
After a crash of the database all windows begin anew, and a copy of the database (a replica) does not hold them.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("limits", "0002_shared_cache")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE limits_spending SET UNLOGGED",
            "ALTER TABLE limits_spending SET LOGGED",
        )
    ]
