"""What readers say is wrong about a measure: words for the editors, until one of them has settled it."""

from django.db import models
from django.db.models import Q


class RuleCorrection(models.Model):
    """One suggestion. `sender` is a keyed digest of the network it came from, never the address."""

    measure = models.ForeignKey("rules.Measure", on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField()
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=10, default="en")
    sender = models.CharField(max_length=64, blank=True)
    form_key = models.UUIDField(unique=True)
    suggested_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["suggested_at"], name="rules_correction_open", condition=Q(settled_at=None))]

    def __str__(self) -> str:
        return f"correction {self.pk} of {self.measure_id}"
