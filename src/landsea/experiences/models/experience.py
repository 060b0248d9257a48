"""An experience, its wordings in several languages, and what readers said of it.

The case it came from is kept for the editor and is never shown. A published experience has passed the check for names;
it ends when a measure it rests on ends.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    """Where an answer comes from."""

    SOLVED = "solved"
    PRACTICE = "practice"
    GUIDE = "guide"


class State(models.TextChoices):
    """Who sees it: drafts the editors, published ones everybody, the others nobody but the editors."""

    DRAFT = "draft"
    PUBLISHED = "published"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Basis(models.TextChoices):
    """Why it may be shared."""

    CONSENT = "consent"
    GENERAL = "general"
    OWN = "own"


class Experience(models.Model):
    """One answer. `kept` are the words of which a person said that they name nobody."""

    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.SET_NULL, related_name="+")
    language = models.CharField(max_length=10, help_text="of the original wording")
    topic = models.CharField(max_length=40, blank=True)
    matter = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2, blank=True)
    hs = models.CharField(max_length=6, blank=True)
    measures = ArrayField(models.CharField(max_length=40), default=list, help_text="codes of the measures it rests on")
    kept = ArrayField(models.CharField(max_length=400), default=list)
    basis = models.CharField(max_length=10, choices=Basis.choices, blank=True)
    basis_words = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)
    checked_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    helped = models.PositiveIntegerField(default=0)
    not_helped = models.PositiveIntegerField(default=0)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="experience_published_was_checked",
                condition=~Q(state="published") | Q(published_at__isnull=False) & ~Q(basis=""),
            ),
            models.UniqueConstraint(
                fields=["case"], name="experience_once_a_case", condition=Q(case__isnull=False) & ~Q(state="withdrawn")
            ),
        ]
        indexes = [models.Index(fields=["state", "matter", "country"], name="experience_about")]

    def __str__(self) -> str:
        return f"experience {self.pk}"

    @property
    def is_public(self) -> bool:
        """True while everybody may read it."""
        return self.state == State.PUBLISHED


class Wording(models.Model):
    """An experience in one language; `words` are its folded words, by which it is found."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=140)
    question = models.TextField(max_length=4000)
    answer = models.TextField(max_length=8000)
    words = ArrayField(models.CharField(max_length=200), default=list)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["experience", "language"], name="wording_once_a_language")]
        indexes = [GinIndex(fields=["words"], name="wording_words")]

    def __str__(self) -> str:
        return f"{self.experience_id} in {self.language}"


class Consent(models.Model):
    """What the filer was asked and said, in the mailbox, about words without names. `digest` is of the words agreed to."""

    experience = models.OneToOneField(Experience, on_delete=models.CASCADE, related_name="consent")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_answered_whole",
                condition=Q(agreed__isnull=True, answered_at__isnull=True)
                | Q(agreed__isnull=False, answered_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"consent to {self.experience_id}"


class Opinion(models.Model):
    """Whether it helped, once a reader: `voter` is a digest of the network or the user and says nothing else."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="opinions")
    voter = models.CharField(max_length=64)
    helped = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["experience", "voter"], name="opinion_once_a_reader")]

    def __str__(self) -> str:
        return f"opinion on {self.experience_id}"
