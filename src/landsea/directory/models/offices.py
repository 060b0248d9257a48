"""Offices: an institution's unit in one country, with the calendar by which its deadlines run."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from landsea.directory.models.fact import Fact, Lasting
from landsea.directory.models.names import name_index


class Office(Fact, Lasting):
    """A customs house, a consulate's commercial section, a chamber, ... Missions carry the sending country."""

    CHAMBER = "chamber"  # the kind of office for whose members clerks file

    code = models.CharField(max_length=80, unique=True)
    country = models.CharField(max_length=2, db_index=True)
    host_country = models.CharField(max_length=2, blank=True, help_text="missions: the country they stand in")
    kind = models.CharField(max_length=40, db_index=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="units")
    names = models.JSONField(default=dict)
    place = models.ForeignKey("directory.Place", null=True, on_delete=models.SET_NULL, related_name="offices")
    seat = models.CharField(max_length=200, blank=True)
    answers_for = models.TextField(blank=True)
    website = models.CharField(max_length=300, blank=True)
    languages = ArrayField(models.CharField(max_length=10), default=list)
    time_zone = models.CharField(max_length=60)
    subdivision = models.CharField(max_length=10, blank=True, help_text="state or province, for its holidays")
    weekend = ArrayField(models.PositiveSmallIntegerField(), default=list, help_text="Monday is 0")
    hours = models.JSONField(default=list, help_text='[["09:00", "12:00"], ...] local time on working days')
    hours_grade = models.CharField(max_length=10, default="assumed")
    closing_days = ArrayField(models.DateField(), default=list, help_text="its own, beyond public holidays")
    name_tokens = ArrayField(models.TextField(), default=list)
    entered_here = models.BooleanField(
        default=False, help_text="by people: loading the reference files leaves it alone"
    )

    class Meta:
        indexes = [name_index("office_names")]

    def __str__(self) -> str:
        return self.code

    @property
    def calendar_country(self) -> str:
        """The country whose public holidays the office keeps: the host for a mission."""
        return self.host_country or self.country
