from django.db import migrations
from django.utils import timezone


def note_when_taken_off(apps, schema_editor):
    """Let the time of the people behind entries that left the board begin now: nobody noted the day on which they did."""
    listings = apps.get_model("exchange", "Listing")
    gone = listings.objects.filter(code=None, state__in=["withdrawn", "removed"], retired_at=None)
    gone.update(retired_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_measures")]
    operations = [migrations.RunPython(note_when_taken_off, migrations.RunPython.noop)]
