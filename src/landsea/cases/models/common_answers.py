"""One answer to many cases, and what became of it on each."""

from django.db import models


class CommonAnswer(models.Model):
    """Words for many cases at once. `about` names what they have in common by its audit stream ("barrier:12",
    "measure:M012"); `outcome` is empty for an answer, else the outcome proposed with it; `cites` are codes of measures.
    """

    about = models.CharField(max_length=60)
    body = models.TextField()
    language = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=25, blank=True)
    cites = models.JSONField(default=list)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    form_key = models.UUIDField(unique=True, help_text="the same form twice is one answer")

    class Meta:
        indexes = [models.Index(fields=["about", "at"], name="common_answer_about")]

    def __str__(self) -> str:
        return f"answer {self.pk} about {self.about}"


class ItemState(models.TextChoices):
    """What became of a common answer on one case."""

    WAITING = "waiting"
    SENT = "sent"
    NOT_SENT = "not_sent"
    TAKEN_BACK = "taken_back"


class CommonAnswerItem(models.Model):
    """A common answer on one case; `note` says why it was not sent, or taken back. `seen_version`: the version of the case
    that was looked at, empty when nobody looked; a case that moved on since is not answered.
    """

    answer = models.ForeignKey(CommonAnswer, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    seen_version = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=12, choices=ItemState.choices, default=ItemState.WAITING)
    note = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "case"], name="one_item_a_case")]
        indexes = [models.Index(fields=["answer"], name="common_answer_waiting", condition=models.Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.state} for case {self.case_id}"
