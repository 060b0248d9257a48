"""Series and observations: reference rows from files, matched by code; a row that vanished is retired, never deleted."""

from django.db import models

from landsea_core.figures.observations import GRADES

GRADE_CHOICES = [(grade, grade) for grade in GRADES]
BOUNDS = [("", "as it stands"), ("over", "at least"), ("under", "at most"), ("about", "about"), ("nearly", "nearly")]


class Lasting(models.Model):
    """A row that pages and rulings may point to for ever."""

    code = models.CharField(max_length=120, unique=True)
    retired_at = models.DateTimeField(null=True, help_text="when it vanished from the files")

    class Meta:
        abstract = True


class Series(Lasting):
    """One subject, one metric, one unit. `groups` and `excluded` are the words by which statements name it."""

    titles = models.JSONField(default=dict, help_text="language -> name of the subject")
    metric = models.CharField(max_length=200)
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, help_text="flow, stock, route or relation")
    topic = models.CharField(max_length=20)
    scope = models.CharField(max_length=300, blank=True)
    groups = models.JSONField(default=list)
    excluded = models.JSONField(default=list)
    position = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.code


class Printed(Lasting):
    """A row as somebody printed it; observations are read from it, and contradictions are found in it."""

    topic = models.CharField(max_length=20)
    subject = models.CharField(max_length=300)
    metric = models.CharField(max_length=300)
    value = models.CharField(max_length=500)
    source = models.CharField(max_length=500)
    said_on = models.CharField(max_length=60, help_text="as the source dates it; may be a year or several days")
    grade = models.CharField(max_length=10, choices=GRADE_CHOICES)
    checked = models.DateField(null=True)
    position = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.code


class Observation(Lasting):
    """One figure of a series: `low` equals `high` unless an interval was given; a later row may revise an earlier one."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="observations")
    printed = models.ForeignKey(Printed, null=True, on_delete=models.PROTECT, related_name="observations")
    revises = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="revised_by")
    period = models.CharField(max_length=40, blank=True)
    first_month = models.IntegerField(null=True, help_text="months from the year 0; for sorting")
    low = models.FloatField()
    high = models.FloatField()
    bound = models.CharField(max_length=10, blank=True, choices=BOUNDS)
    growth = models.FloatField(null=True, help_text="per cent against the year before, as printed")
    scope = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=500)
    said_on = models.CharField(max_length=60, blank=True)
    grade = models.CharField(max_length=10, choices=GRADE_CHOICES)

    class Meta:
        constraints = [
            models.CheckConstraint(name="observation_ends_in_order", condition=models.Q(low__lte=models.F("high"))),
            models.CheckConstraint(name="observation_has_a_source", condition=~models.Q(source="")),
        ]
        indexes = [models.Index(fields=["series", "first_month"], name="observation_months")]

    def __str__(self) -> str:
        return self.code
