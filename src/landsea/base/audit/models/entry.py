"""What was done, one row an act, chained by digests: a row that is changed, removed or put in breaks its chain.

Each stream (one case, one desk, ...) is a chain of its own, so writers of different cases never queue behind one
row. A timer writes anchors: one chain over the heads of all streams that moved, so that a stream cut off at its end
is noticed too.
"""

from django.db import models


class Entry(models.Model):
    """One act in one stream. `facts` names ids and codes, never a filer's name or words."""

    stream = models.CharField(max_length=60)
    position = models.PositiveIntegerField(help_text="1, 2, 3, ... within the stream")
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    actor = models.CharField(max_length=60, help_text="user:ID, filer, system, ...")
    facts = models.JSONField(default=dict)
    key = models.CharField(max_length=64, null=True, help_text="of the form that asked; the same key acts once")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "position"], name="entry_position"),
            models.UniqueConstraint(
                fields=["stream", "key"], name="entry_key_once", condition=models.Q(key__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["at"], name="entry_at")]

    def __str__(self) -> str:
        return f"{self.stream} {self.position} {self.act}"


class Anchor(models.Model):
    """A link of the one chain over all streams: `heads` are [stream, position, digest] that moved since the last."""

    at = models.DateTimeField()
    last_entry = models.BigIntegerField(help_text="highest entry id that was covered")
    heads = models.JSONField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"anchor {self.pk}"
