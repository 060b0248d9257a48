"""What is to be talked about, why it stands where it stands, and who accepted it."""

from django.db import models
from django.db.models import Q


class AgendaItem(models.Model):
    """A line of the agenda: a barrier, a case left without a solution, or words. `reasons` are the weighting's points as
    codes. A case is named by its matter and place only; its words and its filer do not come here.
    """

    dialogue = models.ForeignKey("dialogues.Dialogue", on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    barrier = models.ForeignKey("barriers.Barrier", null=True, on_delete=models.PROTECT, related_name="agenda_items")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.PROTECT, related_name="agenda_items")
    words = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="whose observer put this line in words here")
    weight = models.FloatField(default=0)
    reasons = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agenda_item_is_one_thing",
                condition=Q(barrier__isnull=False, case=None) | Q(barrier=None, case__isnull=False) | ~Q(words=""),
            ),
            models.UniqueConstraint(fields=["dialogue", "barrier"], name="barrier_on_agenda_once"),
            models.UniqueConstraint(fields=["dialogue", "case"], name="case_on_agenda_once"),
        ]

    def __str__(self) -> str:
        return f"item {self.position} of {self.dialogue_id}"


class AgendaAcceptance(models.Model):
    """The chair of a side accepted one version of the agenda."""

    dialogue = models.ForeignKey("dialogues.Dialogue", on_delete=models.CASCADE, related_name="acceptances")
    side = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dialogue", "side", "version"], name="accepted_once")]

    def __str__(self) -> str:
        return f"{self.side} accepted {self.version} of {self.dialogue_id}"
