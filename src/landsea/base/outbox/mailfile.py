"""A mail backend that keeps each mail as one file, for the demo and for installations without a mail server."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailFileBackend(BaseEmailBackend):
    """Writes `<delivery id>.eml` under MAIL_FOLDER, whole or not at all; the same delivery twice is one file."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each message; return how many."""
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = message.extra_headers.get("X-Landsea-Delivery", "mail")
            part = folder / f".{name}.part"
            part.write_bytes(message.message().as_bytes())
            part.replace(folder / f"{name}.eml")
        return len(email_messages)
