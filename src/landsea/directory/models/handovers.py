"""One person's work given to another in one act, with all it takes to give it back."""

from django.db import models


class Handover(models.Model):
    """`moved` says what moved, by ids: {"ended": appointments that ended, "begun": ones that began, "contacts":
    [[old, new], ...], "shifts": [[shift, old contact, new contact], ...], "rota": likewise}.
    """

    giver = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="handovers_given")
    taker = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="handovers_taken")
    desks = models.ManyToManyField("directory.Desk", related_name="handovers")
    moved = models.JSONField(default=dict)
    cases = models.PositiveIntegerField(default=0, help_text="open cases at that moment")
    why = models.CharField(max_length=300)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    form_key = models.CharField(max_length=64, unique=True, null=True, help_text="the same form twice is one handover")

    def __str__(self) -> str:
        return f"{self.giver_id} to {self.taker_id} {self.done_at:%Y-%m-%d}"
