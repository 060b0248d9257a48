"""A wake: the tries to reach somebody for one step of one urgent case, and each try. The rows are the truth; a watcher looks
at those whose time has come.

running ---somebody says that they take it---> taken
running ---the case is accepted, moved, closed---> over
running ---all ways of all people tried---> unheard
"""

from django.conf import settings
from django.db import models
from django.db.models import Q


class WakeState(models.TextChoices):
    """Where a wake is."""

    RUNNING = "running"
    TAKEN = "taken"
    OVER = "over"
    UNHEARD = "unheard"


class Wake(models.Model):
    """One step of an urgent case for which somebody is woken. `next_look_at` is empty once it has ended."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    step = models.OneToOneField("cases.StepRecord", on_delete=models.CASCADE, related_name="+")
    desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=WakeState.choices, default=WakeState.RUNNING)
    began_at = models.DateTimeField()
    next_look_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_look_at"], name="waking_to_look_at", condition=Q(state="running")),
            models.Index(fields=["case", "began_at"], name="waking_of_case"),
        ]
        constraints = [models.UniqueConstraint(fields=["case"], condition=Q(state="running"), name="waking_one_a_case")]

    def __str__(self) -> str:
        return f"wake {self.pk} for case {self.case_id} ({self.state})"


class WakeTry(models.Model):
    """One person by one way, once. `once` is the delivery's key in the outbox, which says what came back; `digest` belongs to
    the link of the page with the button. `answer` is how they answered: link, reply or press.
    """

    wake = models.ForeignKey(Wake, on_delete=models.CASCADE, related_name="tries")
    person = models.CharField(max_length=24, help_text="key of the person in the desk's roster")
    name = models.CharField(max_length=120)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    way = models.CharField(max_length=12)
    address = models.CharField(max_length=254)
    once = models.CharField(max_length=120, unique=True)
    nonce = models.UUIDField()
    digest = models.CharField(max_length=64, unique=True)
    tried_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wake", "person", "way"], name="waking_a_way_once"),
        ]
        indexes = [models.Index(fields=["way", "address", "-id"], name="waking_by_address")]

    def __str__(self) -> str:
        return f"try of wake {self.wake_id} by {self.way}"
