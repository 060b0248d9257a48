"""What was written on a case, and what had to be blacked out."""

from django.db import models
from django.db.models import Value

from landsea.cases.models.case import choices_of
from landsea_core.caseflow import MessageKind, Side


class Message(models.Model):
    """Words of one side. `kind` decides who sees it: all sides, offices only, or the writer's own desk."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=10, choices=choices_of(MessageKind))
    side = models.CharField(max_length=12, choices=choices_of(Side))
    author = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=30, blank=True, help_text="the act it was written with, if any")
    body = models.TextField()
    language = models.CharField(max_length=10, blank=True)
    cites = models.JSONField(
        default=list,
        db_default=Value([], models.JSONField()),
        help_text="rules it cites: [code, number of the version]",
    )
    by_link = models.BooleanField(
        default=False, db_default=False, help_text="written without an account, by an answer link"
    )
    created_at = models.DateTimeField()
    redacted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "created_at", "id"], name="message_thread")]

    def __str__(self) -> str:
        return f"{self.kind} message {self.pk} on case {self.case_id}"


class Redaction(models.Model):
    """The original of something blacked out. Only the coordinator opens it, and each opening is audited."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="redactions")
    message = models.ForeignKey(Message, null=True, on_delete=models.CASCADE, related_name="redactions")
    file = models.ForeignKey("cases.CaseFile", null=True, on_delete=models.CASCADE, related_name="redactions")
    original = models.TextField(help_text="the words, or the stored name of the file, before redaction")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"redaction {self.pk} on case {self.case_id}"
