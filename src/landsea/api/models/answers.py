"""What was answered to a request that writes, kept so that the same request gets the same answer and does nothing twice."""

from django.db import models


class KeptAnswer(models.Model):
    """One request that writes, known by who sent it and its Idempotency-Key, and its answer (sealed: it can hold a secret).

    The row is inserted first, in the transaction of the act: of two equal requests at one instant the second waits for the
    first, and finds its answer.
    """

    caller = models.CharField(max_length=80, help_text="which key, which case, or which network")
    key = models.CharField(max_length=64, help_text="digest of the Idempotency-Key")
    request = models.CharField(max_length=64, help_text="digest of method, path and body")
    status = models.PositiveSmallIntegerField(default=0)
    answer = models.BinaryField(default=b"")
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "key"], name="api_one_answer")]

    def __str__(self) -> str:
        return f"answer {self.pk}"
