"""What readers report about an entry."""

from django.db import models


class ReportKind(models.TextChoices):
    """What is wrong with it."""

    ADVERTISEMENT = "advertisement"
    FRAUD = "fraud"
    WRONG = "wrong"


class Report(models.Model):
    """One report from one network; reports of three networks hold an entry until a person has looked."""

    listing = models.ForeignKey("exchange.Listing", on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=15, choices=ReportKind.choices)
    words = models.CharField(max_length=1000, blank=True)
    network = models.CharField(max_length=32)
    at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "network"], name="reported_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.listing_id}"
