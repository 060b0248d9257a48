"""What is already known, on pages of other apps."""

from django import template
from django.utils.translation import get_language

from landsea.experiences import access

register = template.Library()


@register.inclusion_tag("experiences/beside.html")
def answers_beside(text: str = "", topic: str = "", matter: str = "", country: str = "", hs: str = "") -> dict:
    """Up to three published answers to what somebody is about to file; nothing when none is near enough."""
    language = get_language() or "en"
    return {
        "answers": access.answers_for(text=text, topic=topic, matter=matter, country=country, hs=hs, language=language)
    }  # fmt: skip
