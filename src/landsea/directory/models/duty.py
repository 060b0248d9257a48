"""Who is on duty for a desk outside its hours: turns that repeat by week, and single shifts, which come before them."""

from django.db import models
from django.db.models import F, Q


class ReachedOnDuty(models.Model):
    """How whoever has this duty is woken: a telephone that goes with the duty, and the way that is tried first. Empty: the
    person's own telephone, and the installation's order.
    """

    phone = models.CharField(max_length=20, blank=True, default="", db_default="", help_text="+8562055500000")
    first_way = models.CharField(
        max_length=12, blank=True, default="", db_default="", help_text="sms, call, telegram, ..."
    )

    class Meta:
        abstract = True


class DutyShift(ReachedOnDuty):
    """Duty once, between two instants: that is how people swap a turn of the rota."""

    desk = models.ForeignKey("directory.Desk", on_delete=models.CASCADE, related_name="shifts")
    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, related_name="shifts")
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["desk", "ends_at"], name="shift_desk")]
        constraints = [models.CheckConstraint(name="shift_in_order", condition=Q(ends_at__gt=F("starts_at")))]

    def __str__(self) -> str:
        return f"{self.desk_id} {self.starts_at:%Y-%m-%d %H:%M}"


class RotaTurn(ReachedOnDuty):
    """A turn of duty that repeats after so many weeks at the same times of the office's wall clock.

    It begins on `first_day` at `begins` and ends `days` later at `ends`; its last repetition begins on or before `until`.
    """

    desk = models.ForeignKey("directory.Desk", on_delete=models.CASCADE, related_name="rota")
    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, related_name="rota")
    first_day = models.DateField()
    begins = models.TimeField()
    days = models.PositiveSmallIntegerField(help_text="days from its first to its last one; 0: it ends the same day")
    ends = models.TimeField()
    every_weeks = models.PositiveSmallIntegerField(default=1)
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="turn_in_order", condition=Q(days__gt=0) | Q(ends__gt=F("begins"))),
            models.CheckConstraint(name="turn_repeats", condition=Q(every_weeks__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.desk_id} every {self.every_weeks} weeks from {self.first_day:%Y-%m-%d} {self.begins:%H:%M}"
