"""What every row of reference data carries: where it is from, when it was checked, how sure it is."""

from django.db import models


class Grade(models.TextChoices):
    """How a fact is known; the meaning of each stands in the design's list of words."""

    MEASURED = "measured"
    PUBLISHED = "published"
    REPORTED = "reported"
    CLAIMED = "claimed"
    DERIVED = "derived"
    ASSUMED = "assumed"


class Fact(models.Model):
    """Source, date and grade of a row."""

    source = models.CharField(max_length=500)
    grade = models.CharField(max_length=10, choices=Grade.choices, default=Grade.ASSUMED)
    checked = models.DateField(null=True, help_text="day on which somebody last looked at the source")
    is_demo = models.BooleanField(default=False)

    class Meta:
        abstract = True


class How(models.TextChoices):
    """How a state of a row came about."""

    FORM = "form"
    FILE = "file"
    RETIRED = "retired"
    REVERTED = "reverted"
    UNDONE = "undone"
    SEED = "seed"


class Seeded(models.Model):
    """A row that comes from a reference file and that people may change; `landsea_core.reference.seeding` says what counts.

    `number` is that of its last version: 0 for a row that is as the file first had it.
    """

    seed = models.JSONField(null=True, help_text="the row of the file when it was last taken in; empty: it has none")
    entered_here = models.BooleanField(default=False, help_text="people wrote what counts: a renewed file leaves it")
    overtaken = models.BooleanField(default=False, help_text="the file was renewed after people wrote what counts")
    number = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Lasting(models.Model):
    """A row of reference data that cases and people may point to for ever: it is retired, never deleted."""

    retired_at = models.DateTimeField(null=True, help_text="when it vanished from the reference files")

    class Meta:
        abstract = True
