"""An introduction: somebody asks to meet the owner of an entry. Four say yes before any contact is shown."""

from django.db import models
from django.db.models import Q


class Stage(models.TextChoices):
    """Where an introduction stands."""

    ASKED = "asked"
    INTRODUCED = "introduced"
    DECLINED = "declined"


class Outcome(models.TextChoices):
    """What came of it, asked after 90 days."""

    DEAL = "deal"
    TALKS = "talks"
    NOTHING = "nothing"


class Introduction(models.Model):
    """The asker's own desk and the entry's desk vouch, the owner agrees; the asker agreed by asking. A decline, by
    whomever, ends it, and the asker learns that it ended, not by whom.
    """

    listing = models.ForeignKey("exchange.Listing", on_delete=models.CASCADE, related_name="introductions")
    firm = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    phone = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=10, default="en")
    message = models.TextField()
    form_key = models.UUIDField(unique=True)
    network = models.CharField(max_length=32, blank=True)
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    asker_desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="+")
    owner_desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="+")
    asker_desk_at = models.DateTimeField(null=True)
    owner_desk_at = models.DateTimeField(null=True)
    owner_at = models.DateTimeField(null=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.ASKED)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True, help_text="why it was declined, for the desks")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    outcome_at = models.DateTimeField(null=True)
    outcome_asked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["network", "asked_at"], name="introduction_network"),
            models.Index(fields=["email", "asked_at"], name="introduction_email"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "email"], name="asked_once_for_a_listing", condition=~Q(stage="declined")
            ),
            models.CheckConstraint(
                name="introduced_when_all_agreed",
                condition=~Q(stage="introduced")
                | Q(asker_desk_at__isnull=False, owner_desk_at__isnull=False, owner_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"introduction {self.pk}"
