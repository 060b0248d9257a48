"""What a coordinator made of a correction. The correction itself is evidence and stays as it is."""

from django.conf import settings
from django.db import models


class Verdict(models.TextChoices):
    """Whether a correction teaches: as an example, not at all, or as a word for the lexicon."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WORD = "word"


class Judgement(models.Model):
    """A verdict on one correction. `text` is what may be learnt, without whatever tells who it is; `is_clear` says that a
    person read it and found nobody in it.
    """

    correction = models.OneToOneField("cases.ReadingCorrection", on_delete=models.CASCADE, related_name="judgement")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    text = models.TextField(blank=True)
    is_clear = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.verdict}: correction {self.correction_id}"
