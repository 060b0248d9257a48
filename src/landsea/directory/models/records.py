"""How each desk answers, as counted last: shown from here, so that no page counts a hundred thousand cases."""

from django.db import models


class DeskRecord(models.Model):
    """One line of a desk's record: all cases (lane and outcome empty), one lane, or one outcome. Spans are elapsed time.

    The meaning of the figures is `landsea_core.contacts.record`; the cases app counts them and hands them over.
    """

    desk = models.ForeignKey("directory.Desk", on_delete=models.CASCADE, related_name="record")
    lane = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=25, blank=True)
    n = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    closed = models.PositiveIntegerField()
    to_first_answer = models.DurationField(null=True)
    to_outcome = models.DurationField(null=True)
    counted_at = models.DateTimeField()
    is_demo = models.BooleanField(
        default=False, db_default=False, help_text="whether a case behind it was invented by a demonstration"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "lane", "outcome"], name="record_line")]

    def __str__(self) -> str:
        return f"{self.desk_id} {self.lane}{self.outcome} {self.n}"
