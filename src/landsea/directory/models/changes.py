"""What was changed in the directory by people, field by field, who did it and why; and spreadsheets on their way in."""

from django.db import models


class Change(models.Model):
    """One act on one office, desk or contact: `before` and `after` hold the fields that changed. Never changed itself."""

    KINDS = [(kind, kind) for kind in ("office", "desk", "contact", "person", "leave", "rota", "handover")]

    kind = models.CharField(max_length=10, choices=KINDS)
    row = models.BigIntegerField(help_text="id of the office, desk, ...")
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.CASCADE, related_name="changes")
    office = models.ForeignKey("directory.Office", null=True, on_delete=models.CASCADE, related_name="changes")
    act = models.CharField(max_length=30)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["desk", "-at"], name="change_desk"),
            models.Index(fields=["office", "-at"], name="change_office"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.row} {self.act}"


class HeldSheet(models.Model):
    """A spreadsheet that was read and shown as a difference, until its uploader applies or leaves it."""

    kind = models.CharField(
        max_length=12, choices=[(kind, kind) for kind in ("offices", "desks", "contacts", "appointments")]
    )
    rows = models.JSONField(help_text="[[number of the row, {column: text}], ...]")
    left_out = models.JSONField(default=list, help_text="headers that were not understood")
    name = models.CharField(max_length=120)
    is_whole = models.BooleanField(default=False, help_text="what is not in it is removed")
    by = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
