"""A mail backend that keeps each mail as one file, for the demo and for installations without a mail server."""

import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailFileBackend(BaseEmailBackend):
    """Writes `<delivery id>.eml` under MAIL_FOLDER, whole or not at all; the same delivery twice is one file. Mails hold secret
    links, so that no other account of the machine may read them.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each message; return how many."""
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            name = message.extra_headers.get("X-Landsea-Delivery", "mail")
            part = folder / f".{name}.part"
            part.unlink(missing_ok=True)  # left by a sender that was killed
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(message.message().as_bytes())
            part.replace(folder / f"{name}.eml")
        return len(email_messages)
