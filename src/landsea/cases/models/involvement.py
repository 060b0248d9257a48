"""Which desks were and are in on a case, and which cases belong together."""

from django.db import models
from django.db.models import Q


class InvolvementKind(models.TextChoices):
    """Accountable desks follow one another; consulted desks stand beside."""

    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"


class Involvement(models.Model):
    """A desk's time with a case, and why it came to it. `Case.desk` is the truth for accountability; this is its history."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="involvements")
    desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="involvements")
    kind = models.CharField(max_length=12, choices=InvolvementKind.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    act = models.CharField(max_length=30, help_text="the act that brought the desk in")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], name="one_accountable_desk", condition=Q(kind="accountable", until=None)
            ),
            models.UniqueConstraint(
                fields=["case", "desk"], name="consulted_once", condition=Q(kind="consulted", until=None)
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "case"], name="consulted_now", condition=Q(kind="consulted", until=None)),
        ]

    def __str__(self) -> str:
        return f"{self.desk_id} {self.kind} for case {self.case_id}"


class CaseLinkKind(models.TextChoices):
    """How two cases belong together."""

    RELATED = "related"
    SPLIT_FROM = "split_from"
    MERGED_INTO = "merged_into"


class CaseLink(models.Model):
    """From one case to another; `related` is written once and read both ways."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="links_out")
    other = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=12, choices=CaseLinkKind.choices)
    note = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "other", "kind"], name="linked_once"),
            models.CheckConstraint(name="not_linked_to_itself", condition=~Q(case=models.F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.other_id}"
