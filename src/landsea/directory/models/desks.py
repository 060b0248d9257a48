"""Desks, the smallest unit that answers for something, and their competences."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from landsea.directory.models.fact import Fact, Lasting
from landsea.directory.models.names import name_index


class Desk(Fact, Lasting):
    """Belongs to an office; people are appointed to it. `COORDINATOR` is the desk that takes what nobody else does."""

    COORDINATOR = "mechanism.coordinator"

    code = models.CharField(max_length=120, unique=True)
    office = models.ForeignKey("directory.Office", on_delete=models.PROTECT, related_name="desks")
    names = models.JSONField(default=dict)
    prepare = models.JSONField(default=dict, help_text="language -> list of what a filer should have ready")
    name_tokens = ArrayField(models.TextField(), default=list)
    entered_here = models.BooleanField(
        default=False, help_text="by people: loading the reference files leaves it alone"
    )

    class Meta:
        indexes = [name_index("desk_names")]

    def __str__(self) -> str:
        return self.code


class Competence(models.Model):
    """One row of what a desk answers for; an empty column is open."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="competences")
    topic = models.CharField(max_length=40, blank=True)
    matter = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="where the problem is")
    place = models.CharField(max_length=12, blank=True)
    hs = models.CharField(max_length=6, blank=True, help_text="prefix of the Harmonized System code")
    direction = models.CharField(max_length=10, blank=True)
    filer_country = models.CharField(max_length=2, blank=True)

    def __str__(self) -> str:
        return f"{self.desk_id}: {self.topic}/{self.matter} {self.country} {self.place} {self.hs}"
