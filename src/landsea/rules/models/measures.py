"""Measures and their versions. A version is never changed after it was published: a correction is a new version.

draft ---second person approves---> approved ---publish_at passed---> published ---withdraw---> withdrawn
  |---rejected, or given up---------> rejected
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class VersionState(models.TextChoices):
    """Where a version is on its way."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class Measure(models.Model):
    """A rule by its code; what it says is in its versions. `uses`: how often a checklist or case showed it."""

    code = models.CharField(max_length=12, unique=True)
    uses = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code


class Version(models.Model):
    """What a measure says, as a row of the reference files (`landsea_core.rules.export_measure`).

    The array columns hold its reach (`landsea_core.rules.interests.find_reach`), so that many interests are matched at once;
    empty is open.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    row = models.JSONField()
    state = models.CharField(max_length=10, choices=VersionState.choices)
    author = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    approver = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True, help_text="why: a correction, the passage of a source, a reason to withdraw")
    link = models.CharField(max_length=500, blank=True, help_text="where a poller found it")
    words = models.JSONField(
        default=dict, help_text="what an editor put into other languages: by language and English wording"
    )
    form_key = models.UUIDField(unique=True, null=True, help_text="the same form twice is one draft")
    changes = models.JSONField(default=list, help_text="codes and values of landsea_core.rules.difference")
    created_at = models.DateTimeField()
    publish_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="withdrawn or rejected")
    spread_at = models.DateTimeField(null=True, help_text="when everybody whom it concerns had a notice")

    kind = models.CharField(max_length=40, blank=True)
    hs = ArrayField(models.CharField(max_length=10), default=list)
    origins = ArrayField(models.CharField(max_length=2), default=list)
    destinations = ArrayField(models.CharField(max_length=2), default=list)
    either = ArrayField(models.CharField(max_length=2), default=list)
    places = ArrayField(models.CharField(max_length=120), default=list)
    modes = ArrayField(models.CharField(max_length=10), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "number"], name="rules_version_number"),
            models.CheckConstraint(
                name="rules_second_person",
                condition=Q(author=None) | Q(approver=None) | ~Q(author=F("approver")),
            ),
            models.CheckConstraint(
                name="rules_published_has_time",
                condition=~Q(state__in=["published", "withdrawn"]) | Q(published_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["published_at"], name="rules_published", condition=Q(state="published")),
            models.Index(fields=["publish_at"], name="rules_to_publish", condition=Q(state="approved")),
            models.Index(fields=["id"], name="rules_to_spread", condition=Q(state="published", spread_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} v{self.number} ({self.state})"
