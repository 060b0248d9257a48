"""What people ruled about contradictions. Every ruling is kept; the last one on a contradiction counts."""

from django.db import models

from landsea.base.ui.demo_marks import mark_demo


class Verdict(models.TextChoices):
    """What a person may say about a contradiction."""

    DIFFERENT_SCOPE = "different_scope"
    REVISED = "revised"
    ERROR = "error"
    OPEN = "open"


class Ruling(models.Model):
    """One ruling. `contradiction` names the rule and the rows, so that it lasts when the rules are run again."""

    contradiction = models.CharField(max_length=200)
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    words = models.CharField(max_length=500)
    form_key = models.UUIDField(unique=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    is_demo = models.BooleanField(
        default=False, db_default=False, help_text="ruled by somebody whom a demonstration invented"
    )

    class Meta:
        constraints = [models.CheckConstraint(name="ruling_has_words", condition=~models.Q(words=""))]
        indexes = [models.Index(fields=["contradiction", "-id"], name="ruling_last")]

    def __str__(self) -> str:
        return f"{self.contradiction}: {self.verdict}"

    @property
    def marked_words(self) -> str:
        """The words, with the mark of the demonstration where one of its people ruled."""
        return mark_demo(self.words, self.is_demo)
