"""Cases that wait for a dialogue: what the watcher puts there when nobody answered, or no solution came in time."""

from django.db import models
from django.db.models import Q


class AgendaRequest(models.Model):
    """A case asks to be on the agenda of the next dialogue, whether one is planned or not. `taken_at` is empty until a
    dialogue has taken it up; `withdrawn_at` says that somebody answered before, so that nobody talks about it any more.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="agenda_requests")
    asked_at = models.DateTimeField(help_text="when nobody was left to call, or the time for a solution had passed")
    step = models.CharField(max_length=10, default="solve", help_text="the step that nobody ended")
    taken_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True, help_text="when somebody answered first")
    taken_by = models.CharField(max_length=60, blank=True, help_text="the dialogue that took it up")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], name="asked_once_at_a_time", condition=Q(taken_at=None, withdrawn_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"case {self.case_id} asks for the next dialogue"
