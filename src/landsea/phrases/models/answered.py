"""Answers by sentences of the book, and the promises among them, each with a clock of its own."""

from django.db import models
from django.db.models import Q

from landsea.phrases.models.asked import SIDES


class CaseAnswer(models.Model):
    """One answer. `ask` is empty for a sentence that nobody asked for, as an outcome that a desk proposes. `paper` is the paper
    that it is about, where several were asked for.
    """

    ask = models.ForeignKey("phrases.CaseAsk", null=True, on_delete=models.CASCADE, related_name="answers")
    message = models.OneToOneField("cases.Message", on_delete=models.CASCADE, related_name="phrase_answer")
    paper = models.CharField(max_length=30, blank=True, help_text="code of the book's list of papers")
    code = models.CharField(max_length=30)
    book_version = models.PositiveSmallIntegerField(help_text="version of the sentence in the book")
    values = models.JSONField(
        default=dict, help_text="by the names of the slots, as landsea_core.phrasebook keeps them"
    )
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"answer {self.code} to ask {self.ask_id}"


class AnswerPromise(models.Model):
    """Somebody said by when an answer or a paper will be there. It is open until it is kept, or until another one follows it;
    after `due_at` it is broken, which stays written when it is kept late.
    """

    ask = models.ForeignKey("phrases.CaseAsk", on_delete=models.CASCADE, related_name="promises")
    line = models.ForeignKey("phrases.PaperLine", null=True, on_delete=models.CASCADE, related_name="promises")
    side = models.CharField(max_length=12, choices=SIDES, help_text="who promised")
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    broken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="kept, or followed by another")

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="promise_that_runs", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"promise {self.pk} for ask {self.ask_id}"
