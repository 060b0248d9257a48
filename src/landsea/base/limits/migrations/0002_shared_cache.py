"""The table of Django's cache, as `createcachetable` makes it: here, so that `migrate` is all that an operator runs."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("limits", "0001_counts")]

    operations = [
        migrations.RunSQL(
            [
                "CREATE TABLE landsea_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
                " expires timestamptz NOT NULL)",
                "CREATE INDEX landsea_cache_expires ON landsea_cache (expires)",
            ],
            "DROP TABLE landsea_cache",
        )
    ]
