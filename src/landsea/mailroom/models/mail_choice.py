"""When somebody with an account wants to be written to: at once or once a day, and in which hours not."""

from django.conf import settings
from django.db import models


class MailChoice(models.Model):
    """Hours are those of the person's own clock; `quiet_from` and `quiet_until` are both set or both empty."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choice")
    daily = models.BooleanField(default=False)
    daily_hour = models.PositiveSmallIntegerField(default=8)
    quiet_from = models.PositiveSmallIntegerField(null=True)
    quiet_until = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return f"mails of user {self.user_id}"
