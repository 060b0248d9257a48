"""A talk about a case, from the first times that somebody offers to what was said."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from landsea_core.caseflow import Side


class TalkState(models.TextChoices):
    """Where a talk is. Offered: one side offers times, the other chooses. Lapsed: all offered times passed unanswered."""

    OFFERED = "offered"
    AGREED = "agreed"
    HELD = "held"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


OPEN = (TalkState.OFFERED, TalkState.AGREED)


class Talk(models.Model):
    """One talk. While another time is being looked for, `starts_at` stays what was agreed before. `sequence` counts the
    changes of its calendar object, as programs expect; `offered_by` is the side that waits for the other's choice.
    """

    SIDES = [(side.value, side.value) for side in (Side.FILER, Side.OFFICE)]

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="talks")
    state = models.CharField(max_length=10, choices=TalkState.choices, default=TalkState.OFFERED)
    offered_by = models.CharField(max_length=12, choices=SIDES)
    times = ArrayField(models.DateTimeField(), default=list, help_text="offered now, the earliest first")
    minutes = models.PositiveSmallIntegerField(default=30)
    offered_at = models.DateTimeField()
    starts_at = models.DateTimeField(null=True, help_text="what is agreed")
    call_link = models.CharField(max_length=300, blank=True, help_text="where both meet, or how they reach one another")
    sequence = models.PositiveIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], name="one_open_talk", condition=Q(state__in=["offered", "agreed"])
            ),
            models.CheckConstraint(name="agreed_has_time", condition=~Q(state="agreed") | Q(starts_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"talk {self.pk} of case {self.case_id}"
