"""Minutes, line by line, and the action items that decisions make."""

from django.db import models
from django.db.models import Q


class LineKind(models.TextChoices):
    """What a line of minutes is."""

    NOTE = "note"
    DECISION = "decision"


class MinuteLine(models.Model):
    """One line. Each side agrees to its words; agreed by both it is never changed, and `corrects` names the line that a
    later one sets right. Changing a line that one side agreed to takes that agreement away.
    """

    dialogue = models.ForeignKey("dialogues.Dialogue", on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=LineKind.choices)
    text = models.TextField()
    item = models.ForeignKey("dialogues.AgendaItem", null=True, on_delete=models.SET_NULL, related_name="lines")
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    written_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField()
    china_agreed_at = models.DateTimeField(null=True)
    china_agreed_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    asean_agreed_at = models.DateTimeField(null=True)
    asean_agreed_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dialogue", "position"], name="line_position")]

    def __str__(self) -> str:
        return f"line {self.position} of {self.dialogue_id}"

    @property
    def agreed_by(self) -> list[str]:
        """The sides that agreed to its present words."""
        return [side for side in ("china", "asean") if getattr(self, f"{side}_agreed_at")]

    @property
    def is_agreed(self) -> bool:
        """True when both sides agreed."""
        return len(self.agreed_by) == 2


class ActionItem(models.Model):
    """A promise: what, by which desk, until which day, and by what one will see that it helped. It counts from the moment
    its line is agreed by both sides.
    """

    line = models.OneToOneField(MinuteLine, on_delete=models.CASCADE, related_name="action")
    barrier = models.ForeignKey("barriers.Barrier", null=True, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=300)
    owner = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="promises")
    due = models.DateField()
    success = models.CharField(max_length=300, help_text="measure of success: what will be different")
    agreed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    evidence = models.TextField(blank=True)
    replaced_at = models.DateTimeField(
        null=True, help_text="a correction of its line, agreed by both, promises otherwise"
    )

    class Meta:
        indexes = [models.Index(fields=["due"], name="promise_open", condition=Q(done_at=None, replaced_at=None))]
        constraints = [
            models.CheckConstraint(name="done_with_evidence", condition=Q(done_at=None) | ~Q(evidence="")),
        ]

    def __str__(self) -> str:
        return f"promise {self.pk}"

    @property
    def ref(self) -> str:
        """Its number as people write it."""
        return f"A-{self.pk}"
