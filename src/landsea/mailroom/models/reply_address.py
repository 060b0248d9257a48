"""The secret address under which one person answers about one case or dialogue."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ReplyAddress(models.Model):
    """Who answers about what: an account, the filer behind `link` or a desk without an account behind
    `answer_link` about a case, or a seat about its dialogue.

    The local part is made from `nonce` with the installation's key; a copy of the table makes no address. It is live while it
    is not revoked and, for a filer, while the secret link is: a new link ends the old reply address too.
    """

    nonce = models.BinaryField(max_length=10, unique=True)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    link = models.ForeignKey("cases.FilerLink", null=True, on_delete=models.CASCADE, related_name="+")
    answer_link = models.ForeignKey("cases.AnswerLink", null=True, on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey("dialogues.Seat", null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user"], name="reply_once_user", condition=Q(revoked_at=None, user__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["link"], name="reply_once_link", condition=Q(revoked_at=None, link__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["answer_link"],
                name="reply_once_answer",
                condition=Q(revoked_at=None, answer_link__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["seat"], name="reply_once_seat", condition=Q(revoked_at=None, seat__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"reply address {self.pk}"
