"""An association's own rows: its register of members, its spreadsheets under way, the members of a joint case, and up to
when each clerk has seen the answers.
"""

from django.db import models
from django.db.models.functions import Lower


class AssociationMember(models.Model):
    """A business that an association may file for."""

    association = models.ForeignKey("directory.Office", on_delete=models.CASCADE, related_name="members")
    party = models.CharField(max_length=200)
    country = models.CharField(max_length=2)
    contact_name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=10, default="en")
    left_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("association", Lower("party"), name="member_once"),
        ]

    def __str__(self) -> str:
        return self.party


class JointMember(models.Model):
    """A member attached to a joint case."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="joint_members")
    member = models.ForeignKey(AssociationMember, on_delete=models.PROTECT, related_name="joint_cases")
    note = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="joined_once")]

    def __str__(self) -> str:
        return f"{self.member_id} in case {self.case_id}"


class BulkFiling(models.Model):
    """A spreadsheet that was read and previewed. Its cases are filed in one transaction or not at all; `filed_at` is
    set in that same transaction, so sending it twice files nothing more.
    """

    association = models.ForeignKey("directory.Office", on_delete=models.CASCADE, related_name="bulk_filings")
    by = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=160)
    rows = models.JSONField(help_text="the rows as read: what was understood, and what is wrong with each")
    created_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class AnswersSeen(models.Model):
    """Up to when a clerk has seen what came on the cases of an association."""

    association = models.ForeignKey("directory.Office", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "association"], name="seen_once")]

    def __str__(self) -> str:
        return f"{self.user_id} saw answers until {self.until:%Y-%m-%d %H:%M}"
