"""The acts that change the network: one edition each, whole or not at all; and timetables on their way in."""

from django.db import models
from django.db.models import Q

from landsea.directory.models.fact import How


class Edition(models.Model):
    """One act: one row, all rows of a timetable that was taken in, or a renewed file's. `why` is read by everybody.

    Its versions are those of the network's rows (`versions`) and those of the directory's places (`places`).
    """

    how = models.CharField(max_length=10, choices=How.choices)
    why = models.CharField(max_length=300)
    file = models.CharField(max_length=120, blank=True, help_text="the name of the timetable that was taken in")
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone_by")
    spread_at = models.DateTimeField(null=True, help_text="when the kept plans had been looked at")
    places = models.ManyToManyField("directory.PlaceVersion", related_name="editions")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"edition {self.pk}"


class HeldTimetable(models.Model):
    """A timetable that an editor has sent and not yet applied: only they see it. `rows` as in the files, by kind."""

    by = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    rows = models.JSONField()
    read_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by"], name="corridor_one_held_timetable", condition=Q(applied_at=None))
        ]

    def __str__(self) -> str:
        return f"timetable {self.pk}"
