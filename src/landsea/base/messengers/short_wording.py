"""The words of a short message: a template of its own, or the first line of the mail with the same news and its link."""

import re
from collections.abc import Callable, Sequence

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import translation

from landsea.base.contributions import Slot
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words

CHOICES_BELOW: Slot[Callable[[Delivery], Sequence[tuple[str, str]]]] = Slot(
    "what the reader of a short message may choose: (what comes back, words), in the language of now"
)
LINK = re.compile(r"https?://\S+")


def write_short_words(delivery: Delivery) -> str:
    """Return the words of a delivery in its recipient's language: `short/NAME.txt`, else subject and link of the mail."""
    with translation.override(_language_of(delivery)):
        facts = {**delivery.facts, "site": settings.PUBLIC_ADDRESS, "mail": delivery}
        try:
            return render_to_string(f"short/{delivery.template}.txt", facts).strip()
        except TemplateDoesNotExist:
            subject, body = render_words(delivery)
    link = next((one for one in LINK.findall(body) if one.startswith(settings.PUBLIC_ADDRESS)), "")
    return f"{subject}\n{link}".strip()


def write_choices(delivery: Delivery) -> tuple[tuple[str, str], ...]:
    """Return what may be chosen below it: what the delivery itself says, and what rooms above add."""
    with translation.override(_language_of(delivery)):
        added = [one for list_choices in CHOICES_BELOW for one in list_choices(delivery)]
    return tuple((str(code), str(words)) for code, words in [*delivery.facts.get("choices", ()), *added])


def _language_of(delivery: Delivery) -> str:
    return delivery.language if translation.check_for_language(delivery.language) else "en"
