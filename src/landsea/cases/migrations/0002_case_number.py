"""The sequence that case numbers come from."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [migrations.RunSQL("CREATE SEQUENCE case_number START 1000", "DROP SEQUENCE case_number")]
