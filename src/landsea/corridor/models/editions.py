"""What editors change of the network: rows that count in place of those in the files, every state of each kept.

The files in `data/reference/network` stay the base. `landsea network export-edits` writes what lies over them in their
own form, so that the base can be renewed.
"""

from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    """The files whose rows editors change; `landsea_core.planner.network.row_files.EDITED` names their keys."""

    PLACES = "places"
    SERVICES = "services"
    PROCEDURES = "procedures"
    PRICES = "prices"


class How(models.TextChoices):
    """How an edition came about."""

    FORM = "form"
    FILE = "file"
    RETIRED = "retired"
    REVERTED = "reverted"
    UNDONE = "undone"


class Edition(models.Model):
    """One act of an editor: one row, or all rows of a timetable that was taken in. `why` is read by everybody."""

    how = models.CharField(max_length=10, choices=How.choices)
    why = models.CharField(max_length=300)
    file = models.CharField(max_length=120, blank=True, help_text="the name of the timetable that was taken in")
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone_by")
    spread_at = models.DateTimeField(null=True, help_text="when the kept plans had been looked at")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"edition {self.pk}"


class EditedRow(models.Model):
    """A row that editors have touched, by the name of its file and its key there. `number` is that of its last version.

    `row` counts in place of the file's; empty: the file's row counts again, or nothing does where the file has none.
    `base` is the file's row as it was at the last edit: when the file holds another one now, somebody must look.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=0)
    row = models.JSONField(null=True)
    base = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="corridor_one_edited_row")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class RowVersion(models.Model):
    """A row before and after an edition, as it counted; empty: there was, or is, none. Never changed.

    `from_file`: what counts afterwards is the file's own row.
    """

    edited = models.ForeignKey(EditedRow, on_delete=models.PROTECT, related_name="versions")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    from_file = models.BooleanField(default=False)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["edited", "number"], name="corridor_one_version")]

    def __str__(self) -> str:
        return f"{self.edited} version {self.number}"


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
