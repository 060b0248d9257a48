"""One answer to all cases of a barrier, and what became of it on each."""

from django.db import models


class CommonAnswer(models.Model):
    """Words for every case of a barrier. `outcome` is empty for an answer, else the outcome proposed with it."""

    barrier = models.ForeignKey("barriers.Barrier", on_delete=models.CASCADE, related_name="answers")
    body = models.TextField()
    language = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=25, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    form_key = models.UUIDField(unique=True, help_text="the same form twice is one answer")

    def __str__(self) -> str:
        return f"answer {self.pk} to barrier {self.barrier_id}"


class ItemState(models.TextChoices):
    """What became of a common answer on one case."""

    WAITING = "waiting"
    SENT = "sent"
    NOT_SENT = "not_sent"
    TAKEN_BACK = "taken_back"


class CommonAnswerItem(models.Model):
    """A common answer on one case; `note` says why it was not sent, or taken back."""

    answer = models.ForeignKey(CommonAnswer, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=12, choices=ItemState.choices, default=ItemState.WAITING)
    note = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "case"], name="answered_once")]

    def __str__(self) -> str:
        return f"{self.state} for case {self.case_id}"
