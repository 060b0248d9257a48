"""Who comes to an event or applies for a programme, and who waits for a place."""

from django.db import models
from django.db.models import Q


class RegistrationState(models.TextChoices):
    """With a place, waiting for one, or withdrawn."""

    PLACE = "place"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


class Registration(models.Model):
    """One person's registration; its order is that of `pk`. The secret link of `nonce` shows it and withdraws it."""

    listing = models.ForeignKey("exchange.Listing", on_delete=models.CASCADE, related_name="registrations")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    country = models.CharField(max_length=2)
    organisation = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="en")
    form_key = models.UUIDField(unique=True)
    network = models.CharField(max_length=32, blank=True)
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    registered_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RegistrationState.choices)
    moved_up_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["network", "registered_at"], name="registration_network")]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "email"], name="registered_once", condition=~Q(state="withdrawn")
            ),
        ]

    def __str__(self) -> str:
        return f"registration {self.pk}"
