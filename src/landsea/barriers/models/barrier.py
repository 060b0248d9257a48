"""The barrier: one trouble that many parties have. Its words are written for the public by a coordinator; no word of a
case is copied here.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Barrier(models.Model):
    """A trouble shared by many. `matter`, `country`, `place` and `chapter` say which new cases are like it; empty ones
    are open, and without a matter or a country nothing is like it by itself.
    """

    titles = models.JSONField(help_text="language -> what it is, in a line")
    texts = models.JSONField(default=dict, help_text="language -> what is known, and what one can do meanwhile")
    topic = models.CharField(max_length=40, blank=True)
    matter = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="where the trouble is")
    place = models.ForeignKey("directory.Place", null=True, on_delete=models.SET_NULL, related_name="+")
    chapter = models.CharField(max_length=2, blank=True, help_text="first two digits of the HS code")
    goods = models.CharField(max_length=120, blank=True)
    measures = ArrayField(models.CharField(max_length=40), default=list, help_text="codes of the measures concerned")
    desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="barriers")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateTimeField(help_text="when its first case was filed")
    closed_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["matter", "country"], name="barrier_kind")]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """Its number as people write it."""
        return f"B-{self.pk}"


class RefusedProposal(models.Model):
    """A coordinator looked at a proposal and found no barrier; it is not shown again for a while."""

    signature = models.CharField(max_length=200)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.signature
