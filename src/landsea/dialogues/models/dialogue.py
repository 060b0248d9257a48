"""A dialogue, and who sits at it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class DialogueKind(models.TextChoices):
    """What kind of meeting it is."""

    MEETING = "meeting"
    WORKING_GROUP = "working_group"
    FIELD_VISIT = "field_visit"
    HEARING = "hearing"


class DialogueState(models.TextChoices):
    """Planned until it was held or called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Dialogue(models.Model):
    """A meeting of the parties. `time_zone` is that of the place where it is held; `sequence` counts the changes of its
    invitation, as calendars expect; `agenda_version` goes up with every change of the agenda.
    """

    kind = models.CharField(max_length=15, choices=DialogueKind.choices)
    titles = models.JSONField(help_text="language -> title")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    time_zone = models.CharField(max_length=60)
    where = models.CharField(max_length=200, help_text="the room, or the address of the video meeting")
    languages = ArrayField(models.CharField(max_length=10), default=list, help_text="interpretation is there for these")
    state = models.CharField(max_length=10, choices=DialogueState.choices, default=DialogueState.PLANNED)
    cancelled_reason = models.CharField(max_length=300, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    agenda_version = models.PositiveIntegerField(default=0)
    held_at = models.DateTimeField(null=True, help_text="when presence was noted and the minutes were opened")
    created_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    is_demo = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["starts_at"], name="dialogue_start")]
        constraints = [
            models.CheckConstraint(name="dialogue_ends_after_start", condition=Q(ends_at__gt=models.F("starts_at"))),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """Its number as people write it."""
        return f"D-{self.pk}"


class SeatRole(models.TextChoices):
    """What somebody is there for."""

    CHAIR = "chair"
    MEMBER = "member"
    OBSERVER = "observer"


class Reply(models.TextChoices):
    """What somebody said to the invitation."""

    NONE = "none"
    ACCEPTED = "accepted"
    MAYBE = "maybe"
    DECLINED = "declined"


class Seat(models.Model):
    """A seat of a party. Somebody with an account reads papers and minutes; others answer the invitation by a link. `note` and
    `proposed_at` are what came with the answer: words, and another time at which this party could come.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="seats")
    country = models.CharField(max_length=2)
    role = models.CharField(max_length=10, choices=SeatRole.choices, default=SeatRole.MEMBER)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    user = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="seats")
    reply = models.CharField(max_length=10, choices=Reply.choices, default=Reply.NONE)
    note = models.CharField(max_length=500, blank=True, default="", db_default="")
    proposed_at = models.DateTimeField(null=True, help_text="another begin that this party proposes")
    present = models.BooleanField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "email"], name="seated_once", condition=Q(left_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.country} at {self.dialogue_id}"
