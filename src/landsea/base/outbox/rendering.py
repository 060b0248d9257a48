"""The words of a mail: a template with the subject on its first line, in the recipient's language."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from landsea.base.outbox.models import Delivery


def render_words(delivery: Delivery) -> tuple[str, str]:
    """Return (subject, body) of a delivery. The template is `mails/NAME.txt`; facts become its variables."""
    with translation.override(delivery.language if translation.check_for_language(delivery.language) else "en"):
        text = render_to_string(
            f"mails/{delivery.template}.txt", {**delivery.facts, "site": settings.PUBLIC_ADDRESS, "mail": delivery}
        )
    subject, _, body = text.strip().partition("\n")
    return subject.strip()[:200], body.strip() + "\n"
