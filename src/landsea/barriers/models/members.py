"""The cases of a barrier."""

from django.db import models


class Joined(models.TextChoices):
    """How a case came to a barrier."""

    GROUPED = "grouped"
    BY_HAND = "by_hand"
    ME_TOO = "me_too"


class BarrierMember(models.Model):
    """A case in a barrier; in one barrier at a time. `network` is a digest of where it was sent from, kept to limit how
    often one network joins; the cost is what the filer stated, in one currency, for a day of delay.
    """

    barrier = models.ForeignKey("barriers.Barrier", on_delete=models.CASCADE, related_name="members")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="barrier_members")
    joined = models.CharField(max_length=10, choices=Joined.choices)
    added_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_reason = models.CharField(max_length=300, blank=True)
    network = models.CharField(max_length=32, blank=True)
    cost_per_day = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="in_one_barrier", condition=models.Q(left_at=None)),
            models.CheckConstraint(
                name="cost_names_its_currency",
                condition=models.Q(cost_per_day=None, currency="")
                | models.Q(cost_per_day__isnull=False) & ~models.Q(currency=""),
            ),
        ]
        indexes = [models.Index(fields=["barrier", "network", "added_at"], name="member_network")]

    def __str__(self) -> str:
        return f"case {self.case_id} in barrier {self.barrier_id}"
