"""How allauth behaves here: nobody signs up (accounts come from appointments), mails go through the outbox."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone

from landsea.outbox.actions.queue import queue_mail


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; account mails become deliveries like every other mail."""

    def is_open_for_signup(self, request) -> bool:
        """No: an account comes with an appointment, made by a coordinator or a head of office."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Queue an account mail (password reset, changed factor, ...) as a delivery."""
        facts = {"prefix": template_prefix, "url": str(context.get("password_reset_url", ""))}
        now = timezone.now()
        user = context.get("user")
        queue_mail(
            template="account_notice",
            address=email,
            language=getattr(user, "language", "en"),
            facts=facts,
            stream=f"user:{user.pk}" if user else "accounts",
            once=f"account:{template_prefix}:{email}:{now.isoformat()}",
            now=now,
        )
