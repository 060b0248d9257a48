"""The register of names that were opened: who looked at a filer's withheld name, address or telephone, when, and why."""

from django.db import models


class OpeningReason(models.TextChoices):
    """Why somebody needs to know who filed."""

    REACH = "reach"
    URGENT = "urgent"
    CHECK = "check"
    LAW = "law"


class NameOpening(models.Model):
    """One opening. `user` opened it, or a desk without an account by its link (`contact`); `desk` is in whose name. It lets the
    same reader see the same name for a day. Never changed; the words of the name are not in it.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="name_openings")
    user = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    contact = models.ForeignKey("directory.Contact", null=True, on_delete=models.SET_NULL, related_name="+")
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=8, choices=OpeningReason.choices)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="name_opening_case")]

    def __str__(self) -> str:
        return f"name of case {self.case_id} opened"
