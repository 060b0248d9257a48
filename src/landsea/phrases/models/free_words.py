"""What was written freely because no ask of the book fitted: the work list of whoever writes new asks."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class FreeWords(models.Model):
    """One message for which asks were looked for and none was picked. The words are the message's own, so that they are blacked
    out and erased with it; here stand the asks that were offered, and what became of the work.
    """

    message = models.OneToOneField("cases.Message", on_delete=models.CASCADE, related_name="free_words")
    offered = ArrayField(models.CharField(max_length=20), default=list, help_text="codes of asks, nearest first")
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, help_text="an editor has seen to it")

    def __str__(self) -> str:
        return f"free words of message {self.message_id}"
