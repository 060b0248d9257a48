"""The words of a short message: a template of its own, or the first line of the mail with the same news and its link."""

import re

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import translation

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words

LINK = re.compile(r"https?://\S+")


def write_short_words(delivery: Delivery) -> str:
    """Return the words of a delivery in its recipient's language: `short/NAME.txt`, else subject and link of the mail."""
    language = delivery.language if translation.check_for_language(delivery.language) else "en"
    with translation.override(language):
        facts = {**delivery.facts, "site": settings.PUBLIC_ADDRESS, "mail": delivery}
        try:
            return render_to_string(f"short/{delivery.template}.txt", facts).strip()
        except TemplateDoesNotExist:
            subject, body = render_words(delivery)
    link = next((one for one in LINK.findall(body) if one.startswith(settings.PUBLIC_ADDRESS)), "")
    return f"{subject}\n{link}".strip()
