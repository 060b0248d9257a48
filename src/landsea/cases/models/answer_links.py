"""The secret link by which a desk without an account answers one case, from one confirmed address."""

from django.db import models


class AnswerLink(models.Model):
    """A link to one case for one address of its accountable desk. Only its digest is kept, like a filer's link. Whether it
    still opens anything is looked up each time (`access.by_answer_link`): the case may have moved, the address may be
    confirmed no more.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="answer_links")
    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, related_name="answer_links")
    address = models.EmailField(help_text="the address it was sent to; a changed one gets a link of its own")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "contact", "-id"], name="answer_link_case")]

    def __str__(self) -> str:
        return f"answer link {self.pk} of case {self.case_id}"
