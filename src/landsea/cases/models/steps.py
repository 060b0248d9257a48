"""The clock of a case as rows: each step that began, when it falls due and why, and how it ended."""

from django.db import models

from landsea.cases.models.case import choices_of
from landsea_core.caseflow import Step


class StepRecord(models.Model):
    """One step of one case. `counted` explains the deadline (days counted one by one, as codes with values)."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=10, choices=choices_of(Step))
    desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    due_at = models.DateTimeField()
    calendar = models.CharField(max_length=120, help_text="label of the calendar that made the deadline")
    counted = models.JSONField(default=list)
    predicted = models.BooleanField(default=False, help_text="counted across days that are not yet official")
    reminders = models.JSONField(
        default=list,
        db_default=models.Value([], models.JSONField()),
        help_text="[[share of the time, ISO instant], ...] of reminders still to come",
    )
    paused_at = models.DateTimeField(null=True)
    pauses = models.JSONField(default=list, help_text="[[from, to], ...] ISO instants of finished pauses")
    extended_by_days = models.PositiveSmallIntegerField(default=0)
    extension_reason = models.CharField(max_length=300, blank=True)
    expired_at = models.DateTimeField(null=True, help_text="the deadline passed and was acted on")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=30, blank=True, help_text="the act that ended it, or 'expired'")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_running_step", condition=models.Q(ended_at=None))
        ]
        indexes = [models.Index(fields=["case", "began_at"], name="step_line")]

    def __str__(self) -> str:
        return f"{self.step} of case {self.case_id}"
