"""Work given away in one act, with all it takes to give it back: one person's to another, or one desk's to another."""

from django.db import models


class GivenAway(models.Model):
    """What both kinds have in common. `moved` says what moved, by ids."""

    moved = models.JSONField(default=dict)
    cases = models.PositiveIntegerField(default=0, help_text="open cases at that moment")
    why = models.CharField(max_length=300)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    form_key = models.CharField(max_length=64, unique=True, null=True, help_text="the same form twice is one handover")

    class Meta:
        abstract = True


class Handover(GivenAway):
    """One person's work. `moved`: {"ended": appointments that ended, "begun": ones that began, "contacts": [[old, new],
    ...], "shifts": [[shift, old contact, new contact], ...], "rota": likewise}.
    """

    giver = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="handovers_given")
    taker = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="handovers_taken")
    desks = models.ManyToManyField("directory.Desk", related_name="handovers")

    def __str__(self) -> str:
        return f"{self.giver_id} to {self.taker_id} {self.done_at:%Y-%m-%d}"


class DeskHandover(GivenAway):
    """One desk's work. `moved`: {"competences": rows, "cases": cases, "shifts": [[shift, old contact, new contact], ...],
    "rota": likewise, "ours": the desks (ids) that reference files described until then}.
    """

    giver = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="handovers_given")
    taker = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="handovers_taken")

    def __str__(self) -> str:
        return f"{self.giver_id} to {self.taker_id} {self.done_at:%Y-%m-%d}"
