"""Cases that wait for a dialogue: what the watcher puts there when no solution came in time."""

from django.db import models
from django.db.models import Q


class AgendaRequest(models.Model):
    """A case asks to be on the agenda of the next dialogue. `taken_at` is empty until a dialogue has taken it up."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="agenda_requests")
    asked_at = models.DateTimeField(help_text="when the time for a solution had passed")
    taken_at = models.DateTimeField(null=True)
    taken_by = models.CharField(max_length=60, blank=True, help_text="the dialogue that took it up")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="asked_once_at_a_time", condition=Q(taken_at=None)),
        ]

    def __str__(self) -> str:
        return f"case {self.case_id} asks for the next dialogue"
